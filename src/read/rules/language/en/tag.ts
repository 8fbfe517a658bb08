import type { Token } from '../token.ts'
import { taggerModel } from './tagger-model.ts'

/** A part of speech of the universal tag set, as wink-nlp gives it. */
export type Tag =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE'

/** A token with what the tagger made of it. `lower` is its text in small letters with a straight apostrophe. */
export interface TaggedToken extends Token {
  readonly lower: string
  readonly tag: Tag
  readonly lemma: string
  /** In the tagger's lexicon. */
  readonly common: boolean
}

export type Tagger = (tokens: readonly Token[]) => readonly TaggedToken[]

let loaded: Promise<Tagger> | undefined

/**
 * Loads wink-nlp with its small web model (both MIT): tags and lemmas, nothing else of it. Once a process: wink-nlp rewrites its model's data
 * each time it is given it, into ever longer strings.
 */
export function loadTagger(): Promise<Tagger> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Tagger> {
  const { default: winkNlp } = await import('wink-nlp')
  // No sentence boundaries, entities or sentiment: sentences are ours, the rest is not needed.
  const nlp = winkNlp(taggerModel(), ['pos'])
  const its = nlp.its
  const unknownFrom = nlp.readDoc('zqxjvkwq').tokens().out(its.uniqueId)[0] as unknown as number
  return (tokens) => {
    const { text, starts } = plainSentence(tokens)
    const all = nlp.readDoc(text).tokens()
    const values = all.out()
    const tags = all.out(its.pos) as readonly string[]
    const lemmas = all.out(its.lemma as unknown as typeof its.value)
    const ids = all.out(its.uniqueId) as unknown as readonly number[]
    const first: number[] = new Array(tokens.length).fill(-1)
    const last: number[] = new Array(tokens.length).fill(-1)
    let at = 0
    let token = 0
    values.forEach((value, index) => {
      const found = text.indexOf(value, at)
      if (found < 0) return
      at = found + value.length
      while (token + 1 < starts.length && (starts[token + 1] ?? 0) <= found) token += 1
      if (first[token] === -1) first[token] = index
      last[token] = index
    })
    return tokens.map((each, index) => {
      const begin = first[index] ?? -1
      const end = last[index] ?? -1
      const lower = each.text.toLowerCase().replaceAll('’', "'")
      if (begin < 0) return tagged(each, lower, 'X', lower, false)
      // `can't` is what its first part is, `ai-generated` what its last part is.
      const hyphened = each.kind === 'word' && /\p{L}[-‑]\p{L}/u.test(each.text)
      const lemma = each.kind === 'word' && !hyphened ? (lemmas[begin] ?? lower) : lower
      return tagged(
        each,
        lower,
        tags[hyphened ? end : begin] as Tag,
        lemma,
        Math.max(ids[begin] ?? unknownFrom, ids[end] ?? unknownFrom) < unknownFrom,
      )
    })
  }
}

/** Field by field: this is made for every word, and spreading is slow. */
function tagged(
  { kind, text, start, end, code, strong, spaced, value }: Token,
  lower: string,
  tag: Tag,
  lemma: string,
  common: boolean,
): TaggedToken {
  const token = { kind, text, start, end, code, strong, spaced, lower, tag, lemma, common }
  return value === undefined ? token : { ...token, value }
}

/** The sentence as the tagger should see it: small letters (documents write Every Thing Large), a plain noun for each name in code. */
function plainSentence(tokens: readonly Token[]): { readonly text: string; readonly starts: readonly number[] } {
  let text = ''
  const starts: number[] = []
  tokens.forEach((token, index) => {
    const joined = index > 0 && /^['’]s?$/i.test(token.text) && !token.spaced
    if (!joined && index > 0) text += ' '
    starts.push(text.length)
    text += standIn(token)
  })
  return { text, starts }
}

function standIn(token: Token): string {
  switch (token.kind) {
    case 'name':
    case 'quoted':
    case 'reference':
      return 'item'
    case 'number':
      return '5'
    case 'cardinality':
      return 'many'
    case 'symbol':
      return token.text === '%' ? 'percent' : token.text === '&' || token.text === '+' ? 'and' : ','
    case 'punctuation':
      return /^[.,:;!?()'"]$/.test(token.text) ? token.text : ','
    case 'word': {
      const plain = token.text.replaceAll('’', "'")
      return plain === 'I' || /^I'/.test(plain) ? plain : plain.toLowerCase()
    }
  }
}
