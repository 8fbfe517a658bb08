/** Verbs of processes and of handling data, in the form of the other verbs. */
export const PROCESS_VERBS = `
przełączać switched
przełączyć switched
zapoznać acquainted
zapoznawać acquainted 3:zapoznaje
poświęcać devoted
przydawać useful 3:przydaje
wpływać affecting a
pochodzić originating
wracać returned
wrócić returned
ujawniać disclosed
ujawnić disclosed
mapować mapped
automatyzować automated
oczekiwać expected
zajmować occupied
zająć occupied 3:zajmie 3p:zajmą p:zajęty g:zajęcie
upraszczać simplified
uprościć simplified
utrudniać hindered
pamiętać remembered
zapamiętać remembered
bazować based
porównywać compared
porównać compared
dokończyć finished
zniechęcać discouraged
zaoszczędzić saved
oszczędzać saved
zrozumieć understood 3:zrozumie 3p:zrozumieją p:zrozumiany g:zrozumienie
kontynuować continued
reagować reacted
rozdzielić separated
rozdzielać separated
minimalizować minimized
przebywać staying a
oszacować estimated
szacować estimated
przekazać handed_over 3:przekaże
przekazywać handed_over
przeliczać recalculated
przeliczyć recalculated
opierać based
skupiać focused
powracać returning
służyć serving
unieważnić invalidated
unieważniać invalidated
powielać duplicated
powielić duplicated
nakładać imposed
nałożyć imposed
przypinać pinned
przypiąć pinned 3:przypnie 3p:przypną p:przypięty g:przypięcie
powodować caused
spowodować caused
dostosować adjusted
dostosowywać adjusted
wkleić pasted
wklejać pasted
potrzebować needed
zapomnieć forgotten 3:zapomni 3p:zapomną
wiedzieć known 3:wie 3p:wiedzą p:wiedziany g:wiedzenie
rozwiązywać solved
rozwiązać solved 3:rozwiąże
pozostawać remaining 3:pozostaje
pozostać remaining 3:pozostanie 3p:pozostaną
komunikować communicated
adresować addressed
wchodzić entered
wejść entered 3:wejdzie 3p:wejdą p:wejściowy g:wejście
czyścić cleared
wyczyścić cleared
przedstawiać presented
przedstawić presented
przejrzeć reviewed 3:przejrzy 3p:przejrzą p:przejrzany g:przejrzenie
posortować sorted
doprecyzować clarified
decydować decided
zdecydować decided
personalizować personalized
pasować matching
próbować tried
spróbować tried
trzymać kept
prosić requested
wystąpić occurred
odczytać read
odczytywać read
znikać disappearing
zniknąć disappearing
kontrolować controlled
spełniać met
spełnić met
skorygować corrected
korygować corrected
utrzymać maintained
utrzymywać maintained
skutkować resulting
rozpoznawać recognized 3:rozpoznaje
rozpoznać recognized
rozpatrzyć considered
rozpatrywać considered
dziedziczyć inherited
referencjonować referenced
referować referenced
odnosić related
zliczać counted
zliczyć counted
naruszać violated
naruszyć violated
dokonać made
dokonywać made
podjąć taken 3:podejmie 3p:podejmą p:podjęty g:podjęcie
podejmować taken
mieścić fit
umieszczać placed
umieścić placed
doładować topped_up
wybrakować rejected
przywołać recalled
interpretować interpreted
regenerować regenerated
wczytać loaded
wczytywać loaded
pominąć skipped
minąć passed
kopiować copied
kierować directed
skierować directed
żądać requested
zażądać requested
wnioskować requested
zawnioskować requested
opiekować cared
dbać cared
wygaszać expired
odświeżać refreshed
odświeżyć refreshed
migrować migrated
zmigrować migrated
przewidywać predicted
przewidzieć predicted 3:przewidzi
zaokrąglać rounded
zaokrąglić rounded
skalować scaled
przeskalować scaled
renderować rendered
parsować parsed
sparsować parsed
logować logged_in
przelogować logged_in
inicjować initiated
zainicjować initiated
wywoływać called
wywołać called
naliczać charged
naliczyć charged
płacić paid
zapłacić paid
opłacać paid
opłacić paid
kupować bought
kupić bought
zakupić purchased
sprzedawać sold 3:sprzedaje
sprzedać sold 3p:sprzedadzą
zamawiać ordered
zamówić ordered
rezerwować reserved
zarezerwować reserved
wypożyczać rented
wypożyczyć rented
zwracać returned
zwrócić returned
dostarczać delivered
dostarczyć delivered
odwoływać canceled
odwołać canceled
planować planned
zaplanować planned
rozpoczynać started
rozpocząć started 3:rozpocznie 3p:rozpoczną p:rozpoczęty g:rozpoczęcie
zaczynać started
zacząć started 3:zacznie 3p:zaczną p:zaczęty g:zaczęcie
kończyć finished
zakończyć completed
ukończyć completed
wykonywać performed
wykonać performed
realizować fulfilled
zrealizować completed
uczyć taught
nauczyć taught
powtarzać repeated
powtórzyć repeated
odpowiadać answered
odpowiedzieć answered 3:odpowie 3p:odpowiedzą
czytać read
przeczytać read
pisać written 3:pisze
napisać written 3:napisze
drukować printed
wydrukować printed
pobierać downloaded
pobrać downloaded 3:pobierze 3p:pobiorą
przesyłać uploaded
przesłać uploaded 3:prześle 3p:prześlą
wgrywać uploaded
wgrać uploaded
załączać attached
załączyć attached
ładować loaded
łączyć linked
połączyć linked
powiązać linked 3:powiąże
wiązać linked 3:wiąże
kojarzyć associated
skojarzyć associated
wskazywać pointed
wskazać pointed 3:wskaże
obejmować covered
objąć covered 3:obejmie 3p:obejmą p:objęty g:objęcie
dotyczyć concerned
rozszerzać extended
rozszerzyć extended
ograniczać limited
ograniczyć limited
wymagać required
sprawdzać checked
sprawdzić checked
weryfikować verified
zweryfikować verified
walidować validated
zwalidować validated
`
