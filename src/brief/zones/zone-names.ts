import type { DocumentKind, Zone } from '../document.ts'
import { fold } from '../words.ts'

/** `boundaries`: a section that says both what is in and what is out; `in scope`: the part of it that is in. */
export type ZoneName = Zone | 'boundaries' | 'in scope'

interface ZoneWords {
  readonly zone: ZoneName
  readonly pattern: RegExp
}

const refused =
  /\b(out of( the)?( mvp)? scope|outside( of)?( the)? (mvp|scope|boundar\w*)|beyond( the)? (mvp|scope)|not in( the)? (scope|mvp)|not( be| been)? (included|supported|planned|part of|covered)|non goals?|no goals|anti goals?|excluded|exclusions?|exclude[ds]?|won t (have|do|build|be)|does not (include|cover|contain)|do not include|future (considerations?|releases?|features?|enhancements?|work|scope|versions?|plans?|ideas?|extensions?|development|phases?|iterations?|roadmap)|post mvp|after mvp|later (versions?|phases?|releases?)|deferred|nice to have|poza( \w+)? (zakresem|mvp|granicami)|nie w mvp|nie wchodz\w*|nie obejmuj\w*|nie zawier\w*|nie (jest|sa|beda|bedzie|zostan\w*)( \w+)? (czescia|objet\w*|zawart\w*|realizowan\w*|uwzgledni\w*|wspieran\w*|implementowan\w*)|wykluczon\w*|wykluczenia|wylaczon\w*|wylaczenia|nie cele|niecele|przysz\w+ (wersj\w*|funkcj\w*|rozszerze\w*|rozwo\w*|iteracj\w*|wydani\w*|etap\w*|plan\w*)|na przyszlosc|w przyszlosci|pozniejsz\w+ (wersj\w*|etap\w*|faz\w*)|po mvp|odlozon\w*|odrzucon\w*|czego nie)\b/

const included =
  /\b(in scope|in the mvp|mvp scope|scope of( the)? mvp|included in( the)? (mvp|scope)|w zakresie|zakres mvp|co wchodzi|wchodz\w* w zakres|w sklad mvp|mvp obejmuje|mvp includes?)\b/

const unresolved =
  /\b(unresolved|open (questions?|issues?|points?|items?|topics?|decisions?)|outstanding (questions?|issues?)|to be (decided|clarified|determined|resolved|confirmed)|tbd|needs? clarification|further clarification|nierozwiazan\w*|nierozstrzygniet\w*|otwarte (kwestie|pytania|punkty|tematy|zagadnienia)|(kwestie|pytania|punkty) otwarte|do (ustalenia|wyjasnienia|rozstrzygniecia|doprecyzowania|dalszej dyskusji|decyzji)|wymaga\w* (dalsz\w+|wyjasnie\w*|doprecyzowa\w*))\b/

const dataModel =
  /\b(data ?(model|structures?|schema|dictionary|entities)|database|(db|sql) schema|schema( design| overview)?|er ?d|entity relationship|entit(y|ies)|tables?|relationships?|encj\w*|model\w* (danych|domen\w*)|domain model|struktur\w* (bazy|danych|tabel\w*)|schemat\w*( bazy| danych)?|tabel\w*|baz\w+ danych|relacj\w*|slownik danych)\b/

