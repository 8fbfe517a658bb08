import type { Sentence } from '../language/sentence.ts'
import type { Found, Reading } from '../reading.ts'
import { asksForSomething } from '../tables/things.ts'

/** What a pattern reads of each sentence of a block that asks for something: not of what is out of scope, nor of metrics and open issues. */
export function readAsked(
  block: number,
  reading: Reading,
  read: (sentence: Sentence, reading: Reading) => readonly Found[],
): readonly Found[] {
  return reading.sentencesOf(block).flatMap((sentence) => (asksForSomething(sentence.zone) ? read(sentence, reading) : []))
}
