import type { Document } from '../../../brief/document.ts'
import type { Sentence } from '../language/sentence.ts'
import { type Answer, type Question, textOfBlock } from './round.ts'

/**
 * What the answers of a session say to its numbered questions: "2. B", "3a", "4 – opcja C", "5. no", "ad 4: nie", "agreed, but …", "I accept all
 * recommendations except 5", "Wszystkie rekomendacje akceptuję oprócz 4 i 5".
 */
export function answersIn(
  document: Document,
  sentencesOf: (block: number) => readonly Sentence[],
  questions: readonly Question[],
): readonly Answer[] {
  return document.blocks.flatMap((block, index) => {
    if ((block.kind !== 'item' && block.kind !== 'paragraph') || block.zone !== 'answers') return []
    const above = questions.filter((question) => (question.blocks[0] ?? 0) < index)
    const numbered = (number: number): Question | undefined => above.findLast((question) => question.number === number)
    const answer = (question: Question | undefined, verdict: Answer['verdict'] | undefined): readonly Answer[] =>
      question === undefined || verdict === undefined ? [] : [{ block: index, question, verdict }]
    const [first] = sentencesOf(index)
    if (block.kind === 'item' && block.number !== undefined && first !== undefined) {
      const question = numbered(block.number)
      return answer(question, letterOf(block.inline.text, question) ?? verdictOf(first))
    }
    const several = severalIn(textOfBlock(block), numbered).map((each) => ({ block: index, ...each }))
    const exact = new Set(several.map(({ question }) => question))
    const general = sentencesOf(index).flatMap((sentence) => acceptedIn(sentence, roundAbove(document, above, index)))
    const whole = general.filter(({ question }) => !exact.has(question)).map((each) => ({ block: index, ...each }))
    if (several.length + whole.length > 0) return [...several, ...whole]
    return first === undefined ? [] : answer(questionAbove(document, above, index), verdictOf(first))
  })
}

const chosen =
  /^(?:(?:opcj[aęi]|option|wariant|variant|wybieram|choose|answer|odp\.?)\s*:?\s*)?\(?([A-Ha-h])(?:[).,:;]|\s[–—-]|\s*$|(?=\s+(?:but|with|ale|plus|z)\s))/u

/** "Let's go with option C", "wybieram wariant B": a letter behind the word for an option, in the first sentence. */
const named = /^[^.?!]{0,40}?(?:opcj[aęi]|option|wariant\p{L}*|variant)\s+([A-H])(?![\p{L}\p{N}])/iu

const places: readonly RegExp[] = [
  /^(?:the\s+)?first\b|^pierwsz/iu,
  /^(?:the\s+)?second\b|^drug/iu,
  /^(?:the\s+)?third\b|^trzeci/iu,
]

/** "The first one", "druga opcja": the letter of the option at that place. */
function placeOf(text: string, question: Question | undefined): string | undefined {
  const place = places.findIndex((ordinal) => ordinal.test(text.trim()))
  return place < 0 ? undefined : [...(question?.options.keys() ?? [])][place]
}

/** "B", "a)", "opcja C, bo …": a letter that the question has an option for. */
function letterOf(text: string, question: Question | undefined): Answer['verdict'] | undefined {
  const letter = (chosen.exec(text.trim()) ?? named.exec(text))?.[1]?.toUpperCase() ?? placeOf(text, question)
  return letter !== undefined && question?.options.has(letter) ? { letter } : undefined
}

/**
 * A bare yes or no, or agreement: nothing else of weight is said. What follows a no gives its reason ("No, later.", "Nie, w pierwszej wersji bez …"); what follows a
 * yes is read as a sentence of its own.
 */
