import type { QueryClaim } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import { attributeNames } from '../columns/common-names.ts'
import { identifierTargets, tablesOf, things } from '../columns/targets.ts'
import type { Marker, NounPhrase, Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { foundIn, markersOf, means, mentionOf, nounListAfter } from '../text/grammar.ts'
import { wordedIndex } from './worded-indexes.ts'

/**
 * Lists that people look at:
 * "The list is sorted from newest to oldest", "filter transactions by category", "Search recipes by ingredient keywords", "lista posortowana alfabetycznie",
 * "sort by price".
 *
 * Not: "no sorting or filtering" (an exclusion), search engines, sorting of what is no table.
 */
export const querySentences: Pattern = {
  name: 'queries',
  read(block, reading) {
    return readAsked(block, reading, readSentence)
  },
}

const created: Mention = { text: 'created_at', name: 'created_at', identifier: true, known: true }

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  const ordered = means(sentence, 'SORT', 'NEWEST', 'OLDEST', 'ALPHABETICAL')
  const filtered = means(sentence, 'FILTER')
  const searched = means(sentence, 'SEARCH')
  if (means(sentence, 'INDEX') && reading.document.kind === 'notes') return []
  if (!ordered && !filtered && !searched && !means(sentence, 'LISTS')) return []
  if (sentence.markers.some((marker) => ['NO', 'WITHOUT', 'REJECT', 'OUT_OF_SCOPE'].includes(marker.meaning))) return []
  const entity = entityOf(sentence, reading)
  if (!entity) return []
  const sort: QueryClaim['sort'] = ordered ? sortOf(sentence, reading, entity) : []
  const filter = filtered ? attributesAfter(sentence, reading, markersOf(sentence, 'FILTER'), entity) : []
  const after = searched ? attributesAfter(sentence, reading, markersOf(sentence, 'SEARCH'), entity) : []
  // "full-text search over the title and body of notices"
  const worded =
    searched && after.length === 0 && reading.document.kind === 'notes' ? wordedIndex(sentence, reading, 'SEARCH') : undefined
  const search = worded?.keys.map((key) => key.attribute) ?? after
  if (
    sort.length === 0 &&
    filter.length === 0 &&
    search.length === 0 &&
    (!means(sentence, 'LISTS') || reading.document.kind === 'notes')
  )
    return []
  const title = sentence.text.length <= 120 ? sentence.text.replace(/[.;:]+$/, '') : undefined
  return [foundIn(reading, sentence, { kind: 'query', entity, filter, sort, search, ...(title === undefined ? {} : { title }) })]
}

function entityOf(sentence: Sentence, reading: Reading): Mention | undefined {
  const tables = tablesOf(sentence, reading).filter((table) => table.entity.name !== 'user')
  const marker = markersOf(sentence, 'LISTS', 'FILTER', 'SEARCH', 'SORT')[0]
  const first = tables.find((table) => marker !== undefined && table.from >= marker.from) ?? tables[0]
  return (
    first?.entity ??
    things(sentence, reading)[0]?.entity ??
    reading.contextOf(sentence.block, sentence.offset).subject?.entity ??
    reading.topicOfRequirement(sentence.requirement)
  )
}

function sortOf(sentence: Sentence, reading: Reading, entity: Mention): QueryClaim['sort'] {
  const named = attributesAfter(sentence, reading, markersOf(sentence, 'SORT'), entity)
  const newest = means(sentence, 'NEWEST') || /\bdesc\b|malejąco/i.test(sentence.text)
  if (named.length > 0) return named.slice(0, 3).map((attribute) => ({ attribute, ...(newest ? { descending: true } : {}) }))
  if (means(sentence, 'ALPHABETICAL')) return []
  if (means(sentence, 'NEWEST')) return [{ attribute: created, descending: true }]
  return means(sentence, 'OLDEST') && means(sentence, 'SORT') ? [{ attribute: created }] : []
}

/** The attributes that follow "by", "po", "według": a list of nouns after the word for sorting, filtering or searching. */
function attributesAfter(sentence: Sentence, reading: Reading, markers: readonly Marker[], entity: Mention): readonly Mention[] {
  const found = new Map<string, Mention>()
  for (const marker of markers) {
    for (const target of identifierTargets(sentence, reading)) {
      if (target.from >= marker.to && target.from - marker.to <= 8) found.set(target.attribute.name, target.attribute)
    }
    const by = sentence.words.findIndex(
      (word, index) => index >= marker.from && index - marker.to <= 5 && /^(?:by|po|według|wg|względem)$/i.test(word.text),
    )
    if (by < 0) continue
    for (const noun of nounListAfter(sentence, by + 1)) {
      if (isAttribute(noun, reading, entity)) found.set(noun.name, mentionOf(noun))
    }
  }
  return [...found.values()]
}

function isAttribute(noun: NounPhrase, reading: Reading, entity: Mention): boolean {
  if (noun.person || noun.identifier || noun.name === entity.name) return false
  const known = reading.entities.find(noun.name)
  return (
    attributeNames.has(noun.name) ||
    attributeNames.has(noun.head) ||
    known !== undefined ||
    reading.things.find(noun.name) !== undefined
  )
}
