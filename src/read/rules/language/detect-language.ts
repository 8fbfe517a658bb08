import type { Language } from '../../../brief/document.ts'
import { remembered } from '../../../schema/remembered.ts'
import { plainLetters } from './name-words.ts'

const polish: ReadonlySet<string> = withPlain(
  `i w z na do nie się jest są oraz lub przez dla po od że jak ale czy tylko może mogą będzie będą ma mają każdy każda każde jego jej ich tego
  która który które którzy gdy jeśli aby żeby bez przy nad pod przed między tabela tabeli tabele pole pola użytkownik użytkownika użytkownicy jako
  ten ta te tym tej być zostać został została to za ze we u np m.in tzn brak tak już gdzie wszystkie wszystkich co po kiedy moich swoje swoich chce chcę mieć poza ponad pod czyli aplikacja aplikacji użytkowników dane danych lista listy plik zakres zakresem brak dodanie usunięcie nowy nowa nowe każdego`.split(
    /\s+/u,
  ),
)
const english: ReadonlySet<string> = new Set(
  `the and of is are for with that this from by an be can must should will would have has not on at as or each every only when which their its into
  user users a my want it they if per all no any was were to in than up so i`.split(/\s+/u),
)
/** People type without diacritics as well: `kazdy`, `sie`. */
function withPlain(words: readonly string[]): ReadonlySet<string> {
  return new Set([...words, ...words.map(plainLetters)])
}

/** Words of both lists, or too short to tell by themselves. */
const weak: ReadonlySet<string> = new Set([
  'i',
  'a',
  'to',
  'on',
  'no',
  'z',
  'w',
  'u',
  'do',
  'in',
  'as',
  'per',
  'my',
  'was',
  'we',
  'ten',
  'by',
  'at',
  'so',
  'ma',
  'co',
  'ale',
  'pole',
])

const languageOfEnding = remembered((word): Language | undefined => {
  if (/^\p{L}{2,}(?:ować|owac|anie|enie|ość|ości|ów|ach|ami|owy|owa|owe|nych|nego|nej|cja|cji|cje|cję)$/u.test(word)) return 'pl'
  return /^\p{L}{3,}(?:tion|tions|ing|ment|ness|able|ship|ally)$/u.test(word) ? 'en' : undefined
})

/**
 * The language of a sentence, by its letters and its function words; `otherwise` when nothing in it tells. Code spans
 * should be left out of `text`: names in code are English in Polish documents too.
 */
export function detectLanguage(text: string, otherwise: Language): Language {
  // Compounds and names in code say nothing: `out-of-the-box`, `create_types_and_enums` stand in Polish sentences too.
  const small = text.toLowerCase()
  const words = /[\u0080-\uffff]/.test(small)
    ? small.replace(/[\p{L}\p{N}]+(?:[-_./][\p{L}\p{N}]+)+/gu, ' ').match(/\p{L}[\p{L}\p{M}'’]*/gu)
    : small.replace(/[a-z0-9]+(?:[-_./][a-z0-9]+)+/g, ' ').match(/[a-z][a-z']*/g)
  let forPolish = 0
  let forEnglish = 0
  for (const word of words ?? []) {
    if (/[ąćęłńóśźż]/u.test(word)) forPolish += 1.5
    const strength = weak.has(word) ? 0.4 : 1
    if (polish.has(word)) forPolish += strength
    if (english.has(word)) forEnglish += strength
    const ending = languageOfEnding(word)
    if (ending === 'pl') forPolish += 0.7
    else if (ending === 'en') forEnglish += 0.5
  }
  if (forPolish === forEnglish) return otherwise
  const winner: Language = forPolish > forEnglish ? 'pl' : 'en'
  // One weak sign is not enough to leave the document's language.
  return winner !== otherwise && Math.abs(forPolish - forEnglish) < 0.8 ? otherwise : winner
}
