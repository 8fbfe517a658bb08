import type { PhraseText } from '../../phrase-text.ts'

/** What values must be, and kinds of values. */
export const valuesPhrases: PhraseText = {
  OVERLAP: `
    nakładać się | się nakładać | nie nakładać | się nałożyć | się pokrywać | się zazębiać | na siebie nachodzić | nałożyć się | nakładanie się | nakładanie | nachodzić na siebie | nachodzić się | pokrywać się | kolidować | kolizja |
    kolizja termin | zazębiać się | podwójny rezerwacja | podwójnie zarezerwować | zarezerwować dwukrotnie | dwa razy zarezerwować | nakładający się |
    w tym samym czasie | w tym samym termin | konflikt termin`,
  UNIQUE: `
    unikalny | unikatowy | niepowtarzalny | unikalność | unikatowość | unikalnie | unikalne | nie może się powtarzać | nie mogą
    się powtarzać | nie może się powtórzyć | nie powtarzać się | bez duplikatów | bez powtórzeń | brak duplikatów | brak
    powtórzeń | unique | unikat | zduplikować | unikać duplikatów | uniknąć duplikatów | zapobiegać duplikatom | zapobieganie
    duplikatom | nie dopuszczać duplikatów | tylko raz | tylko jeden raz | co najwyżej raz | duplikaty nie są | niepowtarzający
    się | już istnieje | jest już zajęty | unikatowe | nie można dodać dwóch | duplikat:noun | uniemożliwić duplikaty`,
  OPTIONAL: `
    opcjonalny | opcjonalnie | opcjonalność | nieobowiązkowy | niewymagany | nie jest wymagany | nie są wymagany | nie jest
    obowiązkowy | nie jest konieczny | nie są obowiązkowy | może być pusty | mogą być pusty | może pozostać pusty | może zostać
    pusty | można pominąć | może być pominięty | jeśli podany | jeśli podano | jeśli dostępny | jeśli dotyczy | o ile dotyczy |
    jeśli istnieje | jeżeli podano | fakultatywny | dobrowolny | nie musi | nie muszą | ewentualny | ewentualnie | lub brak |
    lub pusty | niekonieczny | nieobligatoryjny | nie wymagać | opc. | optional`,
  REQUIRED: `
    wymagany | wymagane | wymagać | wymagalny | obowiązkowy | obligatoryjny | obowiązkowo | obligatoryjnie | konieczny |
    niezbędny | not null | nie może być pusty | nie mogą być pusty | nie może być null | nie mogą być null | niepusty |
    nienullowalny | nie null | musi być podany | musi zostać podany | musi być wypełniony | musi być uzupełniony | trzeba podać
    | należy podać | bezwzględnie wymagany | required | zawsze obecny | musi podać | nieopcjonalny | konieczność podania |
    nullowalność =nie`,
  DEFAULT: `
    domyślny | domyślnie | wartość domyślny | wartość początkowy | początkowo | początkowy | default | standardowo | ustawiany
    domyślnie | z wartością domyślną | przyjmować domyślnie | zaczynać =jako | rozpoczynać =jako | na start | na początku`,
  PREFERRED: `
    preferowany`,
  ONE_OF: `
    jeden z/ze | jedno/jedną/jednego/jednej z/ze | jeden z/ze następujących | spośród | możliwy wartość | dozwolony wartość |
    dopuszczalny wartość | dostępny wartość | możliwe opcje | dostępny opcja | możliwy opcja | przyjmować wartość | przyjmujący
    wartość | przyjmuje wartości | z wartościami | o wartościach | wartość to | wartości:noun | z predefiniowanej lista | z
    predefiniowanych | predefiniowany lista | predefiniowany | zamknięta lista | z zamkniętej lista | ze stałej lista | z góry
    określony | z góry zdefiniowany | z listy | wybierany z | wybór z | do wyboru | następujący wartość | następujący     status
    | możliwy status | dostępny status | ze statusem | statusy:noun | wybrać z | wybierać z | ograniczony do wartość | z
    ustalonej lista | z określonej lista | możliwy stan | określony wartość | stały zestaw | stały lista | lista wartości`,
  EXAMPLE: `
    np. | np | na przykład | przykładowo | przykładowy | taki jak | takie/takich/takimi/takim jak | m.in. | m.in | między innymi
    | itp. | itp | itd. | itd | i tak dalej | i tym podobne | i inne | oraz inne | i podobne | przykład | tego typu | w
    szczególności | jak np. | typu:noun | e.g. | i inny | chociażby`,
  ENUM: `
    enum | typ enum | typ wyliczeniowy | wyliczeniowy | typ wyliczany | enumeracja | lista wyliczeniowy | typ enumeracyjny |
    enumy | enumów | enumerowany`,
  TYPE: `
    typ | typ danych | typu | o typie | jako typ | zapisany jako | przechowywany jako | w formacie | reprezentowany jako |
    przechowywać jako | zapisywać jako | zapisywany jako | implementowany jako | zaimplementowany jako | format:noun | w postaci`,
  PRIMARY_KEY: `
    klucz główny | klucz podstawowy | klucz pierwotny | pk | primary key | unikalny identyfikator | identyfikator główny | jako
    identyfikator | klucz złożony | złożony klucz główny | klucz sztuczny | klucz naturalny | klucz kompozytowy | identyfikator
    unikalny`,
  FOREIGN_KEY: `
    klucz obcy | fk | foreign key | integralność referencyjny | spójność referencyjny | więzy integralności | kluczem obcym |
    klucz zewnętrzny | referencja do klucza`,
  NULLABLE: `
    nullable | może być null | mogą być null | dopuszczać null | dopuszczający null | dopuszcza null | nullowalny | null | lub
    null | pozwalać na null | przyjmować null | zezwalać na null | z możliwością null | null dozwolony | ustawiony na null |
    wartość null | równy null | może być pusty | mogą być puste | może pozostać pusty | może być nieprzypisany |
    może być nieustawiony | może nie mieć | puste = | pusty = | pusta = | pusty do | puste do | pusta do`,
  POSITIVE: `
    dodatni | nieujemny | większy od zera | większy od 0 | większy niż 0 | większy niż zero | nie może być ujemny | nie mogą być
    ujemny | większy lub równy 0 | większy lub równy zero | powyżej zera | > 0 | >= 0 | ≥ 0 | co najmniej 0 | niemniejszy niż 0
    | nie może być mniejszy niż 0`,
  CHARACTERS: `
    znak | znaków | zn. | liter | litera | znak ze spacjami | limit znaków | liczba znaków | długość znaków | symboli`,
  LENGTH: `
    długość | długi | rozmiar:noun | długość tekstu | limit długości | ograniczenie długości | maksymalny długość | minimalny
    długość | liczba znaków | o długości | char_length | length`,
  DAILY: `
    dziennie | dzienny | codziennie | codzienny | na dzień | na dobę | na dobe | każdy dzień | każdego dnia | w ciągu dnia | w
    ciągu doby | raz dziennie | w ciągu 24 | co 24 | dobowy | za dzień | jednego dnia | co dzień | na jeden dzień | w     ciągu
    jednego dnia | danego dnia | dla danego dnia`,
  WEEKLY: `
    tygodniowo | tygodniowy | na tydzień | co tydzień | w tygodniu | w ciągu tygodnia | każdego tygodnia | raz w tygodniu |
    cotygodniowy | raz na tydzień | co 7 dni`,
  MONTHLY: `
    miesięcznie | miesięczny | na miesiąc | co miesiąc | w miesiącu | w ciągu miesiąca | każdego miesiąca | raz w miesiącu |
    comiesięczny | raz na miesiąc | w danym miesiącu | co 30 dni | dla danego miesiąca`,
  SNAPSHOT: `
    z =chwili | z =momentu | w =chwili | w =momencie | z =dnia | w =dniu | na =dzień | na =moment | na =chwilę | z =daty |
    obowiązujący w =chwili/momencie/dniu | aktualny w =chwili/momencie/dniu | aktualny na =dzień/moment`,
  TIMESTAMPS: `
    created_at | updated_at | created_at i/oraz updated_at | data utworzenia | data utworzenia i modyfikacji | data utworzenia i
    aktualizacji | data utworzenia i edycji | data modyfikacji | data aktualizacji | data edycji | data dodania | znacznik czasu
    | znaczniki czasu | znacznik czasowy | data ostatniej modyfikacji | data ostatniej aktualizacji | data ostatniej edycji |
    data ostatniej zmiany | czas utworzenia | timestampy | timestamps | ostatnia modyfikacja | data stworzenia | daty utworzenia
    | data i czas utworzenia | kolumny audytowe | pola audytowe | sygnatura czasowa`,
  UUID: `
    uuid | uuidv4 | uuidv7 | guid | gen_random_uuid | uuid v4 | ulid | identyfikator uuid | klucz uuid`,
  BIGINT: `
    bigint | bigserial | autoinkrementacja | autoinkrementowany | autoinkrementujący | auto inkrementacja | autoincrement | auto
    increment | identity | int8 | generated always as identity | serial | autonumerowanie | sekwencyjny identyfikator |
    inkrementowany`,
  MONEY: `
    kwota | cena | koszt | pieniądz | pieniężny | waluta | zł | pln | eur | euro | usd | złoty:noun | opłata | wynagrodzenie |
    stawka | wydatek | budżet | netto | brutto | w groszach | grosz | finansowy | wartość pieniężny`,
  PERCENT: `
    procent | procentowy | odsetek | procentowo | wartość procentowy`,
  DATE: `
    data | dzień | termin | deadline | data urodzenia | data rozpoczęcia | data zakończenia | sama data | typ date | zakres dat
    | data bez czasu | data kalendarzowy`,
  TIME: `
    godzina | czas | pora dnia | minuta | czas trwania | godzina rozpoczęcia | godzina zakończenia | przedział czasowy | slot
    czasowy | zakres godzin`,
  DATETIME: `
    timestamp | timestamptz | datetime | data i godzina | data i czas | data oraz godzina | znacznik czasu | data z godziną |
    dokładny czas | dokładna data | utc | timestamp with time zone | moment | daty i godziny`,
  NUMBER: `
    liczba | liczbowy | numeryczny | numeric | decimal | dziesiętny | liczba dziesiętna | zmiennoprzecinkowy | float | wartość
    liczbowy | ułamek | ułamkowy | rzeczywisty liczba`,
  INTEGER: `
    liczba całkowity | całkowity liczba | integer | int | smallint | liczba całkowita | liczby całkowite | liczb całkowitych |
    licznik | liczba naturalna | całkowitoliczbowy | wartość całkowity`,
  TEXT: `
    tekst | tekstowy | text | varchar | string | łańcuch znaków | ciąg znaków | dowolny tekst | markdown | tekst sformatowany |
    wielolinijkowy | krótki tekst | długi tekst | wolny tekst | textarea | alfanumeryczny | napis:noun | citext`,
  BOOLEAN: `
    boolean | bool | flaga | tak lub nie | prawda fałsz | logiczny wartość | wartość     logiczna | wartość logiczny | checkbox
    | przełącznik | true false | zaznaczenie | binarny | zerojedynkowy | flaga logiczny | true lub false | true albo false`,
  JSON: `
    json | jsonb | obiekt json | format json | dokument json | struktura json | jako json | typ jsonb`,
  LIST: `
    lista | tablica | array | listy:noun | text array | wielokrotny wybór | wielokrotnego wyboru | multiselect | po
    przecinku | rozdzielony przecinek | oddzielony przecinek | tablica tekstowa`,
}
