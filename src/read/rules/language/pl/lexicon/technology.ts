/** Technology, applications, artificial intelligence and the abstract words of requirement documents. */
export const TECHNOLOGY = `
aplikacja application a
zmiana change a
obsługa handling a
edycja edit a
rejestracja registration a
przebieg course a
znajomość knowledge a
podstawa basis a
uproszczenie simplification a
retencja retention a
przeszłość past a
multimedia media pl a
zaangażowanie engagement a
pewność certainty a
porównanie comparison
regeneracja regeneration a
rezygnacja resignation a
podział division a
środek means a
wielojęzyczność multilingualism a
realizacja execution a
wizualizacja visualization a
kąt angle a
życie life a
wgląd insight a
stosunek ratio a
skrócenie shortening a
pula pool
przód front
tył back
telemetria telemetry a
miernik metric a
inicjalizacja initialization a
pochodzenie origin
ważność validity
dopasowanie match a
przejrzystość transparency a
para pair
nacisk emphasis a
powodzenie success a
intuicyjność intuitiveness a
wyszukanie search a
naruszenie violation a
odpowiedzialność responsibility
nadmiar excess a
zmęczenie fatigue
uzasadnienie justification
objaśnienie explanation
następstwo consequence a
potencjał potential a
fundament foundation a
precyzja precision a
dokładność accuracy a
dochodowość profitability
rentowność profitability
płynność liquidity
rozkład distribution
wolumen volume
zbieżność convergence a
niezawodność reliability a
stabilność stability a
elastyczność flexibility a
funkcjonowanie functioning a
przechowywanie storage a
ochrona protection a
poufność confidentiality a
anonimowość anonymity a
przetwarzanie processing a
wizerunek image a
kontrast contrast a
klawiatura keyboard
mysz mouse f
kursor cursor a
ekranik screen a
wygląd appearance a
design design a
makieta mockup a
prototyp prototype
przepływ flow a
kanban kanban a
roadmapa roadmap a
kwartalnik quarterly
rocznik yearbook
system system a
platforma platform a
oprogramowanie software a
funkcja feature a
funkcjonalność feature a
mechanizm mechanism a
interfejs interface a
widok view a
ekran screen a
przycisk button a
modal modal a
pulpit dashboard a
pasek bar a
nawigacja navigation a
interakcja interaction a
logowanie login a
wylogowanie logout a
uwierzytelnianie authentication a
uwierzytelnienie authentication a
autoryzacja authorization a
autentykacja authentication a
weryfikacja verification a
walidacja validation a
potwierdzenie confirmation a
aktywacja activation
dezaktywacja deactivation
reset reset a
odzyskiwanie recovery a
bezpieczeństwo security a
szyfrowanie encryption a
hash hash
skrót shortcut
haszowanie hashing a
token token
ciasteczko cookie
login login
poświadczenie credential
dostęp access a
serwer server a
backend backend a
frontend frontend a
baza database a
encja entity a
wyzwalacz trigger a
trigger trigger a
procedura procedure
migracja migration a
api api 0 a
endpoint endpoint a
integracja integration
webhook webhook
framework framework a
repozytorium repository
commit commit
wdrożenie deployment a
hosting hosting a
konfiguracja configuration
ustawienie setting
flaga flag
przełącznik toggle
sieć network f
internet internet a
przeglądarka browser
smartfon smartphone
tablet tablet
komputer computer
laptop laptop
drukarka printer
skaner scanner
kamera camera
aparat camera
mikrofon microphone
czujnik sensor
robot robot
dron drone
algorytm algorithm
prompt prompt
inteligencja intelligence a
ai ai 0 a
llm llm 0 a
asystent assistant
bot bot
generator generator a
generacja generation
generowanie generation a
kontekst context a
embedding embedding
wektor vector
klasyfikacja classification
predykcja prediction
automatyzacja automation
proces process a
wyjątek exception
metryka metric a
monitoring monitoring a
audyt audit
backup backup
archiwizacja archiving a
synchronizacja synchronization
csv csv 0
pdf pdf 0
json json 0
xml xml 0
uuid uuid 0
id id 0
sku sku 0
ip ip 0
gps gps 0
qr qr 0
ocr ocr 0 a
mvp mvp 0 a
ui ui 0 a
ux ux 0 a
crud crud 0 a
rls rls 0 a
rodo gdpr 0 a
gdpr gdpr 0 a
sql sql 0 a
html html 0 a
css css 0 a
http http 0 a
prd prd 0 a
kpi kpi 0 a
wcag wcag 0 a
faq faq 0
crm crm 0 a
erp erp 0 a
cms cms 0 a
saas saas 0 a
pwa pwa 0 a
wymóg requirement a
warunek condition a
ograniczenie constraint a
wdrażanie rollout a
rozwój development a
przyszłość future a
wydajność performance a
skalowalność scalability a
użyteczność usability a
responsywność responsiveness a
czytelność readability a
spójność consistency a
integralność integrity a
unikalność uniqueness a
poprawność correctness a
zgodność compliance a
skuteczność effectiveness a
efektywność efficiency a
sukces success a
korzyść benefit a f
możliwość possibility a
konieczność necessity a
sposób way a
metoda method a
przypadek case a
sytuacja situation a
przykład example a
powód reason a
przyczyna cause a
skutek effect a
efekt effect a
wpływ impact a
znaczenie meaning
forma form a
ramy frame pl a
rama frame a
całość whole a f
reszta rest a
większość majority a
porządek order a
uporządkowanie ordering a
sortowanie sorting a
filtrowanie filtering a
filtr filter a
wyszukiwanie search a
wyszukiwarka search a
paginacja pagination a
stronicowanie pagination a
przeglądanie browsing a
podgląd preview a
modyfikacja modification a
aktualizacja update a
utworzenie creation a
tworzenie creation a
dodanie addition a
dodawanie addition a
usunięcie deletion a
usuwanie deletion a
skasowanie deletion a
zapisanie saving a
wyświetlanie display a
zarządzanie management a
kontrola control a
nadzór supervision a
wsparcie support a
pomoc help f a
wykorzystanie usage a
użycie usage a
użytkowanie usage a
korzystanie usage a
działanie action
zachowanie behavior a
koncepcja concept a
architektura architecture a
technologia technology a
stos stack a
warstwa layer a
logika logic a
implementacja implementation a
testowanie testing a
utrzymanie maintenance a
konserwacja maintenance
historyjka story a
akceptacja acceptance a
wprowadzenie introduction a
wątpliwość doubt a
kaskada cascade a
nadpisanie override a
wykluczenie exclusion a
ładowanie loading a
odświeżenie refresh a
przekierowanie redirect a
przejście transition a
powrót return a
anulowanie cancellation
zatwierdzenie approval
odrzucenie rejection
akceptowanie acceptance a
blokada block
brak lack a
nadużycie abuse
spam spam
zaufanie trust a
udostępnianie sharing a
współpraca collaboration a
komunikacja communication a
personalizacja personalization a
onboarding onboarding a
wersjonowanie versioning a
rzecz thing f a
kwestia issue a
aspekt aspect a
faza phase
infrastruktura infrastructure a
dysk disk
przestrzeń space f
komórka cell
ciąg string a
cyfra digit
spacja space a
łańcuch string a
null null 0 a
boolean boolean 0 a
enum enum a
typowanie typing a
wieloznaczność ambiguity a
nullowalność nullability a
denormalizacja denormalization a
normalizacja normalization a
redundancja redundancy a
agregacja aggregation a
agregat aggregate a
partycja partition a
partycjonowanie partitioning a
replikacja replication a
izolacja isolation a
kaskadowość cascade a
unikat unique a
podmiot entity
instancja instance
wystąpienie occurrence
powtarzalność repeatability a
częstość frequency
zasięg reach
kafelek tile a
siatka grid a
karuzela carousel a
suwak slider a
dymek tooltip a
gest gesture a
tryb mode
ekosystem ecosystem a
wtyczka plugin
rozszerzenie extension
dodatek add_on
konsola console
skrypt script
harmonogramowanie scheduling a
wywołanie call
odwołanie appeal
przepustowość throughput a
czasochłonność effort a
złożoność complexity a
trudność difficulty
łatwość ease a
prostota simplicity a
wygoda convenience a
redukcja reduction a
poprawa improvement a
usprawnienie improvement a
optymalizacja optimization a
ulepszenie improvement a
zwiększenie increase a
zmniejszenie decrease a
spadek decrease a
`
