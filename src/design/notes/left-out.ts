import type { Remark } from '../../schema/notes.ts'
import type { Draft } from '../draft.ts'
import { accountKey } from '../identity/entity-key.ts'
import { because } from '../why.ts'
import { oneLine } from './one-line.ts'
import { remark } from './remark.ts'

/** What documents refuse or put off, and what the platform keeps instead of the schema. Each line of a document once. */
export function leftOutOf(draft: Draft): readonly Remark[] {
  const features = draft.facts.general.features.map((claim) =>
    remark(`${oneLine(claim.text)}: ${claim.deferred ? 'not now' : 'out of scope'}.`, because([claim])),
  )
  const remarks = [...draft.leftOut, ...credentials(draft), ...features]
  const seen = new Set<string>()
  return remarks.filter((remark) => {
    const key = remark.text.toLowerCase()
    return seen.has(key) ? false : seen.add(key) !== undefined
  })
}

function credentials(draft: Draft): readonly Remark[] {
  if (draft.traits.accounts === null) return []
  const account = draft.facts.entities.get(accountKey)
  const kept = ['password', 'password_hash', 'email'].flatMap(
    (key) => account?.attributes.get(key)?.attributes.filter((claim) => claim.strength === 'stated') ?? [],
  )
  if (kept.length === 0) return []
  return [
    remark(
      `Email and password of accounts: ${draft.traits.title} keeps them in \`${draft.accounts.schema}.${draft.accounts.table}\`.`,
      because(kept),
    ),
  ]
}
