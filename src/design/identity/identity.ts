import type { Mention } from '../../claim/mention.ts'

/** Which entity a mention names. Keys are singular snake_case; {@link accountKey} stands for whoever has an account. */
export interface Identity {
  readonly keyOf: (mention: Mention) => string
  /** The same for a bare name, such as the stem of `recipe_id`. */
  readonly keyOfName: (name: string) => string
  /** Words that documents use for people in a role (`author`, `administrator`), as keys. */
  readonly roles: ReadonlySet<string>
}