function verdictOf(sentence: Sentence): 'yes' | 'no' | undefined {
  const colon = sentence.words.slice(0, 4).findIndex((word) => word.text === ':')
  const head = sentence.markers.filter((marker) => marker.from > colon && marker.from <= colon + 2)
  const no = head.find((marker) => marker.meaning === 'NO' || marker.meaning === 'NOT' || marker.meaning === 'REJECT')
  if (refusesTable(sentence, colon + 1) || insteadOfTable(sentence, colon + 1)) return 'no'
  const brief = sentence.words.length - colon - 1 <= 6
  const apart = (to: number): boolean => /^[,.;:–—-]$/.test(sentence.words[to]?.text ?? '')
  if (no && (brief || (no.from === colon + 1 && apart(no.to)))) return 'no'
  const yes = head.find((marker) => marker.meaning === 'AGREE')
  return yes && (brief || (yes.from === colon + 1 && apart(yes.to))) ? 'yes' : undefined
}

/** "No separate table, …", "bez osobnej tabeli, …". */
function refusesTable({ markers }: Sentence, from: number): boolean {
  const no = markers.find((marker) => marker.from === from && (marker.meaning === 'NO' || marker.meaning === 'WITHOUT'))
  return (
    no !== undefined &&
    markers.some(
      ({ meaning, from: at }) =>
        (meaning === 'TABLE' || meaning === 'ENTITY' || meaning === 'JOIN_TABLE') && at >= no.from && at - no.to <= 1,
    )
  )
}

/** "Just an array on the recipe", "wystarczy kolumna jsonb": one column, and nothing else. */
function insteadOfTable({ markers, words }: Sentence, from: number): boolean {
  const only = markers.some((marker) => marker.meaning === 'ONLY' && marker.from === from)
  const form = markers.find(
    ({ meaning }) => meaning === 'LIST' || meaning === 'MANY' || meaning === 'JSON' || meaning === 'TEXT' || meaning === 'COLUMN',
  )
  return (
    form !== undefined &&
    form.from - from <= 4 &&
    (only || /^(?:just|only|simply|tylko|po prostu|wystarczy|zwykł\p{L}+)$/iu.test(words[from]?.text ?? ''))
  )
}

const pair =
  /(?:^|[\s,;(])(?:ad\.?\s*|pkt\.?\s*|p(?:yt(?:anie)?)?\.?\s*|q(?:uestion)?\.?\s*)?(\d{1,2})\s*[.):–—-]?\s*(?:(?:opcj[aęi]|option|wariant|variant)\s*)?(?:([A-Ha-h])(?![\p{L}\p{N}])|(tak|nie|yes|no|ok|zgoda|agreed)(?![\p{L}\p{N}]))/giu

/** "1, 2 i 5 – zgoda", "1–3 agreed": one word for several questions. */
const shared =
  /(?:^|[\s(])(\d{1,2}(?:\s*(?:,|–|-|\bi\b|\band\b|\boraz\b)\s*\d{1,2})+)\s*[.):–—-]?\s*(tak|nie|yes|no|ok|zgoda|agreed)(?![\p{L}\p{N}])/giu

/** Answers to several questions in one line: "1A, 2C", "1. tak 2. B 3. nie", "Ad 4: nie, …", "1–3 agreed, 4 no". */
function severalIn(text: string, numbered: (number: number) => Question | undefined): readonly Omit<Answer, 'block'>[] {
  const verdict = (word: string | undefined): 'yes' | 'no' => (/^n/i.test(word ?? '') ? 'no' : 'yes')
  const together = [...text.matchAll(shared)].flatMap((match) =>
    numbersIn(match[1] ?? '').flatMap((number): readonly Omit<Answer, 'block'>[] => {
      const question = numbered(number)
      return question ? [{ question, verdict: verdict(match[2]) }] : []
    }),
  )
  const matches = [...text.matchAll(pair)]
  const apart = matches.flatMap((match, order): readonly Omit<Answer, 'block'>[] => {
    const question = numbered(Number(match[1]))
    const letter = match[2]?.toUpperCase()
    if (question === undefined || together.some((each) => each.question === question)) return []
    const said = text.slice(match.index, matches[order + 1]?.index)
    if (letter !== undefined) return question.options.has(letter) ? [{ question, verdict: { letter }, text: said }] : []
    return [{ question, verdict: verdict(match[3]), text: said }]
  })
  return [...together, ...apart]
}

