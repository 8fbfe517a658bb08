import { isFieldLike } from '../columns/field-lists.ts'
import type { Sentence } from '../language/sentence.ts'
import { nounListAfter } from '../text/grammar.ts'

/**
 * Where the list begins of what somebody gives, in the steps below "Adding an entry" or in what is said below "Clients": "The clerk enters the name, the address and
 * the tax number", "Podaje treść wpisu, datę robót i pogodę".
 *
 * Not: what people sign in with; lists of which less than half are attributes.
 */
export function givenOfSection(sentence: Sentence): number | undefined {
  const verb = sentence.markers.find((marker) => marker.meaning === 'GIVING' || marker.meaning === 'CREATES')
  if (!verb || sentence.words[verb.from]?.pos !== 'verb') return undefined
  const before = sentence.nouns.filter((noun) => noun.to <= verb.from)
  if (before.length > 1 || before.some((noun) => !noun.person)) return undefined
  const own = nounListAfter(sentence, verb.to, 'passed over')
  const [first] = own
  if (!first || !isFieldLike(first) || own.some((noun) => noun.person || noun.identifier || /password|login/.test(noun.name)))
    return undefined
  return own.length >= 2 && own.filter(isFieldLike).length * 2 >= own.length ? verb.to : undefined
}
