import { describe, expect, it } from 'vitest'
import { loadPolish } from './polish.ts'

const polish = await loadPolish([])

function look(text: string) {
  const { words, markers, nouns } = polish.analyse(text, [])
  return {
    meanings: new Set(markers.map(({ meaning }) => meaning as string)),
    marked: markers.map(
      ({ meaning, from, to }) =>
        `${meaning}(${words
          .slice(from, to)
          .map((word) => word.text)
          .join(' ')})`,
    ),
    names: nouns.map(({ name }) => name),
    nouns,
  }
}

/** A sentence | meanings it has, and with `!` has not | names of things in it. */
const SENTENCES = `
Każdy użytkownik ma wiele przepisów. | EACH HAS MANY | user recipe
Przepis należy do jednego użytkownika. | BELONGS ONE !AT_MOST | recipe user
Zamówienie składa się z wielu pozycji zamówienia. | CONSISTS MANY | order order_item
Klient może złożyć wiele zamówień, a zamówienie należy do jednego klienta. | CAN MANY BELONGS ONE | client order
Lista zakupów zawiera produkty, ilości i jednostki. | INCLUDES | shopping_list product quantity unit
Użytkownik może dodać maksymalnie 5 zdjęć do ogłoszenia. | CAN CREATES AT_MOST | user photo announcement
Tytuł może mieć od 3 do 100 znaków. | CAN HAS BETWEEN CHARACTERS !AT_MOST !AT_LEAST | title
Opis nie może być dłuższy niż 500 znaków. | AT_MOST CHARACTERS | description
Hasło musi mieć co najmniej 8 znaków. | MUST AT_LEAST CHARACTERS | password
Treść komentarza: do 1000 znaków. | AT_MOST CHARACTERS | comment_content
Wiek musi być większy lub równy 18. | MUST AT_LEAST | age
Ocena w skali od 1 do 5. | BETWEEN | rating
Adres e-mail jest unikalny. | UNIQUE | email
Nazwa zespołu musi być niepowtarzalna w ramach organizacji. | UNIQUE MUST PER | team_name organization
Użytkownik nie może dodać dwóch kategorii o tej samej nazwie, duplikaty są niedozwolone. | UNIQUE NOT | user category
Zapisuje się imię i nazwisko widza. | STORES !JOINS | full_name
Rejestruje się godzinę wejścia. | STORES !SIGNS_IN | entrance_hour
Kursant zapisuje się na jazdy. | JOINS !STORES |
Widz rejestruje się w systemie. | SIGNS_IN |
Wychowawca układa zajęcia: tytuł i godzina. | TIME | educator class title
Numer telefonu jest opcjonalny. | OPTIONAL !REQUIRED | phone_number
Pole opis nie jest wymagane. | OPTIONAL !REQUIRED COLUMN | description
Data urodzenia jest wymagana. | REQUIRED !OPTIONAL | birth_date
Imię i nazwisko są obowiązkowe. | REQUIRED | full_name
Domyślnie zadanie ma status nowy. | DEFAULT HAS | task status
Status przyjmuje jedną z wartości: nowy, opłacony, wysłany. | ONE_OF | status
Typ posiłku to jeden z następujących: śniadanie, obiad, kolacja. | ONE_OF | meal_type breakfast lunch dinner
Dozwolone wartości: niski, średni, wysoki. | ONE_OF | 
Kategorie, np. jedzenie, transport, mieszkanie. | EXAMPLE | category food transport apartment
Użytkownik podaje preferencje, takie jak alergie i diety. | EXAMPLE | user preference allergy diet
Typ wyliczeniowy dla statusu faktury. | ENUM | invoice_status
Relacja jeden do wielu między projektem a zadaniami. | ONE_TO_MANY !MANY !ONE | project task
Relacja wiele-do-wielu pomiędzy kursami i studentami. | MANY_TO_MANY !MANY | course student
Relacja wiele do jednego z tabelą talii. | MANY_TO_ONE TABLE | deck
Pojazd i kierowca są w relacji 1:N. | ONE_TO_MANY | vehicle driver
Profil jest powiązany z użytkownikiem relacją jeden do jednego. | BELONGS ONE_TO_ONE | profile user
Tabela łącząca dla uczestników i wydarzeń. | JOIN_TABLE !TABLE | participant event
Tabela pośrednia między książkami a autorami. | JOIN_TABLE | book author
Słownik jednostek miary. | DICTIONARY | unit
Kategoria może mieć kategorię nadrzędną. | HIERARCHY CAN | category parent_category
Klucz główny typu UUID. | PRIMARY_KEY UUID |
Klucz obcy do tabeli klientów. | REFERENCES TABLE | client
Kolumna z datą utworzenia i datą modyfikacji. | COLUMN TIMESTAMPS | created_at updated_at
Kwoty przechowujemy w złotych jako liczby dziesiętne. | STORES NUMBER MONEY | amount
Flaga logiczna, czy zadanie jest ukończone. | BOOLEAN | task
Powiadomienia włączone: tak/nie. | BOOLEAN | notification
Wartość rabatu w procentach. | PERCENT | discount_value
Usunięcie projektu usuwa kaskadowo wszystkie zadania. | DELETE CASCADE ALL | project task
Wraz z usunięciem talii usuwane są wszystkie powiązane fiszki. | DELETE ALL LINKS | deck flashcard
Nie można usunąć kategorii, do której przypisane są transakcje. | RESTRICT | category transaction
Po usunięciu kategorii pole w wydatkach jest ustawiane na null. | SET_NULL DELETE | category expense
Stosujemy miękkie usuwanie (soft delete) dla faktur. | SOFT_DELETE | invoice
Twarde usuwanie rekordów po 30 dniach. | HARD_DELETE | day
Fiszki są usuwane trwale. | HARD_DELETE | flashcard
Po usunięciu użytkownika recenzje zostają zachowane i zanonimizowane. | KEEP ACCOUNT_DELETION | review
Użytkownik może usunąć swoje konto. | ACCOUNT_DELETION CAN | user account
Tylko właściciel może edytować ogłoszenie. | ONLY OWNER CAN EDITS | owner announcement
Użytkownik widzi tylko własne wydatki. | ONLY OWN VIEWS | user expense
Pracownik ma dostęp wyłącznie do swoich wniosków. | ACCESS ONLY OWN | employee request
Administrator zarządza użytkownikami i kategoriami. | ADMIN MANAGES | admin user category
Tabela logów dostępna tylko dla backendu. | BACKEND ONLY TABLE ACCESS | log
Dane są tylko do odczytu. | READ | data
Niezalogowany użytkownik może przeglądać publiczne przepisy. | ANONYMOUS PUBLIC CAN LISTS !SIGNED_IN | user
Zalogowani użytkownicy mogą oceniać produkty. | SIGNED_IN CAN | user product
Gość widzi listę wydarzeń bez logowania. | ANONYMOUS PUBLIC LISTS | guest event
Członkowie zespołu mają dostęp do zadań projektu. | MEMBER ACCESS | team_member project_task
Użytkownik może udostępnić listę zakupów członkom rodziny. | SHARE CAN | user shopping_list family_member
Polityki RLS ograniczają dostęp do wierszy. | RLS ACCESS |
Rola użytkownika: administrator lub pracownik. | ROLE ADMIN | user_role admin employee
Eksport do PDF jest poza zakresem MVP. | OUT_OF_SCOPE |
W przyszłości planowana jest aplikacja mobilna. | LATER |
Powiadomienia push zostaną dodane na późniejszym etapie. | LATER CREATES | push_notification
Rezygnujemy z osobnej tabeli dla tagów. | REJECT | tag
Odrzucono dodanie kolumny z opisem. | REJECT | description
Bez osobnej tabeli dla ustawień. | REJECT | setting
Brak tabeli organizacji w MVP. | REJECT | organization
Nie tworzymy tabeli historii. | REJECT |
Kolumna JSONB zamiast osobnej tabeli. | INSTEAD JSON COLUMN |
ZMIANA: limit wynosi 20 fiszek dziennie. | CHANGE AT_MOST DAILY | flashcard
Tak, zgodnie z rekomendacją. | AGREE |
Akceptuję. | AGREE |
Zgoda na rekomendację. | AGREE |
Indeks na kolumnie z datą transakcji. | INDEX COLUMN | transaction_date
Lista wydatków jest sortowana malejąco po dacie. | SORT | expense
Przepisy wyświetlane są od najnowszych. | NEWEST VIEWS | recipe
Zadania sortowane alfabetycznie. | SORT ALPHABETICAL | task
Filtrowanie po kategorii i dacie. | FILTER | category date
Wyszukiwanie produktów po nazwie. | SEARCH | product name
Wyszukiwanie pełnotekstowe w treści notatek. | SEARCH | note_content
Użytkownik może wygenerować 10 planów miesięcznie. | CAN CREATES MONTHLY | user plan
Limit 5 zaproszeń na dzień. | AT_MOST DAILY | invitation
Jako administrator chcę usuwać komentarze, aby utrzymać porządek. | AS_ROLE ADMIN WANTS DELETE SO_THAT | admin comment
Jako rodzic chcę dodawać zadania dla dzieci. | AS_ROLE WANTS CREATES | parent task child
Użytkownik może oznaczyć zadanie jako ukończone. | EDITS CAN !AS_ROLE | user task
System przechowuje historię logowań. | STORES | login_history
Każde zamówienie ma dokładnie jeden adres dostawy. | EACH HAS EXACTLY | order delivery_address
Książka może mieć kilku autorów. | CAN MANY | book author
Pacjent umawia wizytę u lekarza. | | patient visit doctor
Lekarz wystawia recepty pacjentom. | CREATES | doctor prescription patient
Trener przypisuje plany treningowe podopiecznym. | ASSIGNS | trainer workout_plan mentee
Sesja trwa 30 min. | !AT_LEAST | session
Rezerwacja łączy gościa z pokojem na wybrany okres. | LINKS | reservation guest room
Nieruchomość posiada adres, metraż i liczbę pokoi. | HAS | property address floor_area room_count
Najemca płaci czynsz co miesiąc. | MONTHLY | tenant rent
Pies ma imię, rasę i datę urodzenia. | HAS | dog first_name breed birth_date
Zapisujemy przebieg pojazdu i koszt tankowania. | STORES | mileage
Utwór należy do albumu, a album do wykonawcy. | BELONGS | track album contractor
Bilet zawiera kod QR i numer miejsca. | INCLUDES | ticket qr_code seat_number
Ankieta składa się z pytań i odpowiedzi. | CONSISTS | survey question answer
Uczestnicy głosują na propozycje. | | participant proposal
Czat grupowy zawiera wiadomości członków grupy. | INCLUDES MEMBER | group_chat message
Uwierzytelnianie zapewnia Supabase Auth. | PLATFORM_ACCOUNTS |
Logi błędów zapisywane są w osobnej tabeli. | AUDIT STORES TABLE | error_log
Saldo nie może być ujemne. | POSITIVE | balance
Pole może być null. | NULLABLE COLUMN |
Użytkownik może zrezygnować z subskrypcji. | CAN !REJECT | user subscription
Menedżer może odrzucić wniosek urlopowy. | CAN !REJECT | manager leave_request
Użytkownik może pominąć pytanie. | CAN !REJECT | user question
Przeglądanie, edycja i usuwanie notatek. | EDITS DELETE LISTS | note
`

