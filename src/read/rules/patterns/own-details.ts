import { accountMention } from '../../../claim/mention.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { foundIn, isAccounts, markersOf, nounListAfter } from '../text/grammar.ts'

/** Names (English) of what is kept of a person who signs in. */
const personal =
  /^(?:(?:first|last|full|display|user|company|middle)_name|name|surname|nickname|username|(?:mobile_|contact_)?phone(?:_number)?|telephone(?:_number)?|date_of_birth|birth_date|job_title|profession|occupation|avatar|photo|profile_(?:photo|picture)|bio|biography|short_bio|address|city|region|country|postal_code|time_?zone|language|nationality|gender|company|organisation|organization|specialisation|specialization)$/

/** What the platform keeps of an account by itself. */
const credentials = /^(?:(?:e_?mail|email)(?:_address)?|e_mail_address|password|login|password_confirmation|address_email)$/

/**
 * What people tell of themselves is kept of each account: "applicants give a full name and a phone number", "during sign-up the member enters a nickname and a city",
 * "Rodzic podaje imię, nazwisko i telefon", "Profil użytkownika zawiera imię i stanowisko", "users have a profile: display name, avatar".
 *
 * Not: credentials, what people enter of things ("the clerk enters a name and a price"), details of persons whom others keep a list of, documents that define tables.
 */
export const ownDetails: Pattern = {
  name: 'own details',
  read(block, reading) {
    if (reading.document.kind !== 'prd' || reading.entities.decided) return []
    return readAsked(block, reading, readSentence)
  },
}

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  if (markersOf(sentence, 'NOT', 'NO', 'WITHOUT').length > 0) return []
  const given = markersOf(sentence, 'GIVING', 'INCLUDES', 'HAS').flatMap((marker) => {
    const before = sentence.nouns.filter((noun) => noun.to <= marker.from).at(-1)
    const told = marker.meaning === 'GIVING' ? isThemselves(before, reading) : isTheirProfile(before, sentence)
    if (told && before && gapIsVerbs(sentence, before, marker.from)) return [nounListAfter(sentence, marker.to)]
    const behind = marker.meaning === 'HAS' && isThemselves(before, reading) ? profileBehind(sentence, marker.to) : undefined
    return behind === undefined ? [] : [nounListAfter(sentence, behind)]
  })
  const list = given.find(
    (each) => each.length > 0 && each.every((noun) => personal.test(noun.name) || credentials.test(noun.name)),
  )
  return (list ?? [])
    .filter((noun) => !credentials.test(noun.name))
    .map((noun) =>
      foundIn(reading, sentence, {
        kind: 'attribute',
        entity: { ...accountMention, text: sentence.nouns[0]?.text ?? noun.text },
        attribute: { text: noun.text, name: noun.name, identifier: false, known: noun.known },
        strength: 'stated',
      }),
    )
}

function isThemselves(noun: NounPhrase | undefined, reading: Reading): boolean {
  return noun?.person === true && (isAccounts(noun) || reading.things.speaker(noun.name) !== undefined)
}

/** "the user profile", "Profil użytkownika": the language may give the profile, or whose it is, as what stands before the verb. */
function isTheirProfile(noun: NounPhrase | undefined, sentence: Sentence): boolean {
  if (noun === undefined) return false
  return sentence.nouns.some((each) => each.name === 'user_profile' && each.from <= noun.from && each.to >= noun.to)
}

/** "has a profile: first name, phone", "ma profil (imię, telefon)": where the list begins. */
function profileBehind(sentence: Sentence, from: number): number | undefined {
  const noun = sentence.nouns.find((each) => each.from >= from)
  return noun?.name === 'profile' && noun.from - from <= 1 && /^[:(]$/.test(sentence.words[noun.to]?.text ?? '')
    ? noun.to + 1
    : undefined
}

function gapIsVerbs(sentence: Sentence, noun: NounPhrase, to: number): boolean {
  return sentence.words.slice(noun.to, to).every((word) => word.pos === 'verb' || word.pos === 'adverb')
}
