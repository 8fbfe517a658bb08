import type { NounPhrase, Sentence } from '../language/sentence.ts'
import { markersOf } from '../text/grammar.ts'
import { isAnyone } from './makers.ts'

/**
 * The persons who speak in stories: "As a warden I want to …", "Jako opiekun chcę …". They sign in, so that what leads to one leads to an account, unless
 * the documents say what is kept of each.
 */
export function speakerOf(sentence: Sentence): NounPhrase | undefined {
  const [story] = markersOf(sentence, 'AS_ROLE')
  const noun = story && sentence.nouns.find((each) => each.person && each.from >= story.from && each.from - story.to <= 2)
  return noun && !noun.identifier && !isAnyone(noun.name) ? noun : undefined
}
