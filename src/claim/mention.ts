/**
 * A thing as a document names it. `text` is as written; `name` is the name it would get: English, snake_case, singular
 * unless `identifier`. `identifier`: written as code or in snake_case or camelCase, so its exact name is meant.
 * `known`: every word of it was found in a lexicon or the glossary; an unknown word keeps a transliterated name and becomes a question.
 */
export interface Mention {
  readonly text: string
  readonly name: string
  readonly identifier: boolean
  readonly known: boolean
}

/** The mention of what a document says in other words than its name, in English: `invited_by`. */
export function wordMention(name: string): Mention {
  return { text: name.replaceAll('_', ' '), name, identifier: false, known: true }
}

/** Whoever has an account. */
export const accountMention: Mention = wordMention('user')