/** The numbers of "1, 2 and 5" and of "1–3". */
function numbersIn(text: string): readonly number[] {
  return text.split(/,|\bi\b|\band\b|\boraz\b/u).flatMap((piece) => {
    const [from = 0, to = from] = piece.split(/[–-]/).map(Number)
    return to - from < 20 ? Array.from({ length: Math.max(to - from, 0) + 1 }, (_, step) => from + step) : [from]
  })
}

/**
 * "I accept all recommendations except 5", "all good, but skip number 3": the whole round, but for those numbers; "I accept recommendations 1 and 2, the rest is
 * out": those numbers, and none of the others.
 */
function acceptedIn(sentence: Sentence, round: readonly Question[]): readonly Omit<Answer, 'block'>[] {
  const agreeing = sentence.markers.find((marker) => marker.meaning === 'AGREE')
  const rest = /\b(?:reszt|pozosta|rest\b|others)/i.test(sentence.text)
  const all = sentence.markers.some((marker) => marker.meaning === 'ALL') || /\bwszystk/i.test(sentence.text)
  const recommended = /recommend|rekomend|propos|propozyc|suggest|suge|point|punkt|answers?\b|wszystk|everything|\ball\b/i.test(
    sentence.text,
  )
  if (agreeing === undefined || !(all || rest) || !recommended) return []
  const refusing = sentence.markers.find((marker) => marker.meaning === 'REJECT' || marker.meaning === 'OUT_OF_SCOPE')
  const valuesIn = (from: number, to: number): ReadonlySet<number> =>
    new Set(sentence.words.slice(Math.max(0, from), to).flatMap((word) => word.value ?? []))
  if (!all && refusing) {
    const taken = valuesIn(agreeing.to, refusing.from)
    return taken.size === 0 ? [] : round.map((question) => ({ question, verdict: taken.has(question.number) ? 'yes' : 'no' }))
  }
  const except = sentence.markers.find((marker) => marker.meaning === 'EXCEPT')
  const refused = except
    ? valuesIn(except.to, except.to + 12)
    : refusing
      ? valuesIn(refusing.from - 3, refusing.to + 4)
      : new Set<number>()
  return round.map((question) => ({ question, verdict: refused.has(question.number) ? 'no' : 'yes' }))
}

/** The questions since the answers before. */
function roundAbove(document: Document, above: readonly Question[], block: number): readonly Question[] {
  let start = block
  while (start > 0 && document.blocks[start - 1]?.zone === 'answers') start -= 1
  const last = above.at(-1)?.blocks[0] ?? -1
  let before = Math.min(start, last)
  while (before >= 0 && document.blocks[before]?.zone !== 'answers') before -= 1
  return above.filter((question) => (question.blocks[0] ?? -1) > before)
}

/** The question that stands right above an answer without a number, recommendations between them aside; in a conversation the turn above it. */
export function questionAbove(document: Document, above: readonly Question[], block: number): Question | undefined {
  for (let at = block - 1; at >= Math.max(0, block - 6); at -= 1) {
    const zone = document.blocks[at]?.zone
    const own = above.find((question) => question.blocks[0] === at || (zone === 'questions' && question.blocks.includes(at)))
    if (own) return own
    if (zone === 'questions') return { number: 0, blocks: [at], options: new Map() }
    if (zone !== 'recommendations') break
  }
  return turnAbove(document, block)
}

function turnAbove(document: Document, block: number): Question | undefined {
  const blocks: number[] = []
  let at = block - 1
  // an answer of several lines is one
  while (document.blocks[at]?.zone === 'answers') at -= 1
  for (; document.blocks[at]?.zone === 'recommendations' && document.blocks[at]?.kind !== 'heading'; at -= 1) blocks.unshift(at)
  return blocks.length === 0 ? undefined : { number: 0, blocks, options: new Map(), turn: true }
}
