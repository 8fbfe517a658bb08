/**
 * What the tagger knows of English: 87,000 words with their parts of speech, the exceptions of their forms, and the rules that correct a part of speech by its
 * neighbours. All of it is made when dbplan is built, from the web model of wink-nlp, in the order in which it is looked for: a process that
 * reads a page of English opens the file and looks up the page's words, where the model's own JSON takes a tenth of a second to take in.
 */
export interface WordTable {
  /** The place of a word, or -1. */
  find(word: string): number
  word(at: number): string
  /** The entry of the word at that place: see {@link Entry}. */
  entry(at: number): Entry
  /** What a contraction says: the parts of `can't`. Undefined for other words. */
  partsOf(word: string): readonly ContractionPart[] | undefined
  /** The base of an irregular form of that part of speech: `children` of `NOUN` is `child`. */
  irregular(pos: string, form: string): string | undefined
  readonly rules: TaggingRules
}

export interface Entry {
  /** Numbers are places in {@link TaggingRules.tags}. */
  readonly pos: number
  /** A class of words that the rules treat alike; 0 for most words. */
  readonly hint: number
  /** The parts of speech that the word may be, in its usual spelling: a bit for each. */
  readonly possible: number
  /** The same of the word as it is spelt. */
  readonly own: number
  readonly isBaseForm: boolean
  /** Where the word is always one lemma, that; otherwise the form from which the lemma is found. */
  readonly form: string
  readonly isLemma: boolean
}

export interface ContractionPart {
  readonly text: string
  readonly pos: number
  readonly lemma: string
  readonly hint: number
  readonly possible: number
}

export interface TaggingRules {
  readonly tags: readonly string[]
  readonly machines: readonly Machine[]
  /** For wink-nlp's tokenizer, as its model has them. */
  readonly tokens: TokenRules
}

export interface TokenRules {
  readonly expressions: unknown
  readonly categories: Readonly<Record<string, number>>
  readonly preserve: unknown
}

/** A finite state machine over parts of speech and hints. State 0 is where it begins. */
export interface Machine {
  /** By state: by event the next state. */
  readonly steps: Readonly<Record<number, Readonly<Record<number, number>>>>
  /** By state: the state in which a match ended before what led no further. */
  readonly otherwise: Readonly<Record<number, number>>
  /** By final state: the tag, negative where the word becomes that whatever it may be; null where the match means nothing. */
  readonly ends: Readonly<Record<number, number | null>>
  /** By final state: how many words stand before the one meant, and behind it. */
  readonly around: Readonly<Record<number, readonly [number, number]>>
}

/** Words without a hint are known to the machines by their part of speech, the others by their hint, above these. */
export const firstHint = 32

/** The parts of the file beside its lists. */
interface Header {
  readonly contractions: Readonly<Record<string, readonly ContractionPart[]>>
  /** Sets of parts of speech, each a bit. */
  readonly clusters: readonly number[]
  readonly rules: TaggingRules
}

/** What the file is made of, before it is packed. Words ascend by code unit, as do the keys of the irregular forms (`NOUN children`). */
export interface Unpacked extends Header {
  readonly words: readonly string[]
  /** By word, packed as {@link packEntry} does. */
  readonly features: Uint32Array
  /** By word: the place of its form among the words. */
  readonly forms: Uint32Array
  readonly irregular: readonly (readonly [key: string, base: string])[]
}

export interface PackedEntry {
  readonly pos: number
  readonly hint: number
  /** Places among the clusters. */
  readonly possible: number
  readonly own: number
  readonly isBaseForm: boolean
  readonly isLemma: boolean
}

export function packEntry({ pos, hint, possible, own, isBaseForm, isLemma }: PackedEntry): number {
  return (pos | (hint << 5) | (possible << 13) | (own << 20) | (isBaseForm ? 1 << 27 : 0) | (isLemma ? 1 << 28 : 0)) >>> 0
}

/** The file's bytes: the lengths of its parts, then the parts, each at a multiple of four. */
export function packWordTable({ words, features, forms, irregular, ...header }: Unpacked): Uint8Array {
  const text = (value: string) => new TextEncoder().encode(value)
  const raw = (numbers: Uint32Array) => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
  const parts = [
    text(JSON.stringify(header)),
    raw(features),
    raw(forms),
    raw(offsetsOf(words)),
    text(words.join('')),
    text(JSON.stringify(Object.fromEntries(irregular))),
  ]
  const lengths = Uint32Array.from(parts, (part) => part.length)
  const all = [raw(lengths), ...parts]
  const bytes = new Uint8Array(all.reduce((sum, part) => sum + aligned(part.length), 0))
  let at = 0
  for (const part of all) {
    bytes.set(part, at)
    at += aligned(part.length)
  }
  return bytes
}

/** Opens what {@link packWordTable} made. Nothing is read of it but what is asked for. */
export function openWordTable(bytes: Uint8Array): WordTable {
  const lengths = new Uint32Array(bytes.buffer, bytes.byteOffset, 6)
  let at = lengths.byteLength
  const parts = [...lengths].map((length) => {
    const part = bytes.subarray(at, at + length)
    at += aligned(length)
    return part
  })
  const text = (part: number) => new TextDecoder().decode(parts[part])
  const numbers = (part: number) => {
    const { buffer, byteOffset, byteLength } = parts[part] as Uint8Array
    return new Uint32Array(buffer, byteOffset, byteLength / 4)
  }
  const { contractions, clusters, rules } = JSON.parse(text(0)) as Header
  const [features, forms, offsets, letters] = [numbers(1), numbers(2), numbers(3), text(4)]
  const word = (place: number) => letters.slice(offsets[place], offsets[place + 1])
  let irregular: Readonly<Record<string, string>> | undefined
  return {
    find: (wanted) => findWord(wanted, offsets.length - 1, word),
    word,
    entry: (place) => {
      const packed = features[place] ?? 0
      return {
        pos: packed & 31,
        hint: (packed >>> 5) & 255,
        possible: clusters[(packed >>> 13) & 127] ?? 0,
        own: clusters[(packed >>> 20) & 127] ?? 0,
        isBaseForm: (packed & (1 << 27)) !== 0,
        isLemma: (packed & (1 << 28)) !== 0,
        form: word(forms[place] ?? 0),
      }
    },
    partsOf: (contraction) => (Object.hasOwn(contractions, contraction) ? contractions[contraction] : undefined),
    irregular: (pos, form) => {
      irregular ??= JSON.parse(text(5)) as Readonly<Record<string, string>>
      const key = `${pos} ${form}`
      return Object.hasOwn(irregular, key) ? irregular[key] : undefined
    },
    rules,
  }
}

function findWord(wanted: string, count: number, word: (at: number) => string): number {
  let low = 0
  let high = count - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = word(middle)
    if (found === wanted) return middle
    if (found < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Where each word begins among the letters of all, and where the last one ends. */
function offsetsOf(words: readonly string[]): Uint32Array {
  const offsets = new Uint32Array(words.length + 1)
  words.forEach((word, at) => {
    offsets[at + 1] = (offsets[at] ?? 0) + word.length
  })
  return offsets
}

const aligned = (length: number): number => Math.ceil(length / 4) * 4
