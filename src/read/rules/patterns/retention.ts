import { accountMention, type Mention } from '../../../claim/mention.ts'
import { pluralise } from '../../../schema/inflect.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { evidenceFor } from '../tables/evidence.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { entitiesIn, foundIn, isAccounts, markersOf, means } from '../text/grammar.ts'

/**
 * What is deleted and not gone at once:
 * "deleted notes stay in the bin for 30 days", "removed products go to the trash", "Usunięte plany można przywrócić w ciągu 14 dni",
 * "deleted tools are kept for 30 days, then removed for good"; and what an account leaves behind:
 * "after account deletion orders stay without personal data", "po usunięciu konta wypożyczenia zostają zanonimizowane".
 *
 * Not: backups that can be restored, what cannot be restored, accounts themselves.
 */
export const retention: Pattern = {
  name: 'retention',
  read(block, reading) {
    return readAsked(block, reading, (sentence) => {
      if (means(sentence, 'ACCOUNT_DELETION')) return readLeftBehind(sentence, reading)
      const days = retentionIn(sentence, reading)
      if (days === undefined) return []
      return thingsOf(sentence, reading).map((entity) =>
        foundIn(reading, sentence, { kind: 'delete rule', entity, rule: 'soft', ...(days === '' ? {} : { keptFor: days }) }),
      )
    })
  },
}

/** How long what is deleted can come back, in the document's words; `''` where none says; undefined where it cannot. */
function retentionIn(sentence: Sentence, reading: Reading): string | undefined {
  if (means(sentence, 'NOT', 'NO', 'WITHOUT', 'REJECT', 'OUT_OF_SCOPE', 'LATER')) return undefined
  const sentences = reading.sentencesOf(sentence.block)
  const before = sentences[sentences.indexOf(sentence) - 1]
  const days = sentence.nouns.find((noun) => noun.count !== undefined && /^(?:hour|day|week|month|year)$/.test(noun.head))
  const deleted = means(sentence, 'DELETE') || (means(sentence, 'SOFT_DELETE') && before !== undefined && means(before, 'DELETE'))
  const back = means(sentence, 'RESTORES') || isPutAway(sentence) || (days !== undefined && isKept(sentence, days))
  if (!deleted || !back) return undefined
  return days === undefined ? '' : `${days.count} ${days.count === 1 ? days.head : pluralise(days.head)}`
}

/** "go to the trash", "stay in the bin", "are marked as deleted"; but not "click the trash icon". */
function isPutAway(sentence: Sentence): boolean {
  return markersOf(sentence, 'SOFT_DELETE').some((marker) => {
    if (sentence.words.slice(marker.from, marker.to).some((word) => word.pos !== 'noun')) return true
    const into = markersOf(sentence, 'INTO').some(({ to }) => to <= marker.from && marker.from - to <= 1)
    return into && sentence.words[marker.to]?.pos !== 'noun'
  })
}

/** "deleted notes are kept for 30 days": after they are deleted; "logs are kept for 90 days, then deleted" are not kept after that. */
function isKept(sentence: Sentence, days: NounPhrase): boolean {
  return markersOf(sentence, 'DELETE').some(({ to }) =>
    markersOf(sentence, 'KEEP', 'STORES').some((keep) => keep.from >= to && keep.to <= days.from + 1),
  )
}

/** What is deleted: what the sentence says is, or the first thing in it, or that of the sentence before. */
function thingsOf(sentence: Sentence, reading: Reading): readonly Mention[] {
  const things = thingsIn(sentence, reading)
  const said = things.filter(({ noun }) => isDeleted(noun, sentence))
  const chosen = said.length > 0 ? said : things.slice(0, 1)
  // "They stay in the bin …" speaks of the sentence before
  const again = /^(?:pronoun|verb)$/.test(sentence.words[0]?.pos ?? '')
  if (chosen.length > 0 || !again) return chosen.map(({ entity }) => entity)
  const sentences = reading.sentencesOf(sentence.block)
  const before = sentences[sentences.indexOf(sentence) - 1]
  return before
    ? thingsIn(before, reading)
        .slice(0, 1)
        .map(({ entity }) => entity)
    : []
}

function thingsIn(sentence: Sentence, reading: Reading): ReturnType<typeof entitiesIn> {
  return entitiesIn(sentence, reading).filter(
    ({ noun, entity }) => !isAccounts(noun) && !noun.person && keyOfName(entity.name) !== 'user',
  )
}

/** "deleted notes", "a note that was deleted", "deletes a note". */
function isDeleted(noun: NounPhrase, sentence: Sentence): boolean {
  const beside = markersOf(sentence, 'DELETE').some((marker) => marker.from >= noun.from - 1 && marker.to <= noun.to)
  return beside || evidenceFor(sentence, noun).includes('delete')
}

/** What stays when the account of its owner goes: its rows lose whose they were. */
function readLeftBehind(sentence: Sentence, reading: Reading): readonly Found[] {
  if (!means(sentence, 'ANONYMISES', 'KEEP', 'SET_NULL') || means(sentence, 'REJECT', 'OUT_OF_SCOPE', 'LATER')) return []
  const [account] = markersOf(sentence, 'ACCOUNT_DELETION')
  const things = thingsIn(sentence, reading).filter(({ noun }) => !isDeleted(noun, sentence))
  const after = things.filter(({ noun }) => account !== undefined && noun.from >= account.to)
  return [...new Map((after.length > 0 ? after : things).map(({ entity }) => [keyOfName(entity.name), entity])).values()].map(
    (entity) => foundIn(reading, sentence, { kind: 'delete rule', entity, to: accountMention, rule: 'set null' }),
  )
}
