import { fold } from '../words.ts'

/** What a file in the documents' folder is by its name. `notes?`: notes only if its text is about the database. */
export type NamedKind = 'prd' | 'stack' | 'glossary' | 'notes' | 'notes?' | 'other'

const extension = /\.(md|markdown|mdx|mdc|txt)$/i

/** Plans and what is made after the database plan: never notes, whatever else their names say. */
const later =
  /\b((db|database|api|ui|ux|view|test|tests|testing|e2e|unit|auth|architecture|implementation|deployment|endpoint|diagram|frontend|rest|cicd|ci|release|refactor|refactoring) )?(plan|plany|spec|implementation plan|schema|diagram|endpoint|endpoints)\b/
const otherSession = /\b(ui|ux|api|test|tests|testing|frontend|interface|interfejs|view|views|auth|deployment|ci|e2e)\b/
const notesWords =
  /\b(sessions?|planning|summary|summaries|notes?|conversation|meeting|decisions?|brainstorm\w*|discussion|sesj\w*|podsumowani\w*|notatk\w*|planowani\w*|ustaleni\w*|decyzj\w*|rozmow\w*)\b/
const databaseWords = /\b(db|database|baza|bazy|bazie|danych|schema|schemat|data model|model danych|sql|postgres|supabase)\b/

/** Says what a file is by its name: `prd.md`, `tech_stack.md`, `db-session-notes.md`, `podsumowanie-bazy.md`. */
export function kindByName(fileName: string): NamedKind {
  if (!extension.test(fileName)) return 'other'
  const words = fold(fileName.replace(extension, '').replace(/([a-ząćęłńóśźż])([A-ZĄĆĘŁŃÓŚŹŻ])/g, '$1 $2'))
  if (
    /^(\d+ )?(prd|full prd|prd (full|v\d+|final|en|pl)|product requirements?( document)?|dokument wymagan( produktu)?|wymagania( produktu)?|requirements)$/.test(
      words,
    )
  )
    return 'prd'
  if (
    /^(\d+ )?(tech(nology|nical|nologies)? ?stack|stack|tech|technologie|stack technologiczny|stos technologiczny)( (final|v\d+|md))?$/.test(
      words,
    )
  )
    return 'stack'
  if (/^(glossary|slownik|slowniczek|glosariusz)$/.test(words)) return 'glossary'
  if (/^(readme|changelog|license|contributing|agents|claude|todo|tasks|prompt|rules|copilot instructions)$/.test(words))
    return 'other'
  const planningNotes = notesWords.test(words) && databaseWords.test(words)
  if (planningNotes && !/\b(plan|spec)\b/.test(words)) return 'notes'
  if (later.test(words) && !notesWords.test(words)) return 'other'
  if (/\b(plan|spec|prompt|diagram)$/.test(words)) return 'other'
  if (notesWords.test(words)) return 'notes?'
  if (otherSession.test(words)) return 'other'
  return databaseWords.test(words) ? 'notes?' : 'other'
}

/** Order in which several notes are read: by the numbers (and dates) in their names, then by name. */
export function compareNotes(a: string, b: string): number {
  const left = numbersIn(a)
  const right = numbersIn(b)
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? -1) - (right[index] ?? -1)
    if (difference !== 0) return difference
  }
  return a < b ? -1 : a > b ? 1 : 0
}

/** Dates count as year, month, day whichever way they are written. */
function numbersIn(name: string): readonly number[] {
  const iso = name.replace(/\b(\d{1,2})[._-](\d{1,2})[._-](\d{4})\b/g, '$3-$2-$1')
  return [...iso.matchAll(/\d+/g)].map((match) => Number(match[0]))
}
