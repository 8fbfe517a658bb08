import { fold } from '../words.ts'

const titles = /^(title|name|tytul|nazwa)$/
const fields =
  /^(title|name|tytul|nazwa|description|opis|acceptance criteria|kryteria akceptacji|criteria|kryteria|priority|priorytet|story|historia|historyjka|user story|role|rola|status|notes?|uwagi|as a|jako|estimate|related|powiazan\w*|depends on|zaleznosci|given|when|then|scenario|scenariusz|effort|type|typ|details|szczegoly|goal|cel|actor|aktor|preconditions?|warunki wstepne)$/

/** `Title: Sign in` → name and value of the field that a requirement's line is. */
export function readField(text: string): { readonly title: boolean; readonly value: string } | undefined {
  const colon = text.slice(0, 40).indexOf(':')
  if (colon === -1) return undefined
  const name = fold(text.slice(0, colon))
  return fields.test(name) ? { title: titles.test(name), value: text.slice(colon + 1).trim() } : undefined
}
