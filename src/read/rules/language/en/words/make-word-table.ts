import { createRequire } from 'node:module'
import { type ContractionPart, firstHint, type Machine, packEntry, packWordTable, type Unpacked } from './word-table.ts'

/** What is needed of `eng-core-web-model.json`. A feature is packed into the numbers of a word: which of them, its mask and its shift. */
interface Core {
  readonly lexicon: string
  readonly xpansions: string
  readonly packing: { readonly size: number; readonly layout: Readonly<Record<string, readonly number[]>> }
  readonly features: Readonly<Record<'lexeme' | 'posClusters', { readonly list: readonly string[] }>>
  readonly pos: { readonly hash: Readonly<Record<string, number>>; readonly list: readonly string[] }
  readonly trex: unknown
  readonly tcat: { readonly hash: Readonly<Record<string, number>> }
  readonly preserve: unknown
}

/** The parts of speech that have irregular forms, and the model's files of them. */
const exceptions: Readonly<Record<string, string>> = { NOUN: 'noun', VERB: 'verb', ADJ: 'adjective' }

/** The bytes of the table of English words, from the web model of wink-nlp as it is installed. */
export function makeWordTable(): Uint8Array {
  const require = createRequire(import.meta.url)
  const load = (name: string): unknown => require(`wink-eng-lite-web-model/dist/${name}`)
  const core = load('languages/cur/models/eng-core-web-model.json') as Core
  const irregular = Object.entries(exceptions).flatMap(([pos, name]) =>
    Object.entries(load(`wn-${name}-exceptions.js`) as Record<string, string>).map(
      ([form, base]) => [`${pos} ${form}`, base] as const,
    ),
  )
  const machines = (load('languages/cur/models/eng-pos-model.json') as readonly string[]).map(machineOf)
  return packWordTable(unpack(core, machines, irregular))
}

/** How many numbers of the list of expansions are one part of a contraction: its text, its usual spelling, its lemma, its part of speech. */
const partSize = 4

function unpack(core: Core, machines: readonly Machine[], irregular: Unpacked['irregular']): Unpacked {
  const { list } = core.features.lexeme
  const lexicon = numbersOf(core.lexicon)
  const expansions = numbersOf(core.xpansions)
  const feature = (word: number, name: string): number => {
    const [number = 0, mask = 0, shift = 0] = core.packing.layout[name] ?? []
    return ((lexicon[number + word * core.packing.size] ?? 0) & mask) >>> shift
  }
  const clusters = core.features.posClusters.list.map((cluster) =>
    cluster.split('_').reduce((bits, tag) => bits | (1 << (core.pos.hash[tag] ?? 0)), 0),
  )
  const text = (word: number): string => list[word] ?? ''
  const isRespelt = (word: number): boolean => feature(word, 'isSpellingMapped') === 1
  const respelt = (word: number): number => (isRespelt(word) ? feature(word, 'lemma') : word)
  const normal = (word: number): number => (isRespelt(word) ? feature(word, 'lemma') : word + feature(word, 'normal'))

  const words = list.map((_, word) => word).sort((a, b) => (text(a) < text(b) ? -1 : 1))
  const places = new Uint32Array(words.length)
  words.forEach((word, place) => {
    places[word] = place
  })
  const contractions: Record<string, readonly ContractionPart[]> = {}
  const features = new Uint32Array(words.length)
  const forms = new Uint32Array(words.length)
  words.forEach((word, place) => {
    const isLemma = feature(respelt(word), 'isSLemma') === 1
    features[place] = packEntry({
      pos: feature(respelt(word), 'pos'),
      hint: feature(word, 'posHint'),
      possible: feature(normal(word), 'lexemeCID'),
      own: feature(word, 'lexemeCID'),
      isBaseForm: feature(word, 'isBaseForm') === 1,
      isLemma,
    })
    forms[place] = places[isLemma ? feature(respelt(word), 'lemma') : normal(word)] ?? 0
    if (feature(word, 'isContraction') === 1) {
      const pointer = feature(word, 'lemma')
      const [first, count] = [pointer & 0x3fff, (pointer >>> 14) & 31]
      const parts: ContractionPart[] = []
      for (let at = first; at < first + count; at += partSize) {
        const [part = 0, usual = 0, lemma = 0, pos = 0] = expansions.subarray(at, at + partSize)
        const possible = clusters[feature(usual, 'lexemeCID')] ?? 0
        parts.push({ text: text(part), pos, lemma: text(lemma), hint: feature(part, 'posHint'), possible })
      }
      contractions[text(word)] = parts
    }
  })
  const tokens = { expressions: core.trex, categories: core.tcat.hash, preserve: core.preserve }
  return {
    words: words.map(text),
    features,
    forms,
    irregular,
    contractions,
    clusters,
    rules: { tags: core.pos.list, machines, tokens },
  }
}

/** The model writes a hint as a number above this, and "otherwise" as one of its own. */
const hints = 1_080_000
const otherwiseEvent = 2_070_003

/** A machine as `importJSON` of wink-nlp's automaton takes it. */
function machineOf(json: string): Machine {
  const [, , states, names, marks] = JSON.parse(json) as readonly [
    number,
    number,
    Readonly<Record<string, Readonly<Record<string, number>>>>,
    Readonly<Record<string, string>>,
    Readonly<Record<string, readonly [number, number]>>,
  ]
  const steps: Record<number, Record<number, number>> = {}
  const otherwise: Record<number, number> = {}
  for (const [state, row] of Object.entries(states)) {
    const next: Record<number, number> = {}
    for (const [event, to] of Object.entries(row)) {
      const number = Number(event)
      if (number === otherwiseEvent) otherwise[Number(state)] = to
      else if (!Number.isNaN(number)) next[number > hints ? firstHint + number - hints : number] = to
    }
    steps[Number(state)] = next
  }
  const ends = Object.fromEntries(Object.entries(names).map(([state, name]) => [state, name === '0' ? null : Number(name)]))
  return { steps, otherwise, ends, around: marks }
}

const numbersOf = (base64: string): Uint32Array => new Uint32Array(new Uint8Array(Buffer.from(base64, 'base64')).buffer)