/** Zones of a PRD's headings, the surest first. Words are compared folded: lower case, no diacritics. English and Polish. */
const prd: readonly ZoneWords[] = [
  { zone: 'out of scope', pattern: refused },
  { zone: 'in scope', pattern: included },
  { zone: 'unresolved', pattern: unresolved },
  {
    zone: 'metrics',
    pattern:
      /\b(success (metrics?|criteria|measures?|indicators?|factors?)|metrics|kpis?|metryk\w*|wskaznik\w*|kryteri\w+ sukcesu|miernik\w*|miary sukcesu)\b/,
  },
  {
    zone: 'acceptance',
    pattern:
      /\b(acceptance|kryteri\w+ (akceptac\w*|przyjeci\w*|odbioru)|warunki (akceptacji|odbioru)|definition of done)\b|^(ac|criteria|kryteria)$/,
  },
  {
    zone: 'stories',
    pattern:
      /\b(user stor(y|ies)|stories|use cases?|user scenarios?|histor\w+ uzytkowni\w*|historyjk\w*|opowiesci uzytkowni\w*|przypadk\w* uzycia|scenariusz\w* (uzycia|uzytkowni\w*))\b/,
  },
  {
    zone: 'roles',
    pattern:
      /\b(roles?|personas?|actors?|permissions?|user (types|groups)|access (control|rights|matrix)|rol[aei]|aktorzy|persony|uprawnieni\w*|(typy|grupy|rodzaje) uzytkownikow|macierz dostepu)\b|^(users|our users|uzytkownicy|uzytkownicy systemu|uzytkownicy aplikacji)$/,
  },
  { zone: 'data model', pattern: dataModel },
  {
    zone: 'stack',
    pattern:
      /\b(tech(nology|nical|nologies)? stack|technologies|architecture|stack technologiczny|stos technologiczny|technologi[ae]|architektura)\b/,
  },
  {
    zone: 'boundaries',
    pattern:
      /\b((product|project|mvp|system) (boundar\w*|scope|limits?|limitations)|boundaries|granic\w*( (produktu|projektu|systemu|mvp))?|zakres( (projektu|produktu|prac))?)\b|^(scope|limitations|constraints|ograniczenia)$/,
  },
  {
    zone: 'requirements',
    pattern:
      /\b(requirements?|features?|functionalit(y|ies)|functional|wymagani\w*|funkcjonalnosc\w*|funkcje|user flows?|przeplywy?|business rules|reguly (biznesowe|domenowe)|zasady biznesowe)\b/,
  },
  {
    zone: 'problem',
    pattern: /\b(problems?|pain points?|user needs|potrzeby uzytkowni\w*|wyzwania)\b/,
  },
  {
    zone: 'overview',
    pattern:
      /\b(overview|introduction|executive summary|product vision|vision|about|background|purpose|goals?|objectives?|przeglad|wprowadzenie|wstep|opis (produktu|projektu|aplikacji)|wizja|cel(e|em)?( (produktu|projektu|biznesowe))?|streszczenie|podsumowanie|summary)\b/,
  },
]

const notes: readonly ZoneWords[] = [
  { zone: 'out of scope', pattern: refused },
  { zone: 'unresolved', pattern: unresolved },
  { zone: 'decisions', pattern: /\b(decisions?|decided|decyzj\w*|ustaleni\w*|ustalono|agreed|agreements?|postanowieni\w*)\b/ },
  {
    zone: 'recommendations',
    pattern: /\b(recommendations?|recommended|rekomendacj\w*|rekomendowan\w*|zalecen\w*|zalecan\w*|suggestions?|sugestie)\b/,
  },
  { zone: 'answers', pattern: /\b(answers?|odpowiedz\w*|responses?)\b/ },
  { zone: 'questions', pattern: /\b(questions?|pytani[ae]\w*|pytan)\b/ },
  { zone: 'summary', pattern: /\b(summary|podsumowani\w*|streszczenie)\b/ },
  { zone: 'data model', pattern: dataModel },
]

const dictionaries: Readonly<Record<DocumentKind, readonly ZoneWords[]>> = { prd, notes, stack: [], glossary: [] }

/** The zone that a heading, a label or a tag's words open in a document of this kind. */
export function zoneNamed(words: string, kind: DocumentKind): ZoneName | undefined {
  const folded = fold(words).replace(/^(\d+ ?)+/, '')
  if (folded === '' || folded.length > 200) return undefined
  const found = dictionaries[kind].filter(({ pattern }) => pattern.test(folded)).map(({ zone }) => zone)
  // "Questions and answers" holds both; each says by itself which it is
  return found[0] === 'answers' && found.includes('questions') ? undefined : found[0]
}

/** A numbered question on a line of its own: "1. Should a lamp have a colour?", "Pytanie 3: Czy …?". */
export function asksByNumber(text: string): boolean {
  return /^(?:(?:pytanie|pyt|question|q)\.?\s*)?\d{1,2}\s*[.):–-]\s+[^?]{8,300}\?$/iu.test(text.trim())
}

/** An item that says by itself that it is not wanted: `No sharing`, `Brak importu`, `Rewards (outside MVP)`. */
export function refusesItself(text: string): boolean {
  const folded = fold(text)
  return /^(no|not|none|without|never|brak|bez|nie|zadn\w+)\b/.test(folded) || refused.test(folded)
}
