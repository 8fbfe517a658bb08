import type { PhraseText } from '../../phrase-text.ts'

/** Deletion, people and their rights. */
export const accessPhrases: PhraseText = {
  DELETE: `
    usuwać | usuwanie | usuwany | usunąć | usunięty | usunięcie | kasować | kasowanie | skasować | skasowany | skasowanie | on
    delete | delete | wymazać | czyścić | wyczyścić | czyszczenie | likwidacja | zlikwidować | wyrejestrować | wypisać się |
    opróżnić`,
  CASCADE: `
    kaskada | kaskadowy | kaskadowo | usuwanie kaskadowy | kaskadowy usuwanie | kaskadowy usunięcie | usunięcie kaskadowy | on
    delete cascade | cascade | cascade delete | usuwać kaskadowo | usuwany kaskadowo | usunięty kaskadowo | usuwane wraz z |
    usunięty wraz z | usuwać wraz z | usunąć wraz z | usuwany razem z | usuwać razem z | usunięcie wraz z | usunięcie wszystkich
    powiązanych | usuwanie wszystkich powiązanych | usuwać wszystkie powiązane | usuwa wszystkie | i wszystkie powiązane | oraz
    wszystkie powiązane | i wszystkich powiązanych | oraz wszystkich powiązanych | wraz ze/z wszystkimi | wraz z powiązanymi |
    razem z wszystkimi | wraz z jego/jej/ich | powoduje usunięcie | powodować usunięcie | skutkuje usunięciem | kaskadowość |
    również usunięte | także usunięte | automatycznie usuwany | i wszystkich jego/jej | oraz wszystkich jego/jej | wraz z
    nim/nią`,
  SET_NULL: `
    set null | on delete set null | ustawić na null | ustawiać na null | ustawiany na null | ustawiony na null | ustawienie na
    null | ustawienie null | zmienić na null | wyzerować | odłączyć | odpiąć | odpięcie | pozostać bez | pozostawać bez | stać
    się null | przypisanie null | zerowanie | osierocony | na null`,
  RESTRICT: `
    on delete restrict | restrict | no action | nie można usunąć | nie można usuwać | nie może zostać usunięty | nie może być
    usunięty | nie mogą być usuwane | nie mogą zostać usunięte | blokować usunięcie | blokować usuwanie | blokada usunięcia |
    blokada usuwania | zablokować usunięcie | zablokowanie usunięcia | uniemożliwić usunięcie | uniemożliwiać usunięcie |
    zapobiegać usunięciu | zakaz usuwania | usunięcie niemożliwe | usunięcie zablokowane | usunięcie jest zablokowane |
    usunięcie możliwe tylko | usunąć tylko jeśli/gdy | ograniczenie usuwania | brak możliwości usunięcia | uniemożliwia
    usunięcie | nie pozwala usunąć | nie pozwalać na usunięcie |
    nie wolno usunąć | nie wolno usuwać | nie da się usunąć`,
  SOFT_DELETE: `
    soft delete | soft-delete | miękkie/miękkiego/miękkim/miękki usuwanie | miękkie/miękkiego/miękkim/miękki usunięcie |
    usuwanie miękkie | usunięcie miękkie | logiczny usuwanie | usuwanie logiczny | logiczny usunięcie | usuwać logicznie |
    usuwany logicznie | oznaczyć jako usunięty | oznaczony jako usunięty | oznaczany jako usunięty | oznaczać jako usunięty |
    oznaczenie jako usunięty | deleted_at | is_deleted | flaga usunięcia | kosz:noun | możliwość przywrócenia | możliwość
    odzyskania | dezaktywować zamiast | archiwizować zamiast | archiwizacja zamiast | soft deletion | miękkim usuwaniem |
    deaktywacja zamiast`,
  HARD_DELETE: `
    hard delete | hard-delete | twarde/twardego/twardym/twardy usuwanie | twarde/twardego/twardym/twardy usunięcie | usuwanie
    twarde | fizyczny usuwanie | fizyczny usunięcie | usuwanie fizyczny | usuwać fizycznie | usuwany fizycznie | trwały
    usunięcie | trwały usuwanie | trwale usunąć | trwale usuwać | trwale usunięty | trwale usuwany | usunąć trwale | usuwać
    trwale | usunięty trwale | usuwany trwale | trwale | nieodwracalnie | nieodwracalny | bezpowrotnie | permanentny |
    permanentnie | bez soft delete | brak soft delete | bez możliwości przywrócenia | na stałe | nie można cofnąć | bez
    możliwości odzyskania | na zawsze`,
  INVITES: `
    zapraszać | zaprosić | zaproszenie | zapraszanie | zaproszony | zapraszający`,
  ACCEPTS: `
    zaakceptować | akceptować | zaakceptowany lub/albo odrzucony | przyjąć lub/albo odrzucić | zaakceptować lub/albo odrzucić |
    akceptować lub/albo odrzucać | przyjęty lub/albo odrzucony`,
  DECIDES: `
    przyjąć/zaakceptować/zatwierdzić/potwierdzić lub/albo odrzucić/odmówić |
    przyjmować/akceptować/zatwierdzać/potwierdzać lub/albo odrzucać/odmawiać |
    przyjęty/zaakceptowany/zatwierdzony/akceptowany/zatwierdzany lub/albo odrzucony/odrzucany`,
  ASKS_TO_JOIN: `
    prosić/poprosić o =dołączenie/przyjęcie do | wysłać/wysyłać prośba o =dołączenie do | składać/złożyć wniosek o =przyjęcie/członkostwo do/w`,
  ANSWERS: `
    odpowiadać | odpowiedzieć`,
  COMMENTS: `
    komentować | skomentować | zostawić komentarz pod | zostawiać komentarz pod`,
  RATES: `
    oceniać | ocenić | wystawić ocena | wystawiać ocena`,
  LIKES: `
    polubić | lajkować | polajkować`,
  FOLLOWS: `
    obserwować | zaobserwować`,
  VOTES: `
    głosować na/nad/za | zagłosować na/nad/za | oddać głos na | oddawać głos na`,
  FLAGS: `
    zgłosić | zgłaszać | oflagować`,
  FAVOURITES: `
    do swój? =ulubionych | do lista ulubiony | jako ulubiony`,
  APPROVES: `
    zatwierdzać | zatwierdzić | akceptować | zaakceptować | potwierdzać | potwierdzić | weryfikować | zweryfikować`,
  RESTORES: `
    przywracać | przywrócić | przywrócony | przywracanie | przywrócenie | odzyskać | odzyskiwać | cofnąć usunięcie`,
  ANONYMISES: `
    anonimizować | anonimizowany | anonimizacja | zanonimizować | zanonimizowany | bez =danych =osobowych | bez =danych klienta/użytkownika |
    pozostawać/pozostać/zostać bez =danych | bez imienia`,
  KEEP: `
    zachowywać | zachować | zachowany | zachowanie danych | zachowywany | zachowanie historii | pozostawać | pozostać |
    pozostają | pozostaje | pozostaną | pozostawić | nie jest usuwany | nie są usuwane | nie będą usuwane | nie usuwać | nigdy
    nie usuwać | retencja | przechowywany przez | bez usuwania |
    nienaruszony`,
  ACCOUNT_DELETION: `
    usunięcie & konto | usuwanie & konto | usunąć & konto | usuwać & konto | usunięcie swojego konto | usunięcie własnego konto
    | skasować & konto | skasowanie & konto | kasowanie & konto | likwidacja konto | usunięcie użytkownika | usuwanie
    użytkownika | usunięcie & profil | prawo do bycia zapomnianym | prawo do usunięcia | zamknięcie konto | usunięcie konto
    użytkownika | usuwanie konto użytkownika | trwale usunąć & konto | usunięcia konta | konto zostanie usunięte | konto jest
    usuwane | po usunięciu użytkownika | usunąć użytkownika | konto usunięte`,
  OWNER: `
    właściciel | właścicielka | autor | twórca | autorka | własność | posiadacz | właścicielski | będący właścicielem |
    użytkownik który utworzył | owner | założyciel | osoba tworząca | na podstawie user_id`,
  OWN: `
    swój | własny | mój | swoje własne | moje własne | należący do niego | należące do użytkownika | należący do użytkownika |
    utworzony przez siebie | przez siebie | osobisty | prywatny | przypisany do niego | zalogowanego użytkownika | swoimi
    własnymi | =jego =własne | bieżącego użytkownika`,
  ONLY: `
    tylko | wyłącznie | jedynie | tylko dla | wyłącznie dla | tylko przez | wyłącznie przez | nikt inny | ograniczony do |
    zarezerwowany dla | zastrzeżony dla | tylko i wyłącznie | niedostępny dla innych`,
  PUBLIC: `
    publiczny | publicznie | publicznie dostępny | dostępny publicznie | jawny | dla wszystkich | dostępny dla wszystkich |
    widoczny dla wszystkich | dla każdego | dostępny dla każdego | ogólnodostępny | każdy może | wszyscy mogą | ktokolwiek | bez
    logowania | bez zalogowania | bez konta | bez rejestracji | bez uwierzytelnienia | bez uwierzytelniania | bez konieczności
    logowania | bez potrzeby logowania | odczyt publiczny | publiczny odczyt | publiczny dostęp | dostęp publiczny | nie wymaga
    logowania | nie wymagać logowania | otwarty dla wszystkich | publicznie widoczny | dla niezalogowanych | public`,
  ADMIN: `
    administrator | admin | administratorski | administracyjny | superadmin | superadministrator | superużytkownik | moderator |
    administrator systemu | panel administratora | panel administracyjny | rola admina | rola administratora | backoffice |
    adminowy | operator | personel`,
  BACKEND: `
    backend | service_role | service role | rola serwisowa | klucz serwisowy | po stronie serwera | strona serwera | serwer |
    edge function | edge functions | funkcja brzegowa | cron | zadanie cykliczny | zadanie w tle | proces w tle | przez system |
    przez backend | po stronie backendu | worker | webhook | warstwa api | serwis backendowy | backendowy | api backendu`,
  SIGNED_IN: `
    zalogowany | zalogowany użytkownik | uwierzytelniony | uwierzytelniony użytkownik | zarejestrowany | zarejestrowany
    użytkownik | autoryzowany użytkownik | po zalogowaniu | wymagać logowania | wymaga logowania | wymaga zalogowania | wymagać
    zalogowania | użytkownik zalogowany | posiadający konto | z kontem | authenticated | auth.uid | być zalogowanym | musi być
    zalogowany | muszą być zalogowani | wymaga uwierzytelnienia | posiadać konto`,
  ANONYMOUS: `
    niezalogowany | niezalogowany użytkownik | anonimowy | anonimowo | anonimowy użytkownik | gość | niezarejestrowany |
    nieuwierzytelniony | nieautoryzowany | nie jest zalogowany | nie zalogowany | odwiedzający | anon | niezalogowani |
    użytkownik niezalogowany | nieautoryzowany użytkownik | wylogowany | tryb gościa | rola anon | bez logowania | bez zalogowania | bez konta | bez rejestracji`,
  MEMBER: `
    członek | członkini | członkostwo | członek zespołu | członek grupy | członek rodziny | członek organizacji | członek
    projektu | uczestnik | uczestniczka | uczestnictwo | domownik | współpracownik | należeć do tej samej | ta sama grupa | ta
    sama rodzina | ten sam zespół | ta sama organizacja | tej samej grupy | tej samej organizacji | tego samego zespołu | tej
    samej rodziny | tej samej firmy | współwłaściciel | zaproszony | przynależność do | być członkiem | tenant`,
  READ: `
    odczyt | odczytywać | odczytać | odczytywanie | czytać | tylko do odczytu | tylko odczyt | prawo odczytu | uprawnienie do
    odczytu | dostęp do odczytu | przeglądać | wyświetlać | wgląd | pobierać | pobieranie | pobrać | select | read only |
    widzieć | widoczny | odczytu | tylko przeglądać`,
  WRITE: `
    zapis | zapisywać | prawo zapisu | uprawnienie do zapisu | dostęp do zapisu | modyfikować | modyfikacja | edytować | edycja
    | insert | update | crud | operacja crud | pełny dostęp | odczyt i zapis | wstawiać | wstawianie | dodawać | zmieniać |
    zapisywanie | tworzyć | aktualizować | mutacja | usuwać | zapisu`,
  ACCESS: `
    dostęp | dostępny | dostęp do | mieć dostęp | uprawnienie | uprawniony | prawo dostępu | prawo do | kontrola dostępu |
    pozwolenie | autoryzacja | przywilej | widoczność | izolacja | izolacja danych | izolowany | odizolowany | poziom dostępu |
    ograniczenie dostępu | ograniczyć dostęp | izolować | zasada dostępu | reguła dostępu | nadawać dostęp | separacja danych |
    permission | permissions`,
  SHARE: `
    udostępniać | udostępnić | udostępniony | udostępniany | udostępnianie | udostępnienie | współdzielić | współdzielony |
    współdzielenie | dzielić się | wspólny | zapraszać | zaprosić | zaproszenie | link udostępniający | publiczny link | link
    publiczny | współpracować | współpraca | podzielić się | udostępnieniu | share`,
  RLS: `
    rls | row level security | polityka rls | polityki rls | row-level security | polityka bezpieczeństwa | polityka dostępu |
    bezpieczeństwo na poziomie wierszy | zabezpieczenia na poziomie wiersza | na poziomie wierszy | na poziomie wiersza | reguła
    rls | zasada rls | polityka | policy | policies | poziom wierszy`,
  ROLE: `
    rola | rola użytkownika | w roli | typ użytkownika | rodzaj użytkownika | typ konta | rbac | role | persona | aktor systemu
    | poziom uprawnień | grupa użytkowników | uprawnienia roli | użytkownik docelowy | grupa docelowa | rodzaje użytkowników |
    typy użytkowników | aktorzy`,
  AUDIT: `
    audyt | log:noun | logi:noun | log audytowy | logi audytowe | historia zmian | rejestr zmian | dziennik zmian | dziennik
    zdarzeń | dziennik aktywności | log zdarzeń | log błędów | logi błędów | logowanie zdarzeń | logowanie błędów | logowanie
    operacji | rejestr operacji | historia operacji | historia wersji | wersjonowanie | wersjonować | historia edycji | ścieżka
    audytu | audytowy | audytowanie | audytować | audit log | dziennik audytu | śledzenie zmian | rejestrowanie zdarzeń | audit`,
  SIGNS_IN: `
    logowanie | zalogować | zalogowanie | logować | wylogować | wylogowanie | wylogowywać | rejestracja | zarejestrować |
    rejestrować się | zarejestrować się | uwierzytelnianie | uwierzytelnienie | uwierzytelniać | hasło | zakładać & konto | założyć
    & konto | założenie & konto | zakładanie & konto | utworzyć & konto | tworzyć & konto | tworzenie & konto | utworzenie & konto |
    aktywacja konto | wygaśnięcie sesja | link aktywacyjny | login`,
  PLATFORM_ACCOUNTS: `
    supabase auth | auth.users | supabase authentication | zarządzany przez supabase | obsługiwany przez supabase | dostarczany
    przez supabase | zapewniany przez supabase | wbudowany mechanizm supabase | wbudowane uwierzytelnianie | autoryzacja
    supabase | uwierzytelnianie supabase | uwierzytelnianie przez supabase | logowanie przez supabase | za pomocą supabase auth
    | przez supabase auth | poprzez supabase auth | w supabase auth | z supabase auth | tabela auth.users | schemat auth |
    użytkownicy supabase | system uwierzytelniania supabase | konta supabase | firebase auth | auth0 | clerk | dostawca
    tożsamości | zewnętrzny dostawca uwierzytelniania | obsługa kont przez supabase | zarządzany przez supabase auth |
    obsługiwany przez supabase auth | supabase`,
}
