/** Endings of infinitives, English and Polish, before which the stem stands. */
const infinitive = /(?:ować|ywać|iwać|ać|yć|ić|eć|e|y)$/u

/** Endings of nouns that name what is done once: -ation, -al, -ment, -ing; -acja, -cja, -enie, -anie, with the cases of these. */
const nominal = /^(?:ation|ion|al|ment|ings?|s|a?cj[aęieoą]\p{L}{0,2}|(?:a|e|ie|owa)?ni[aeu]\p{L}{0,2}|j[aęieą]|y|ę)?$/u

/** Whether a noun is built from a verb: "reservation" from "reserve", "booking" from "book", "wypożyczenie" from "wypożyczać". */
export function isNamedAfter(noun: string, verb: string): boolean {
  const stem = verb.toLowerCase().replace(infinitive, '')
  const lower = noun.toLowerCase()
  return stem.length >= 4 && lower.startsWith(stem) && nominal.test(lower.slice(stem.length))
}
