import type { Marker, Sentence } from '../language/sentence.ts'
import { audienceOf, isGroup, looksAt, rowsOf, type Who } from '../people/audience.ts'
import { operationsIn } from '../people/operations.ts'
import { policyListIn } from '../people/policy-lists.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { entitiesIn, foundIn, isToBe, markersOf, means } from '../text/grammar.ts'

/**
 * Who may see something, said of the thing or of the people:
 * "Offers are visible to everyone in the company", "Posts are available to all signed-in users", "Anyone can browse the listings",
 * "Wpisy mogą czytać wszyscy członkowie klubu", "Raport jest widoczny dla całego oddziału".
 *
 * Not: refusals, stories (read elsewhere), what is one person's ("their own notes"), screens and buttons, which are no things.
 */
export const audience: Pattern = {
  name: 'audience',
  read(block, reading) {
    return readAsked(block, reading, (sentence) =>
      isRefusal(sentence) || means(sentence, 'AS_ROLE', 'WANTS', 'SO_THAT') || policyListIn(sentence, reading) !== undefined
        ? []
        : clausesOf(sentence).flatMap((clause) => readClause(sentence, clause, reading)),
    )
  },
}

/** Something is refused; "without an account", "no login needed" refuse nothing. */
function isRefusal(sentence: Sentence): boolean {
  const open = markersOf(sentence, 'ANONYMOUS')
  return markersOf(sentence, 'NOT', 'NO', 'WITHOUT').some(
    (marker) => !open.some((other) => other.from <= marker.to && marker.from <= other.to),
  )
}

interface Clause {
  readonly from: number
  readonly to: number
}

/** The stretches between commas, semicolons and dashes, and before "but is …". */
function clausesOf({ words }: Sentence): readonly Clause[] {
  const ends = words.flatMap((word, index) =>
    /^[,;:.–—]$/.test(word.text) || (word.pos === 'conjunction' && isToBe(words[index + 1])) ? [index] : [],
  )
  return [...ends, words.length].map((to, index) => ({ from: index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, to }))
}

function readClause(sentence: Sentence, { from, to }: Clause, reading: Reading): readonly Found[] {
  const seen = markersOf(sentence, 'VIEWS', 'READ', 'LISTS', 'PUBLIC', 'SHARE').find(
    (one) => one.from >= from && one.to <= to && (/^(?:SHARE|PUBLIC)$/.test(one.meaning) ? isState(one, sentence) : true),
  )
  if (seen === undefined) return []
  const of = thingsIn(sentence, from, to, reading)
  const after = of.filter(({ noun }) => noun.to > seen.to && !isGroup(noun, reading))
  const before = of.filter(({ noun }) => noun.to <= seen.from && !(after.length > 0 && isGroup(noun, reading)))
  const [things, who] =
    before.length > 0
      ? [before, audienceOf(sentence, before.at(-1)?.noun.to ?? from, to, reading)]
      : after.length > 0
        ? [after, audienceOf(sentence, from, after[0]?.noun.from ?? to, reading) ?? shareOf(sentence, from, after, reading)]
        : [subjectBefore(sentence, from, reading), audienceOf(sentence, from, to, reading)]
  if (who === undefined) return []
  // "access the site without an account" shows nothing in particular
  if (who.kind === 'anonymous' && /^(?:READ|VIEWS)$/.test(seen.meaning) && !looksAt(sentence, from, to)) return []
  const only = markersOf(sentence, 'ONLY').some((one) => one.from >= from && one.to <= to)
  const may = operationsIn(sentence, from, to).filter((operation) => who.kind !== 'anonymous' || operation === 'select')
  const group = who.kind === 'member' ? who.group : undefined
  return things
    .filter((thing) => thing.entity.name !== group?.name)
    .flatMap(({ noun, entity }) => [
      foundIn(reading, sentence, {
        kind: 'access',
        entity,
        who,
        may: may.includes('select') ? may : ['select', ...may],
        ...rowsOf(who, noun, entity, sentence, reading),
        ...(only ? { only: true } : {}),
      }),
      // of a session's tables the columns say what leads to the group
      ...(group === undefined || reading.entities.decided
        ? []
        : [foundIn(reading, sentence, { kind: 'relationship', from: entity, to: group, cardinality: 'many to one' })]),
    ])
}

/** "Is shared", "wspólny": not what somebody does, as in "invite my family". */
function isState({ from }: Marker, { words }: Sentence): boolean {
  return words[from]?.pos === 'adjective' || words.slice(Math.max(0, from - 2), from).some(isToBe)
}

/** "Employees see all orders of the company": what is the group's, said of people of it. */
function shareOf(sentence: Sentence, from: number, things: readonly Named[], reading: Reading): Who | undefined {
  const people = sentence.nouns.some((noun) => noun.person && noun.from >= from && noun.to <= (things[0]?.noun.from ?? from))
  const group = people ? sentence.nouns[things[0]?.noun.possessor ?? -1] : undefined
  return group === undefined ? undefined : audienceOf(sentence, group.from, group.to, reading, true)
}

type Named = ReturnType<typeof entitiesIn>[number]

function thingsIn(sentence: Sentence, from: number, to: number, reading: Reading): readonly Named[] {
  return entitiesIn(sentence, reading).filter(({ noun }) => noun.from >= from && noun.to <= to && !noun.person)
}

/** "Each report has an author but is visible to the whole branch": what the sentence began with. */
function subjectBefore(sentence: Sentence, from: number, reading: Reading): readonly Named[] {
  return from === 0 ? [] : thingsIn(sentence, 0, from, reading).slice(0, 1)
}
