import { plainLetters, snakeCase } from '../name-words.ts'

/** Heads that stand for what they list: `lista przepisów` is about recipes. */
const TRANSPARENT: ReadonlySet<string> = new Set(
  'lista spis wykaz zbiór szereg widok podgląd przegląd szczegół tabela encja rekord dane informacja dana większość część reszta para pula instancja przykład rodzaj_'.split(
    ' ',
  ),
)

export const isTransparent = (lemma: string): boolean => TRANSPARENT.has(lemma)

/** Heads that are named together with the person they belong to: `profil użytkownika` is user_profile, `przepis użytkownika` a recipe. */
const WITH_PERSON: ReadonlySet<string> = new Set('profile account role preference setting session type'.split(' '))

export const keepsPerson = (head: string): boolean => WITH_PERSON.has(head)

/** A name from words that stay as they are, with English letters. */
export function composeName(text: string): { readonly name: string; readonly known: boolean } {
  const plain = snakeCase(plainLetters(text)).replace(/[^a-z0-9_]/g, '')
  return { name: plain, known: plain === snakeCase(text) }
}
