import type { ClaimBody } from '../../../claim/claim.ts'
import { accountMention, type Mention, wordMention } from '../../../claim/mention.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { questionsOf } from '../rounds/round.ts'
import { calledTables } from '../tables/called-tables.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { asksForSomething } from '../tables/things.ts'
import { entityOfNoun, foundIn, isAccounts, markersOf, means } from '../text/grammar.ts'
import { isQuestion } from '../text/is-question.ts'
import { oncePerDocument } from '../text/once-per-document.ts'

/**
 * What a table in between links, in the notes of a session: "People belong to several clubs through a memberships table with a role", "Can one person belong to
 * several clubs? – Yes, through `memberships`.", "Użytkownik może należeć do wielu klubów przez tabelę `memberships`".
 *
 * Not: "through the API", "via `owner_id`" (a column), one thing alone.
 */
export const linkTables: Pattern = {
  name: 'link tables',
  read(block, reading) {
    if (reading.document.kind !== 'notes') return []
    return reading.sentencesOf(block).flatMap((sentence) => readSentence(sentence, reading))
  },
}

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  if (!asksForSomething(sentence.zone) || isQuestion(sentence.text) || means(sentence, 'NOT', 'NO', 'REJECT')) return []
  return markersOf(sentence, 'THROUGH').flatMap((marker) => {
    const through = tableBehind(sentence, marker.to, reading)
    if (through === undefined) return []
    const own = endsIn(
      sentence.nouns.filter((noun) => noun.to <= marker.from),
      through.mention,
      reading,
    )
    const ends = own ?? endsAsked(sentence, through.mention, reading)
    if (ends === undefined) return []
    const [from, to] = ends
    const role = sentence.nouns.find((noun) => noun.from > through.word && noun.name === 'role')
    const bodies: readonly ClaimBody[] = [
      { kind: 'entity', entity: through.mention, as: 'table' },
      { kind: 'relationship', from, to, cardinality: 'many to many', through: through.mention },
      ...(role === undefined
        ? []
        : ([{ kind: 'attribute', entity: through.mention, attribute: wordMention('role'), strength: 'stated' }] as const)),
    ]
    return bodies.map((body) => foundIn(reading, sentence, body))
  })
}

/** The table right behind a word, articles and the word for it aside. */
function tableBehind(sentence: Sentence, word: number, reading: Reading) {
  const called = calledTables(sentence).find((each) => each.word >= word && each.word - word <= 4)
  if (called) return called
  const at = sentence.words.findIndex((each, index) => index >= word && index - word <= 2 && each.identifier)
  const known = at < 0 ? undefined : reading.entities.find(sentence.words[at]?.text ?? '')
  return known && { mention: known, word: at }
}

/** The first of some nouns that somebody or something is, and the last: two things that have many of each other. */
function endsIn(nouns: readonly NounPhrase[], through: Mention, reading: Reading): readonly [Mention, Mention] | undefined {
  const ends = nouns.flatMap((noun) => {
    const entity = isAccounts(noun) ? { ...accountMention, text: noun.text } : entityOfNoun(noun, reading)
    const end = entity ?? (noun.person ? { ...accountMention, text: noun.text } : undefined)
    return end === undefined || keyOfName(end.name) === keyOfName(through.name) ? [] : [{ end, noun }]
  })
  const [first] = ends
  const last = ends.findLast(({ noun }) => noun.plural)
  return first && last && keyOfName(first.end.name) !== keyOfName(last.end.name) ? [first.end, last.end] : undefined
}

/** What the question is about that a recommendation or an answer stands below. */
function endsAsked(sentence: Sentence, through: Mention, reading: Reading): readonly [Mention, Mention] | undefined {
  const question = questionsIn(reading).find(({ blocks }) => blocks.includes(sentence.block))
  const above = question?.blocks.filter((block) => block < sentence.block).flatMap((block) => reading.sentencesOf(block)) ?? []
  const before = reading.sentences[reading.sentences.indexOf(sentence) - 1]
  const asked = [...above, ...(before ? [before] : [])].findLast(({ text }) => isQuestion(text))
  return asked && endsIn(asked.nouns, through, reading)
}

const questionsIn = oncePerDocument(({ document }) => questionsOf(document))
