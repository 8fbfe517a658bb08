import { isDoneByPerson } from './is-done-by-person.ts'
import { isNounAfterAll } from './is-noun-after-all.ts'
import { isOrder } from './is-order.ts'
import type { Tag, TaggedToken } from './tag.ts'
import { type TagView, wordBefore } from './tag-view.ts'
import { alwaysTagged } from './tag-words.ts'

/**
 * Corrects what the tagger gets wrong in this kind of text: words of the trade, orders (`Store recipes`), titles, fragments, and
 * nouns that look like verbs, which grammar gives away.
 */
export function correctTags(tokens: readonly TaggedToken[]): readonly TaggedToken[] {
  const tags = tokens.map((token): Tag => {
    if (token.kind === 'number') return 'NUM'
    return token.kind === 'word' ? (alwaysTagged.get(token.lower) ?? token.tag) : token.tag
  })
  const view: TagView = { tokens, tags }
  tokens.forEach((token, at) => {
    if (token.kind !== 'word') return
    // `Given a user, when …` begins a scenario.
    if (token.lower === 'given' && wordBefore(view, at) < 0) tags[at] = 'SCONJ'
    else if (isDoneByPerson(view, at)) {
      tags[at] = 'VERB'
      // `A patient books visits`
      tags[at - 1] = 'NOUN'
    } else if (isOrder(view, at)) tags[at] = 'VERB'
    else if (isNounAfterAll(view, at)) tags[at] = 'NOUN'
  })
  return tokens.map((token, at) => (tags[at] === token.tag ? token : { ...token, tag: tags[at] as Tag }))
}