const rows = SENTENCES.trim()
  .split('\n')
  .map((line) =>
    line.split('|').map((part) =>
      part
        .trim()
        .split(/\s+/)
        .filter((word) => word !== ''),
    ),
  )
  .map(([text = [], meanings = [], names = []]) => [text.join(' '), meanings, names] as const)

describe('sentences', () => {
  it.each(rows)('%s', (text, meanings, names) => {
    const { meanings: found, names: named, marked } = look(text)
    for (const meaning of meanings) {
      const refused = meaning.startsWith('!')
      expect({ [meaning]: found.has(refused ? meaning.slice(1) : meaning), marked }).toEqual({ [meaning]: !refused, marked })
    }
    expect(named).toEqual(expect.arrayContaining([...names]))
  })
})

describe('noun phrases', () => {
  it('gives quantifiers and counts', () => {
    const { nouns } = look('Każdy pracownik ma co najwyżej jeden samochód, wiele zadań i 3 telefony.')
    expect(nouns.map(({ name, quantifier, count, plural }) => ({ name, quantifier, count, plural }))).toEqual([
      { name: 'employee', quantifier: 'each', count: undefined, plural: false },
      { name: 'car', quantifier: 'zero or one', count: 1, plural: false },
      { name: 'task', quantifier: 'many', count: undefined, plural: true },
      { name: 'phone', quantifier: undefined, count: 3, plural: true },
    ])
    expect(look('Wszystkie faktury').nouns[0]?.quantifier).toBe('all')
    expect(look('Żaden użytkownik').nouns[0]?.quantifier).toBe('no')
  })

  it('finds what a thing belongs to', () => {
    for (const [text, owner, owned] of [
      ['przepisy użytkownika', 'user', 'recipe'],
      ['status zamówienia', 'order', 'order_status'],
      ['składniki wybranego przepisu', 'recipe', 'recipe_ingredient'],
      ['data wystawienia faktury', 'invoice', 'issue_date'],
      ['lista wydatków projektu', 'project', 'project_expense'],
    ] as const) {
      const { nouns } = look(text)
      const root = nouns[0]
      expect(root?.name).toBe(owned)
      expect(nouns[root?.possessor ?? -1]?.name).toBe(owner)
    }
  })

  it('does not take what an action acts on for an owner', () => {
    const { nouns } = look('Usuwanie kont i edycja notatek')
    expect(nouns.every(({ possessor }) => possessor === undefined)).toBe(true)
    expect(nouns.filter(({ abstract }) => !abstract).map(({ name }) => name)).toEqual(['account', 'note'])
  })

  it('tells people and abstract things', () => {
    const { nouns } = look('Aplikacja umożliwia nauczycielom dodawanie ocen.')
    expect(nouns.map(({ name, person, abstract }) => [name, person, abstract])).toEqual([
      ['application', false, true],
      ['teacher', true, false],
      ['addition', false, true],
      ['rating', false, false],
    ])
  })

  it('keeps identifiers and quotations', () => {
    const text = 'Tabela `order_items` ma pole quantity_total oraz wartość "W toku".'
    const { words, nouns } = polish.analyse(text, [{ kind: 'code', start: 8, end: 19 }])
    expect(nouns.filter(({ identifier }) => identifier).map(({ name }) => name)).toContain('quantity_total')
    expect(words.find(({ quoted }) => quoted)?.text).toBe('W toku')
  })
})
