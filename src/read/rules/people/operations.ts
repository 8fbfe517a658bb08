import type { Operation } from '../../../schema/access.ts'
import { operations } from '../../../schema/access.ts'
import type { Meaning, Sentence } from '../language/sentence.ts'

const verbs: Readonly<Partial<Record<Meaning, readonly Operation[]>>> = {
  CREATES: ['insert'],
  EDITS: ['update'],
  DELETE: ['delete'],
  VIEWS: ['select'],
  LISTS: ['select'],
  READ: ['select'],
  SEARCH: ['select'],
  MANAGES: ['select', 'insert', 'update', 'delete'],
  WRITE: ['insert', 'update', 'delete'],
}

/** Words that a language gives two meanings to (`create` is CREATES and WRITE): the narrower one counts. */
const narrower: Readonly<Partial<Record<Meaning, readonly Meaning[]>>> = {
  WRITE: ['CREATES', 'EDITS', 'DELETE'],
}

/** The operations that the sentence's verbs between two words speak of, in the order of {@link operations}. SQL's own words count too. */
export function operationsIn(
  sentence: Pick<Sentence, 'markers' | 'words'>,
  from = 0,
  to = sentence.words.length,
): readonly Operation[] {
  const found = new Set<Operation>()
  for (const marker of sentence.markers) {
    if (marker.from < from || marker.to > to) continue
    const also = narrower[marker.meaning] ?? []
    if (sentence.markers.some((other) => also.includes(other.meaning) && other.from < marker.to && other.to > marker.from))
      continue
    for (const operation of verbs[marker.meaning] ?? []) found.add(operation)
  }
  for (const word of sentence.words.slice(from, to)) {
    const sql = /^(SELECT|INSERT|UPDATE|DELETE)$/.exec(word.text)?.[1]?.toLowerCase()
    const operation = operations.find((each) => each === sql)
    if (operation) found.add(operation)
    if (/^CRUD$/i.test(word.text) || /^(?:SELECT|INSERT|UPDATE|DELETE)(?:\/(?:SELECT|INSERT|UPDATE|DELETE))+$/.test(word.text)) {
      for (const each of operations) if (/^CRUD$/i.test(word.text) || word.text.toLowerCase().includes(each)) found.add(each)
    }
  }
  return operations.filter((operation) => found.has(operation))
}

/** Operations written as SQL alone: "can only SELECT events". */
export function sqlOperationsIn(sentence: Pick<Sentence, 'text'>): readonly Operation[] {
  return operations.filter((operation) => new RegExp(`\\b${operation.toUpperCase()}\\b`).test(sentence.text))
}
