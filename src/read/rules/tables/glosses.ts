import type { Mention } from '../../../claim/mention.ts'
import { attributeNames, notThings, weakThings } from '../columns/common-names.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import { keyOfName } from './identifiers.ts'
import { asksForSomething } from './things.ts'

/**
 * What prose calls the tables: a table's name with words behind it, or words with the name behind them, say that the words mean the table.
 * "`visits` – wizyty pacjentów", "`shifts` (dyżury)", "dyżury (`shifts`)", "`borrowings`: loans of tools".
 *
 * Not: words that are a table of their own, common attributes, what programs consist of, and words that two tables are called.
 *
 * @returns the table's mention by the key of each such word.
 */
export function readGlosses(
  sentences: readonly Sentence[],
  find: (name: string) => Mention | undefined,
): ReadonlyMap<string, Mention> {
  const said = new Map<string, Set<Mention>>()
  for (const sentence of sentences) {
    if (!asksForSomething(sentence.zone)) continue
    for (const [index, word] of sentence.words.entries()) {
      const table = word.identifier ? find(word.text) : undefined
      if (!table || table.name !== word.text) continue
      const noun = behind(sentence, index) ?? before(sentence, index)
      if (!noun || !meansTable(noun) || find(noun.name) || (noun.head !== noun.name && find(noun.head))) continue
      const key = keyOfName(noun.name)
      said.set(key, (said.get(key) ?? new Set()).add(table))
    }
  }
  return new Map(
    [...said].flatMap(([key, tables]) => (tables.size === 1 ? [...tables].map((table) => [key, table] as const) : [])),
  )
}

function meansTable(noun: NounPhrase): boolean {
  if (noun.identifier || noun.abstract || noun.name.length < 3 || noun.name === 'user') return false
  return ![noun.name, noun.head].some((name) => attributeNames.has(name) || notThings.has(name) || weakThings.has(name))
}

/** Behind a name at the sentence's beginning a dash or colon and a noun in the plural; anywhere, a parenthesis that holds one noun and no more. */
function behind(sentence: Sentence, word: number): NounPhrase | undefined {
  const first = word === 0 || sentence.markers.some(({ meaning, from, to }) => meaning === 'TABLE' && from === 0 && to === word)
  const closed = first && sentence.words[word + 1]?.text === '(' ? sentence.words.findIndex((each) => each.text === ')') : -1
  if (closed > word + 3) return closing(sentence, closed)
  const sign = sentence.words[word + 1]?.text ?? ''
  const noun = sentence.nouns.find((each) => each.from === word + 2)
  if (!noun) return undefined
  if (sign === '(') return sentence.words[noun.to]?.text === ')' ? noun : undefined
  const begins = word === 0 && /^[:–—-]$/.test(sign) && noun.plural
  // "`visits`: date, reason": a list is not what it is called
  return begins && !/^[,:]$/.test(sentence.words[noun.to]?.text ?? '') ? noun : undefined
}

/** "`visits` (id, patient_id, starts_at) – wizyty": behind the list of columns a dash, the noun, and no more. */
function closing(sentence: Sentence, parenthesis: number): NounPhrase | undefined {
  if (!/^[:–—-]$/.test(sentence.words[parenthesis + 1]?.text ?? '')) return undefined
  const noun = sentence.nouns.find((each) => each.from === parenthesis + 2)
  return noun && /^[.;]?$/.test(sentence.words[noun.to]?.text ?? '') ? noun : undefined
}

/** The noun whose parenthesis holds the name and no more. */
function before(sentence: Sentence, word: number): NounPhrase | undefined {
  if (sentence.words[word - 1]?.text !== '(' || sentence.words[word + 1]?.text !== ')') return undefined
  return sentence.nouns.find((each) => each.to === word - 1)
}
