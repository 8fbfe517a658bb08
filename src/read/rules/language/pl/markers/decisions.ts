import type { PhraseText } from '../../phrase-text.ts'

/** Refusals, delays, answers; indexes and queries; the words of stories. */
export const decisionsPhrases: PhraseText = {
  NOT: `
    nie | nigdy | ani | nie można | nie może | nie mogą | nie ma | nie będzie | nie będą | nie jest | nie są | niemożliwy | nikt
    | brak możliwości | bynajmniej | niedozwolony | zabroniony`,
  WITHOUT: `
    bez | z wyjątkiem | oprócz | poza:preposition | prócz | pomijając | z pominięciem | wyłączając | z wyłączeniem | brak | bez
    konieczności | bez potrzeby | nie licząc | pozbawiony`,
  UNKEPT: `
    nie jest przechowywany | nie są przechowywane | nie będzie przechowywany | nie będą przechowywane | nie jest
    zapisywany | nie są zapisywane | nie będzie zapisywany | nie będą zapisywane | nie są utrwalane | nie jest utrwalany |
    nie trafiają do bazy | nie trafia do bazy | nie =przechowujemy | nie =zapisujemy |
    istnieje tylko w | istnieją tylko w | istnieje tylko po stronie | istnieją tylko po stronie | istnieje wyłącznie w |
    istnieją wyłącznie w | tylko w pamięci | wyłącznie w pamięci | tylko w sesji | wyłącznie w sesji |
    tylko w ramach sesji | tylko w przeglądarce | tylko po stronie przeglądarka | ulotny`,
  UNTIL: `
    do momentu | dopóki | do czasu | aż do | zanim`,
  REJECT: `
    odrzucono | rezygnacja z | zrezygnowano | nie tworzyć | nie tworzymy | nie będziemy | nie dodawać | nie dodajemy | nie
    przechowywać | nie przechowujemy | nie zapisujemy | nie implementować | nie implementujemy | nie używać | nie używamy | nie
    stosować | nie stosujemy | nie wprowadzać | nie wprowadzamy | nie potrzebować | nie potrzebujemy | nie     potrzeba |
    niepotrzebny | zbędny | zbyteczny | nie jest potrzebny | nie są potrzebne | nie trzeba | nie będzie przechowywany | nie będą
    przechowywane | nie będzie tworzony | nie jest przechowywany | nie są przechowywane | nie będzie implementowany | bez
    osobnej tabela | bez osobnego | bez oddzielnej tabela | bez dodatkowej tabela | bez tabela | brak tabela | brak osobnej
    tabela | brak oddzielnej tabela | brak dedykowanej tabela | bez dedykowanej tabela | brak potrzeby | nie ma potrzeby |
    usunąć z schematu | usunięty z schematu | usunięto tabelę | wykluczyć | wykluczony | wykluczono | pominięto | porzucić |
    porzucony | zaniechać | nie uwzględniać | nie uwzględniamy | nie     planować | nie planujemy | nie wymagać osobnej | nie
    wymaga osobnej | nie wymaga przechowywania | nie persystować | nie     wdrażać | nie przewidywać | nie przewiduje | nie
    decydować się | zdecydowano się nie | nie zapisywany | nie będą zapisywane | nie są zapisywane | wykreślić | nie śledzić |
    nie będzie osobnej | =odrzucono | odrzucamy | odrzucić pomysł | odrzucić dodanie | odrzucić tabela | odrzucić kolumna |
    pomysł odrzucony | zostać odrzucony | być odrzucony | propozycja odrzucony | rekomendacja odrzucony | odrzucić rekomendacja | =rezygnujemy | =zrezygnowano |
    nie włączać | nie włączamy | bez włączania | bez użycia | bez stosowania | pomijamy | nie zapisujemy | nie logujemy | nie będzie zapisywany`,
  LATER: `
    w przyszłości | na późniejszym etapie | w późniejszym etapie | na dalszym etapie | później | w kolejnych wersjach | w
    kolejnej wersja | w następnej wersja | w następnych wersjach | w przyszłych wersjach | w przyszłej wersja | w późniejszych
    wersjach | w późniejszej wersja | w kolejnych iteracjach | w kolejnej iteracja | kolejny iteracja | w kolejnym etapie | w
    kolejnych etapach | kolejny faza | w drugiej faza | po mvp | post mvp | faza 2 | faza ii | etap 2 | wersja 2 | wersja 2.0 |
    v2 | odroczyć | odroczony | odroczenie | odłożyć | odłożony | odłożono | przełożyć na później | przyszły | przyszłość |
    docelowo | przyszły rozbudowa | przyszły rozwój | możliwość rozbudowy | z myślą o przyszłości | planowany na | na razie |
    póki co | backlog | roadmap | dalszy rozwój | w dalszej kolejności | do rozważenia | do rozważenia w przyszłości | nice to
    have | po wdrożeniu mvp | kiedyś | przyszły wersja | przyszły iteracja | późniejszy etap | późniejszy wersja | na kolejnym
    etapie | w następnym etapie | rozszerzalny w przyszłości | ewentualnie w przyszłości | w razie potrzeby`,
  OUT_OF_SCOPE: `
    poza zakresem | poza zakresem mvp | poza zakresem projektu | poza mvp | nie wchodzić w zakres | nie wchodzi w zakres | nie
    wchodzą w zakres | nie wchodzić w zakres/skład mvp/wersja/projekt/wydanie | nie wchodzi w skład | nie wchodzą w skład | wykraczać poza | wykraczający poza | nie jest częścią | nie
    są częścią | nie jest częścią mvp/zakres/wersja/projekt/wydanie | nie są częścią mvp/zakres/wersja/projekt/wydanie | nie obejmować | nie obejmuje | nieobjęty | nie w mvp | wyłączony z zakresu | wykluczony z zakresu | wykluczony
    z mvp | brak w mvp | nie będzie w mvp | nie ma w mvp | w mvp nie | nie zawierać | nie zawiera | mvp nie obejmuje | mvp nie
    zawiera | mvp nie | brak wsparcia | bez wsparcia | brak obsługi | granica produktu | granice produktu | brak funkcji | brak
    integracji | nie zostanie zaimplementowany | nie będzie dostępny | nie będą dostępne | brak w tej wersji | nie jest objęty |
    nie są objęte | poza zakres | nie wspierać | nie wspiera | nie będzie wspierany`,
  EXCEPT: `
    poza:preposition | oprócz | z wyjątkiem | za wyjątkiem | wyjąwszy | prócz`,
  INSTEAD: `
    zamiast | zamiast tego | w miejsce | a nie | nie jako | zastąpić | zastąpiony | zastąpiony przez | zastąpione | zastępować |
    w zastępstwie | na rzecz | raczej niż | instead of`,
  CHANGE: `
    zmiana:noun : | doprecyzowany | doprecyzowanie | doprecyzować | doprecyzowane | sprostowanie | zmieniono | zmiana decyzji |
    zmienić na | zmieniony na | nadpisywać | aktualizacja:noun : | ostatecznie | decyzja zmieniona | zweryfikowano | skorygowano
    | uściślenie | ostateczny decyzja | przechodzimy na | zmieniamy`,
  AGREE: `
    zgoda | zgadzać się | zgadzam się | zgadza się | akceptuję | akceptujemy | zaakceptowano | zatwierdzam | potwierdzam | tak
    jest | ok | okej | oczywiście | zgodnie z rekomendacją | zgodnie z rekomendacjami | zgodnie z sugestią | zgodnie z
    propozycją | zgodny z     rekomendacją | tak jak rekomendujesz | tak jak w rekomendacji | jak w rekomendacji | jak
    rekomendowano | jak proponujesz | jak sugerujesz | przyjąć rekomendacja | przyjęto | przyjmujemy | dobry pomysł | pasuje |
    super | świetnie | dokładnie tak | niech będzie | wystarczy | rekomendacja przyjęta | zgoda na rekomendację | zastosujmy |
    może być | w porządku | jestem za | popieram | przyjmij | =tak | =akceptuję | =zaakceptowano | =potwierdzam`,
  NO: `
    żaden | brak | nie ma | brakować | nic | żadnych | nie będzie | nie istnieć | nie występować | no`,
  INDEX: `
    indeks | indeksy | indeksowanie | indeksować | indeksowany | zaindeksować | zaindeksowany | indeks złożony | indeks
    częściowy | indeks unikalny | indeks gin | indeks gist | indeks b-tree | b-tree | btree | gin | gist | trigram | pg_trgm |
    index | indeks na | indeks pełnotekstowy | indeks kompozytowy | hnsw | ivfflat | unikalny indeks | indeks trigramowy |
    indeks trigramowy na | indeks częściowy na | indeks złożony na | gin na`,
  SORT: `
    sortować | sortowanie | sortowany | posortować | posortowany | sortowany według | sortowanie według | sortowanie po |
    sortować po | sortować według | porządkować | uporządkowany | uporządkować | uporządkowany według | w kolejności | kolejność
    | malejąco | rosnąco | malejący | rosnący | chronologicznie | kolejność wyświetlania | w porządku | order by | desc | asc |
    kolejność chronologiczny | porządek chronologiczny | odwrotny kolejność | domyślny sortowanie | szeregować | sort`,
  DESCENDING: `
    malejąco | malejący | desc | w kolejności malejącej | w porządku malejącym | od najnowszych`,
  FILTER: `
    filtrować | filtrowanie | filtr | filtrowany | przefiltrować | filtrowanie po | filtrowanie według | filtrować po |
    filtrować według | filtrowanie wg | odfiltrować | zawęzić | zawężać | zawężanie | filtrowalny | grupować | grupowanie |
    pogrupowany | z podziałem na | filter | według kategorii | po kategorii | po statusie | według statusu | wyfiltrować`,
  SEARCH: `
    wyszukiwać | wyszukać | wyszukiwanie | wyszukiwany | wyszukanie | wyszukiwarka | szukać | szukanie | przeszukiwać |
    przeszukiwanie | przeszukać | znaleźć | odnaleźć | wyszukiwanie pełnotekstowy | pełnotekstowy | pełnotekstowe | full text
    search | full-text | wyszukiwanie po | wyszukiwanie według | fraza:noun | autouzupełnianie | podpowiadanie | wyszukiwalny |
    search | wyszukiwanie semantyczny | słowo kluczowe | ilike | odnajdywanie`,
  NEW: `
    nowy:adjective | nowo utworzony/dodany`,
  NEWEST: `
    najnowszy | od najnowszych | od najnowszego | od najnowszej | najnowsze na górze | najnowsze jako pierwsze | od najnowszych
    do najstarszych | ostatni | ostatnio | ostatnio dodany | ostatnio utworzony | najświeższy | odwrotnie chronologicznie |
    odwrotny kolejność chronologiczny | malejąco po dacie | malejąco według daty | od ostatnich | najpóźniejszy | odwrotnej
    kolejności chronologicznej | malejąco wg daty | od ostatniego`,
  OLDEST: `
    najstarszy | od najstarszych | od najstarszego | od najstarszej | od najstarszych do najnowszych | chronologicznie |
    kolejność chronologiczny | porządek chronologiczny | w kolejności chronologicznej | rosnąco po dacie | rosnąco według daty |
    najwcześniejszy | najbliższy | fifo | chronologiczny`,
  ALPHABETICAL: `
    alfabetycznie | alfabetyczny | w kolejności alfabetycznej | porządek alfabetyczny | kolejność alfabetyczny | a-z | od a do z
    | alfabetycznej`,
  AS_ROLE: `
    =jako | =będąc | w roli | jako użytkownik`,
  SO_THAT: `
    aby | =żeby | =by | =ażeby | w celu | tak aby | tak żeby | tak by | dzięki temu | dzięki czemu | po to aby`,
  CAN: `
    móc | =można | mieć możliwość | możliwość | możliwy | umożliwiać | umożliwić | umożliwiający | pozwalać | pozwolić |
    pozwalający | być w stanie | mieć prawo | dawać możliwość | dać możliwość | istnieć możliwość | potrafić | mieć opcję |
    opcja:noun | oferować | wspierać | z możliwością | udostępniać możliwość | zezwalać | uprawniony do | zdolność do`,
  WANTS: `
    chcieć | chcę | chciałbym | chciałabym | chcielibyśmy | potrzebować | potrzebuję | pragnąć | życzyć | oczekiwać | oczekuję |
    zamierzać | woleć | chcę móc | chcę mieć możliwość | zależeć mi | chce | musieć móc`,
  MUST: `
    musieć | powinien | =należy | =trzeba | powinna/powinno/powinny/powinni | zobowiązany | mieć obowiązek | wymuszać | wymusić
    | wymuszony | zapewniać | zapewnić | gwarantować | konieczny | egzekwować | egzekwowany | będzie:verb | będą:verb |
    obowiązek`,
  ALL: `
    wszystkie | wszelki | cały | pełny | każdy | całość | całkowity | kompletny | wszędzie | oba | obie | dowolny | komplet |
    ogół | globalnie | w każdej tabela | każdy tabela | wszystkie tabela | wszystkich tabela`,
}
