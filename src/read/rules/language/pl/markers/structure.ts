import type { PhraseText } from '../../phrase-text.ts'

/** What things are made of, how they hang together, how many there are, and the parts of a schema. */
export const structurePhrases: PhraseText = {
  BE: `
    być | zostać | pozostać | pozostawać`,
  HAS: `
    mieć | posiadać | posiadający | charakteryzować się | opisany przez | być opisany | wyposażony w | określony przez | o
    następujący | cechować się | dysponować`,
  INCLUDES: `
    zawierać | zawierający | zawrzeć | obejmować | obejmujący | objąć | uwzględniać | uwzględniający | w =tym | wraz z/ze |
    mieścić | określać | opisywać | z pole/kolumna/atrybut | w skład wchodzić | wchodzą/wchodzi =w =skład`,
  BELONGS: `
    należeć/należy/należą do | należący do | przynależeć/przynależy/przynależą do | przynależny do | przypisany/przypisywany do
    | być przypisany do | powiązany z/ze | być powiązany z/ze | związany z/ze | połączony z/ze | być częścią | stanowić część |
    część:noun =większej | podlegać pod | dołączony do | podpięty pod/do | w ramach jednego/jednej | utworzony przez | stworzony
    przez | dodany przez | przyporządkowany do | skojarzony z/ze | będący częścią | zagnieżdżony w`,
  CONSISTS: `
    składać się z/ze | składający się z/ze | złożony z/ze | zbudowany z/ze | podzielony na | dzielić się na | być podzielony na
    | na które składają | tworzony przez`,
  WITH: `
    z:preposition | ze:preposition | każdy z/ze | wraz z/ze`,
  GIVING: `
    =podając | =wpisując | =wprowadzając | =wybierając | =wskazując | =określając | =uzupełniając | =wypełniając |
    podawać | podać | przez/poprzez =podanie | przez/poprzez =wpisanie | przez/poprzez =wybranie | przez/poprzez =wskazanie`,
  INTO: `
    do:preposition | w:preposition | we:preposition | pod:preposition | o:preposition`,
  OTHER: `
    inny:adjective | inny:determiner`,
  FOR: `
    dla:preposition | na:preposition`,
  STORES: `
    przechowywać | przechowywany | przechowywanie | przechowujący | zapisywać | zapisywany | zapisywanie | zapisać | zapisany |
    gromadzić | gromadzony | gromadzenie | zbierać | zbierany | zbieranie | rejestrować | rejestrowany | rejestrowanie |
    utrwalać | utrwalany | utrwalić | logować:verb #? | archiwizować | ewidencjonować | odnotowywać | odnotować | śledzić |
    śledzenie | trzymać | trzymany | magazynować | zachowywać | zapis:noun | cachować | cache`,
  REORDERS: `
    przestawiać | przestawić | zmieniać & kolejność | zmienić & kolejność | zmiana & kolejność | zmienianie & kolejność | własna kolejność |
    ręczna kolejność`,
  DRAGS: `
    przeciągać | przeciągnąć | przeciąganie | =przeciągnięcie | =przeciągnięciem | =przeciągnięcia | =przeciągnij | drag and drop`,
  CREATES: `
    tworzyć | tworzony | tworzenie | utworzyć | utworzony | utworzenie | stworzyć | stworzony | stworzenie | dodawać | dodawany
    | dodawanie | dodać | dodany | dodanie | zakładać | zakładanie | założyć | założenie konta | generować | generowany |
    generowanie | wygenerować | wygenerowany | wygenerowanie | generacja | wprowadzać | wprowadzanie | wprowadzić | wprowadzony
    | wprowadzenie | rejestrować | zarejestrować | zgłaszać | zgłosić | wpisywać | wpisać | wpisywanie | wypełniać | wypełnić |
    wgrywać | wgrać | wgrywanie | przesyłać | przesłać | przesyłanie | importować | zaimportować | importowanie | import:noun |
    publikować | opublikować | składać zamówienie | złożyć zamówienie | składanie | składać wniosek | wystawiać | wystawić |
    wystawianie | rezerwować | zarezerwować | planować | zaplanować | definiować | zdefiniować | definiowanie | napisać |
    duplikować | kopiować | skopiować | rozpoczynać | rozpocząć | rozpoczęcie | zapraszać | zaprosić | oferować | zaoferować | kupować | kupić | wypożyczać | wypożyczyć | umawiać | umówić | wysyłać | wysłać |
    konfigurować | skonfigurować | dopisać | dopisywać | zamawiać | zamówić | insert`,
  MANAGES: `
    zarządzać | zarządzanie | zarządzający | administrować | administrowanie | obsługiwać | obsłużyć | organizować | prowadzić |
    crud | moderować | moderowanie | kontrolować | operacja crud | nadzorować | utrzymywać`,
  LISTS: `
    przeglądać | przeglądanie | przeglądać lista | lista wszystkich | wyświetlać lista | wyświetlić lista | wyświetlanie lista |
    wyświetlenie lista | zobaczyć lista | widzieć lista | widok lista | listować | listowanie | pobieranie lista | pobierać
    lista | stronicować | paginacja | stronicowanie | paginować | przejrzeć | wyświetlać wszystkie | widzieć wszystkie |
    zobaczyć wszystkie`,
  EDITS: `
    edytować | edytowanie | edytowany | edycja | edytowalny | modyfikować | modyfikowanie | zmodyfikować | modyfikacja |
    zmieniać | zmienić | zmienianie | zmieniony | aktualizować | aktualizowanie | zaktualizować | aktualizacja | poprawiać |
    poprawić | korygować | skorygować | uzupełniać | uzupełnić | oznaczać | oznaczyć | oznaczanie | oznaczenie | ustawiać |
    ustawić | ustawianie | nadpisać | nadpisywać | zmiana:noun nazwa/status/hasło/rola | przestawić | zastąpić | archiwizować |
    zarchiwizować | wybierać | wybrać | dostosować | dostosowywać | personalizować | update | przenosić | przenieść`,
  VIEWS: `
    wyświetlać | wyświetlić | wyświetlanie | wyświetlany | zobaczyć | widzieć | widoczny | podgląd | oglądać | obejrzeć |
    podejrzeć | pokazywać | pokazać | prezentować | prezentowany | otwierać | otworzyć | sprawdzać | sprawdzić | czytać |
    przeczytać | odczytać | odczytywać | wgląd | przegląd | wizualizować | wyświetlenie`,
  ASSIGNS: `
    przypisywać | przypisywanie | przypisać | przypisany | przypisanie | przydzielać | przydzielić | przydzielanie |
    przydzielony | przydział | nadawać | nadać | nadawanie | przyznawać | przyznać | kategoryzować | tagować | otagować |
    tagowanie | klasyfikować | wybierać | wybrać | wybór | wskazywać | wskazać | określać | określić | przyporządkować |
    przyporządkowanie | delegować | zadawać | zadać | oznaczać tag`,
  LINKS: `
    łączyć | łączony | łączenie | połączyć | połączony | powiązać | powiązany | powiązanie | wiązać | kojarzyć | skojarzyć |
    skojarzony | relacja | relacja między/pomiędzy | relacja z/ze | relacja do | związek między/pomiędzy | linkować | podłączyć
    | podpiąć | spięty z | zlinkowany | w relacji =z | być w relacji`,
  EXTENDS: `
    rozszerzać | rozszerzyć | rozszerzony o | rozszerzający | rozszerzenie | dziedziczyć | dziedziczyć po | uzupełniający |
    stanowić rozszerzenie | być rozszerzony | rozszerzona/rozszerzony przez`,
  REFERENCES: `
    odwoływać się do | odwołujący się do | odnosić się do | odniesienie do | odwołanie do | wskazywać na | wskazujący na |
    referencja | referencja do | klucz obcy do | fk do | fk -> | fk → | reference | references | referencować | relacja do |
    powiązanie z/ze | dotyczyć | poprzez klucz`,
  JOINS: `
    dołączać/dołączyć do | dołączać | dołączyć | dołączanie | dołączenie | zapisać się | zapisywać się | zapisać się na/do |
    zapisywać się na/do | uczestniczyć | uczestniczyć w | brać udział | wziąć udział | subskrybować | zostać członek |
    obserwować | przystąpić do | przyjąć zaproszenie | przyjmować zaproszenie | akceptować zaproszenie | zaakceptować
    zaproszenie | zapisanie się | zgłosić się`,
  MANY: `
    wiele | kilka | wielokrotnie | liczny | mnóstwo | szereg | wielokrotny | dowolna/dowolną =liczba/liczbę | dowolna/dowolną
    =ilość | nieograniczona/nieograniczoną liczba | nieograniczona/nieograniczoną ilość | nielimitowany | więcej niż jeden |
    jeden lub więcej | jeden lub wiele | jeden albo więcej | zero lub więcej | zero lub wiele | 0 lub więcej | 1 lub więcej |
    wielu różnych | różny | multi | po =kilka | co najmniej jeden`,
  ONE: `
    jeden | =1 | pojedynczy | dokładnie jeden | dokładnie 1 | tylko jeden | wyłącznie jeden | jedyny | jeden i tylko jeden | ten
    sam | tylko 1`,
  EACH: `
    każdy | dla każdy | każdy z/ze | każdorazowo | poszczególny | wszelki | każdy kolejny`,
  ZERO_OR: `
    zero lub | zero albo | zero lub jeden | zero lub wiele | 0 lub 1 | 0 lub więcej | żaden lub | brak lub | zero lub więcej`,
  AT_MOST: `
    co najwyżej | =najwyżej | maksymalnie | maksymalny | maksimum | maks. | maks | max | max. | nie więcej niż | nie większy niż
    | nie dłuższy niż | nie może przekraczać | nie może przekroczyć | nie mogą przekraczać | nie przekraczać | nie
    przekraczający | nieprzekraczający | mniej niż | mniejszy niż | krótszy niż | poniżej # | ograniczony do | ograniczyć do |
    ograniczenie do | limit:noun | limit # | limit do | limit :? # | limitowany do | limitować |
    maksymalna/maksymalnej/maksymalną długość | maksymalny rozmiar | maksymalna/maksymalną liczba | nie może być dłuższy |
    mniejszy lub równy | mniejszy bądź równy | górny limit | nie wyższy niż | limit znak | ograniczenie długość do | ograniczony
    limit | pułap`,
  AT_LEAST: `
    co najmniej | przynajmniej | minimalnie | minimalny | minimum | min. | min | nie mniej niż | nie mniejszy niż | nie krótszy
    niż | więcej niż | większy niż | dłuższy niż | większy lub równy | powyżej # | ponad # | minimalna/minimalną długość |
    minimalna/minimalną liczba | nie może być krótszy | nie może być mniejszy | nie może być pusty | niepusty | nie niższy niż |
    jeden lub więcej | co najmniej jeden | wyższy niż | dolny limit | starszy niż`,
  BETWEEN: `
    od # do # | pomiędzy/między # a/i # | pomiędzy/między # oraz # | między # do # | # do # | w zakresie | zakres # | zakres od
    # do # | w zakresie od # do # | w zakresie # do # | w przedziale | przedział:noun | w przedziale od # do # | w skali | w
    skali od # do # | skala od # do # | w skali # do # | z zakresu | z przedziału | mieścić się w | w granicach | skala # do #`,
  EXACTLY: `
    dokładnie | dokładnie jeden | równo | zawsze # | ściśle | stała długość | o stałej długość | precyzyjnie | wynosić dokładnie`,
  ONCE: `
    raz | tylko raz | tylko jeden raz | jeden raz | co najwyżej raz | najwyżej raz | jednokrotnie | maksymalnie raz`,
  TWICE: `
    dwa razy | dwukrotnie | drugi raz | po raz drugi | więcej niż raz | wielokrotnie | kilka razy | ponownie`,
  SAME: `
    ten sam | taki sam | identyczny | jednakowy`,
  GLOBALLY: `
    globalnie | w cały system/systemie/aplikacji/bazie/serwisie | w całym systemie | w całej aplikacji | w całej bazie |
    w skali całego systemu | w skali systemu | dla całej aplikacji | wśród wszystkich użytkowników`,
  PER: `
    na:preposition =użytkownika/osobę/osoba | per | w ramach | w obrębie | dla danego/danej | dla każdy | na
    =każdy/każdego/każdą/każde | na =jednego/jedną/jeden | przypadać na | przypadający na | dla jednego/jednej | w kontekście |
    na =konto | za =każdy/każdą/każde | dla pojedynczego/pojedynczej | na poziomie =użytkownika`,
  ONE_TO_ONE: `
    jeden do jeden/jednego | 1 do 1 | jeden-do-jednego | relacja 1-1 | 1-1 | jeden na jeden | jeden-do-jeden`,
  ONE_TO_MANY: `
    jeden do wiele | jeden do wielu | 1 do wielu | 1 do wiele | 1 do n | jeden do n | 1-n | jeden-do-wielu | jeden na wiele |
    one to many | has_many`,
  MANY_TO_ONE: `
    wiele do jeden | wiele do jednego | wiele do 1 | n do 1 | n-1 | wiele-do-jednego | wielu do jednego | many to one`,
  MANY_TO_MANY: `
    wiele do wiele | wiele do wielu | wielu do wielu | n do n | n do m | m do n | n-m | m-n | m2m | wiele-do-wielu |
    wielu-do-wielu | many to many | wiele na wiele`,
  SELF_REFERENCE: `
    odwołanie do samego siebie | do samej/samego siebie | relacja do samej siebie | samoodwołanie | samoreferencja |
    rekurencyjny | rekurencja | self reference | wskazywać na samą siebie | odwołujący się do samej siebie | odwołanie do tej
    samej tabela | do tej samej tabela | autoreferencja | samoodnosząca się | self referencing`,
  HIERARCHY: `
    hierarchia | hierarchiczny | struktura drzewiasta | drzewiasty | drzewo:noun | zagnieżdżony | zagnieżdżać | zagnieżdżenie |
    podkategoria | kategoria nadrzędna | nadrzędny | podrzędny | rodzic-dziecko | rodzic dziecko | potomny | parent child |
    zagnieżdżanie`,
  TABLE: `
    tabela | tabelka | table | tabela w bazie | osobny tabela | oddzielny tabela | dedykowany tabela | główny tabela | kluczowy
    tabela | odrębny tabela`,
  ENTITY: `
    encja | obiekt domenowy | model danych | obiekt biznesowy | główny encja | kluczowy encja | podmiot danych | model domenowy
    | entity | byt | encje`,
  COLUMN: `
    kolumna | pole | atrybut | właściwość | pole o nazwie | kolumna o nazwie | flaga:noun | cecha | column`,
  FIELD_LIST: `
    z polami | z kolumnami | z atrybutami | z następującymi polami | z następującymi kolumnami | z następującymi atrybutami |
    następujący pole | następujący kolumna | następujący atrybut | następujący dane | następujący informacja | pola:noun |
    kolumny:noun | atrybuty:noun | zawierać pole | zawierać kolumna | zawierać następujący | pole wymagany | pole obowiązkowy |
    pole opcjonalny | kluczowy pole | kluczowy kolumna | główny pole | dodatkowy pole | dodatkowy kolumna | o następujących
    polach | o polach | dane takie jak | pole formularza | kluczowe atrybuty | z metadanymi | pole takie jak | metadane |
    kluczowy atrybut`,
  VIEW: `
    widok bazy | widok bazodanowy | widok sql | widok zmaterializowany | zmaterializowany widok | materialized view |
    perspektywa | widok:noun | view`,
  THROUGH: `
    przez | poprzez | za pomocą | za pośrednictwem`,
  JOIN_TABLE: `
    tabela łączący | tabela pośredni | tabela pośrednicząca | tabela złączeniowy | tabela asocjacyjny | tabela relacyjny |
    tabela powiązań | tabela powiązanie | tabela relacji | tabela łącznikowa | tabela krzyżowa | tabela mapująca | tabela pivot
    | encja asocjacyjny | encja pośredni | encja łączący | łączący tabela | pośredni tabela | join table | junction table |
    tabela przejściowy | tabela wiążąca | pivot table | tabela intersekcji | tabela łącząca | tabeli łączącej | tabelę łączącą |
    tabele łączące | tabela pomostowa | tabela junction`,
  DICTIONARY: `
    słownik | tabela słownikowy | słownikowy | tabela referencyjny | dane referencyjny | dane słownikowy | lookup | seed |
    seedowany | dane początkowy | predefiniowany tabela | taksonomia | tabela lookup | słowniki | słownik systemowy | dane
    statyczny | prepopulowany | tabela statyczny`,
}
