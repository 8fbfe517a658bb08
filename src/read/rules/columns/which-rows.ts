import type { Mention } from '../../../claim/mention.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Reading } from '../reading.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { isToBe, meansBetween } from '../text/grammar.ts'
import { attributeNames } from './common-names.ts'

/**
 * Which rows of a thing are meant: `active` of "one active session", `default` of "jeden domyślny adres", `not_ended` of "a session that is not ended yet",
 * `open` of "one bill with state open", `main` of "only one photo may be marked as main". In English; a value as it is written.
 */
export function whichOf(noun: NounPhrase, entity: Mention, sentence: Sentence, reading: Reading): string | undefined {
  return (
    stateAfter(noun, sentence) ??
    clauseAfter(noun, sentence, reading) ??
    qualifierOf(noun, entity, sentence) ??
    predicateOf(noun, sentence, reading)
  )
}

/** What is said of the counted ones in between amount and name, in English: `active`, of "20 active offers". */
export function qualifierOf(counted: NounPhrase, entity: Mention, sentence: Sentence): string | undefined {
  const keys = [entity.name, keyOfName(entity.name), ...(attributeNames.has(counted.head) ? [] : [counted.head])]
  const named = keys.find((key) => counted.name !== key && counted.name.endsWith(`_${key}`))
  const known = keyOfName(counted.name) === keyOfName(entity.name)
  if (named !== undefined && !known) return counted.name.slice(0, -named.length - 1)
  const words = sentence.words.slice(counted.from, counted.to).filter((word) => word.pos === 'adjective')
  return sentence.language === 'en' ? words.at(-1)?.lemma : undefined
}

/** "with status open", "ze stanem w_toku", "w stanie `otwarte`": the value that the state has. */
function stateAfter(noun: NounPhrase, sentence: Sentence): string | undefined {
  const state = sentence.nouns.find(
    (each) => each.from >= noun.to && each.from - noun.to <= 4 && /(?:^|_)(?:state|status)$/.test(each.head),
  )
  const before = state && sentence.words[state.from - 1]
  if (!state || before?.pos !== 'preposition') return undefined
  const value = sentence.words.slice(state.to).find((word) => !/^[:=`"'„”]$/.test(word.text))
  return value && value.pos !== 'verb' && !/^[.,;()]$/.test(value.text) ? value.text : undefined
}

/** "that is not ended yet", "które są otwarte". */
function clauseAfter(noun: NounPhrase, sentence: Sentence, reading: Reading): string | undefined {
  const opening = sentence.words.slice(noun.to, noun.to + 2).findIndex((word) => word.pos === 'pronoun')
  return opening < 0 ? undefined : saidAfter(noun.to + opening, sentence, reading)
}

/** "Only one photo of a pet may be the cover", "tylko jeden adres może być oznaczony jako domyślny". */
function predicateOf(noun: NounPhrase, sentence: Sentence, reading: Reading): string | undefined {
  const first = sentence.nouns[0]
  return first === noun ? saidAfter(noun.to, sentence, reading) : undefined
}

/** The adjective or participle behind "to be", with `not_` before it where it is refused. */
function saidAfter(from: number, sentence: Sentence, reading: Reading): string | undefined {
  const verb = sentence.words.findIndex((word, index) => index >= from && isToBe(word))
  if (verb < 0) return undefined
  const end = sentence.words.findIndex((word, index) => index > verb && /^[.,;:()]$/.test(word.text))
  const stop = end < 0 ? sentence.words.length : end
  const marked = sentence.words.findIndex((word, index) => index > verb && index < stop && /^(?:as|jako)$/.test(word.lemma))
  const said = sentence.words.findIndex(
    (word, index) => index > Math.max(verb, marked) && index < stop && (word.pos === 'adjective' || word.pos === 'verb'),
  )
  const word = sentence.words[said]
  if (word === undefined) return undefined
  const model = reading.modelOf(sentence.block)
  const named = sentence.language === 'en' ? word.text.toLowerCase() : model.name(word.text).name
  return meansBetween(sentence, verb, said, 'NOT') ? `not_${named}` : named
}
