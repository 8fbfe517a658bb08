import type { Word } from '../sentence.ts'
import { irregularParticiples } from './tag-words.ts'

/**
 * The name of a field that is written as a short clause: `who approved it` is approved_by, `when it was sent` sent_at, `whether it is billable` is_billable,
 * `how long it takes` duration, `how many boxes` box_count, `why` reason. Undefined for another text.
 */
export function clauseName(words: readonly Word[], singular: (noun: string) => string): string | undefined {
  const [first, second] = words
  const rest = words.slice(1).filter((word) => word.pos !== 'punctuation')
  switch (first?.text.toLowerCase()) {
    case 'who': {
      const verb = done(rest[0])
      return verb !== undefined && rest.length <= 3 ? `${verb}_by` : undefined
    }
    case 'when': {
      const verb = rest.length >= 2 && rest.length <= 4 ? done(rest.at(-1)) : undefined
      return verb === undefined ? undefined : `${verb}_at`
    }
    case 'whether': {
      const state = rest.at(-1)
      const said = state?.pos === 'adjective' || (rest.length > 2 && done(state) !== undefined)
      return said && rest.length <= 4 && rest.some((word) => /^(?:be|have)$/.test(word.lemma))
        ? `is_${state?.text.toLowerCase()}`
        : undefined
    }
    case 'how': {
      if (second?.text === 'long') return rest.length <= 4 ? 'duration' : undefined
      if (second?.text === 'much') return /^costs?$/.test(rest.at(-1)?.text ?? '') ? 'cost' : undefined
      const noun = second?.text === 'many' && rest[1]?.pos === 'noun' ? rest[1].text.toLowerCase() : undefined
      return noun === undefined ? undefined : `${singular(noun)}_count`
    }
    case 'why':
      return rest.length <= 4 ? 'reason' : undefined
    case 'what':
      return /^what (?:was|has been) done$/i.test(words.map((word) => word.text).join(' ')) ? 'description' : undefined
    default:
      return undefined
  }
}

const pasts: ReadonlyMap<string, string> = new Map([
  ['ran', 'run'],
  ['did', 'done'],
  ['wrote', 'written'],
  ['took', 'taken'],
  ['gave', 'given'],
  ['saw', 'seen'],
  ['began', 'begun'],
])

/** The participle of what was done. */
function done(word: Word | undefined): string | undefined {
  const text = word?.text.toLowerCase() ?? ''
  if (!/^[a-z]+$/.test(text)) return undefined
  return pasts.get(text) ?? (/[a-z]ed$/.test(text) || irregularParticiples.has(text) ? text : undefined)
}
