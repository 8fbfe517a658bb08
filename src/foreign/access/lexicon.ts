import { type Operation, operations } from '../../schema/access.ts'

/** What a word says in a sentence on access. */
export type Meaning =
  | { readonly kind: 'operations'; readonly operations: readonly Operation[]; readonly isAccess?: true }
  | {
      readonly kind:
        | 'anyone'
        | 'public'
        | 'signed in'
        | 'anonymous'
        | 'account'
        | 'owner'
        | 'possessive'
        | 'backend'
        | 'nobody'
        | 'not'
        | 'each'
        | 'everything'
        | 'only'
        | 'may'
        | 'or'
        | 'filler'
    }

/** Words by what they say, English and Polish; a word that ends in `*` stands for all that begin so. */
const said: readonly (readonly [Meaning, string])[] = [
  [
    { kind: 'operations', operations: ['select'] },
    'select read reads reading readable view views viewing viewable visible see sees browse list lists fetch search odczyt* czyta* przegląda* widzi* widzą widzieć zobaczy* wyświetla* pobiera* podgląd* dostępn*',
  ],
  [
    { kind: 'operations', operations: ['insert'] },
    'insert inserts inserting add adds adding create creates creating submit submits submitting post upload uploads send sends wstawia* dodawa* doda* dodają tworz* utworz* wysyła* wysłać zgłasza* zgłosić przesyła*',
  ],
  [
    { kind: 'operations', operations: ['update'] },
    'update updates updating edit edits editing editable modify modifies modifying change changes changing aktualiz* edyt* edycj* modyfik* zmienia* zmian*',
  ],
  [
    { kind: 'operations', operations: ['delete'] },
    'delete deletes deleting remove removes removing usuwa* usuną* usunię* kasowa* kasuj*',
  ],
  [{ kind: 'operations', operations: ['insert', 'update', 'delete'] }, 'write writes writing writable zapis zapisu zapisywa*'],
  [
    { kind: 'operations', operations },
    'manage manages managing crud fullaccess fullcontrol alloperations zarządza* administruj*',
  ],
  [{ kind: 'operations', operations, isAccess: true }, 'access accesses accessible dostęp dostępu'],
  [{ kind: 'anyone' }, 'anyone everyone everybody każdy każdego każdemu wszyscy wszystkich wszystkim'],
  [{ kind: 'public' }, 'public publicly publiczn*'],
  [{ kind: 'signed in' }, 'signedin authenticated zalogowan* uwierzytelnion* registered zarejestrowan*'],
  [
    { kind: 'anonymous' },
    'anonymous anonymously anon unauthenticated guest guests visitor visitors niezalogowan* nieuwierzytelnion* anonimow* gość gości goście gościom odwiedzając*',
  ],
  [{ kind: 'account' }, 'user users people person account accounts użytkowni* osob* konto konta'],
  [{ kind: 'owner' }, 'owner owners author authors creator creators właściciel* autor* twórc*'],
  [
    { kind: 'possessive' },
    'own owns owned his their theirs themselves themself himself herself self swoje swoich swoim swoimi swój swoją swojego swojej siebie własn*',
  ],
  [{ kind: 'backend' }, 'backend* server servicerole service_role serwer*'],
  [{ kind: 'nobody' }, 'nobody noone none brak nikt nikomu denied forbidden disallowed'],
  [{ kind: 'not' }, 'not cannot cant never no nie'],
  [{ kind: 'each' }, 'all any every each wszystkie każdą każde'],
  [{ kind: 'everything' }, 'everything wszystko'],
  [{ kind: 'only' }, 'only solely exclusively just tylko wyłącznie jedynie'],
  [{ kind: 'may' }, 'can may allowed able permitted może mogą wolno dozwolon*'],
  [{ kind: 'or' }, 'or and lub albo i oraz'],
  [
    { kind: 'filler' },
    `the a an is are be to of for by via through poprzez on in with from within who whoever that which also too as them him her us do does has have it its this these those they
    row rows record records data entry entries information table tables policy policies operation operations rights permission permissions rls enabled yes new perform performs action actions np eg
    dla przez na w do z ze ich jego jej go je a ma mają prawo prawa jest są być się kto ten który która które którzy też także
    wiersz* rekord* dane danych danymi wpis* tabel* profil* polityk* operacj* uprawnie* pełny pełne`,
  ],
]

const exact = new Map<string, Meaning>()
const beginnings: (readonly [string, Meaning])[] = []
for (const [meaning, words] of said)
  for (const word of words.split(/\s+/)) {
    if (word.endsWith('*')) beginnings.push([word.slice(0, -1), meaning])
    else exact.set(word, meaning)
  }

/** What a word says by itself, whatever the schema; undefined for one that says nothing about access. */
export function meaningOf(word: string): Meaning | undefined {
  return exact.get(word) ?? beginnings.find(([beginning]) => word.startsWith(beginning))?.[1]
}

/** Expressions of several words that say one thing. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:not|without being)\s+(?:signed|logged)[- ]in\b|\bwithout (?:an )?(?:account|signing in|logging in)\b|\bbez logowania\b/giu,
    ' anonymous ',
  ],
  [/\b(?:nie są|nie jest|nie)\s+zalogowan\p{L}*/giu, ' niezalogowani '],
  [/\b(?:signed|logged)[- ]in\b/giu, ' signedin '],
  [/\bservice[- ]role\b/giu, ' servicerole '],
  [/\b(?:no one|no-one)\b/giu, ' nobody '],
  [/\b(?:can't|can not)\b/giu, ' cannot '],
  [
    /\bfull (?:crud )?(?:access|control|crud)\b|\ball (?:crud )?operations\b|(?<!\p{L})(?:pełny dostęp|wszystkie operacje)(?!\p{L})/giu,
    ' fullaccess ',
  ],
  [/\b[A-Za-z]+(?:'s|’s|s'|s’)(?!\p{L})/gu, '$& '],
]

/** The words of a sentence on access, in lower case; `ALL` in capitals is the operation. */
export function accessWordsOf(text: string): readonly string[] {
  const joined = phrases.reduce(
    (sofar, [pattern, by]) => sofar.replaceAll(pattern, by),
    text.replaceAll(/\bALL\b/g, ' fullaccess '),
  )
  return joined
    .toLowerCase()
    .split(/[^\p{L}\d_]+/u)
    .filter((word) => word !== '' && word !== 's')
}

/** Whether two nouns are one in another form: `requester` of `requested`, `turnieju` of `turnieje`. */
export function isLike(a: string, b: string): boolean {
  if (a === b) return true
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  const [short, long] = a.length < b.length ? [a.length, b.length] : [b.length, a.length]
  return same >= 4 && same >= short - 3 && long - same <= 4
}
