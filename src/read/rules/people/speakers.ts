import type { NounPhrase, Sentence } from '../language/sentence.ts'
import { markersOf } from '../text/grammar.ts'
import { isAnyone } from './makers.ts'

/**
 * The persons whom a part of the requirements about roles lists by name: "- **Guard** – opens the gates", "| Clerk | sells tickets |", "* Judges score debates.". Where one label
 * is a person, a desk or an office beside it is a role as well, which `speakerOf` cannot know of one sentence: see `rolesListed`.
 */
export function listedRole(sentence: Sentence): NounPhrase | undefined {
  const noun = sentence.nouns[0]
  if (sentence.zone !== 'roles' || !noun || noun.from > 1 || noun.identifier || noun.abstract) return undefined
  if (sentence.cell)
    return sentence.cell.column === 0 && sentence.cell.row >= 0 && noun.to >= sentence.words.length - 1 ? noun : undefined
  const labelled = /^[:–—-]$/.test(sentence.words[noun.to]?.text ?? '') && sentence.words[noun.from]?.strong === true
  const acts = noun.person && sentence.words[noun.to]?.pos === 'verb' && noun.from === 0
  return labelled || acts ? noun : undefined
}

/** The roles of a document's lists of roles: of a list in which one is a person, all. */
export function rolesListed(sentences: readonly Sentence[]): readonly NounPhrase[] {
  const listed = sentences.flatMap((sentence) => {
    const noun = listedRole(sentence)
    return noun ? [noun] : []
  })
  return listed.some((noun) => noun.person) ? listed.filter((noun) => !isAnyone(noun.name)) : []
}

/**
 * The persons who speak in stories: "As a warden I want to …", "Jako opiekun chcę …". They sign in, so that what leads to one leads to an account, unless
 * the documents say what is kept of each.
 */
export function speakerOf(sentence: Sentence): NounPhrase | undefined {
  return storyteller(sentence) ?? signedIn(sentence)
}

/** "Customers sign in with a code", "Klienci mają konto": who has an account is no thing besides. */
export function signedIn(sentence: Sentence): NounPhrase | undefined {
  const [noun] = sentence.nouns
  if (!noun?.person || !noun.plural || noun.from > 1 || noun.identifier || isAnyone(noun.name)) return undefined
  if (markersOf(sentence, 'NOT', 'NO', 'WITHOUT').length > 0) return undefined
  const verb = sentence.words.findIndex((word, index) => index >= noun.to && word.pos === 'verb')
  const near = verb >= 0 && verb - noun.to <= 1
  const signs = markersOf(sentence, 'SIGNS_IN').some(({ from, to }) => from <= verb + 1 && to > verb)
  const has = sentence.nouns[1]
  const account = has?.name === 'account' && has.from - verb <= 2 && markersOf(sentence, 'HAS').some(({ from }) => from === verb)
  return near && (signs || account) ? noun : undefined
}

function storyteller(sentence: Sentence): NounPhrase | undefined {
  const [story] = markersOf(sentence, 'AS_ROLE')
  const noun = story && sentence.nouns.find((each) => each.person && each.from >= story.from && each.from - story.to <= 2)
  return noun && !noun.identifier && !isAnyone(noun.name) ? noun : undefined
}
