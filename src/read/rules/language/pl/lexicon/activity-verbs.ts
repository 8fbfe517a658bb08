/** Verbs of what people and applications do, in the form of {@link VERBS}. */
export const ACTIVITY_VERBS = `
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
obsługiwać handled
obsłużyć handled
korzystać used
skorzystać used
używać used a
użyć used 3:użyje p:użyty g:użycie
wykorzystywać used
wykorzystać used
stosować used
zastosować applied
działać worked
pracować worked
otwierać opened
otworzyć opened
zamykać closed
zamknąć closed
kliknąć clicked
klikać clicked
przechodzić passed
przejść passed 3:przejdzie 3p:przejdą p:przejśty g:przejście
przenosić moved
przenieść moved 3:przeniesie 3p:przeniosą p:przeniesiony g:przeniesienie
przesuwać moved a
przesunąć moved
kopiować copied
skopiować copied
duplikować duplicated
przywracać restored
przywrócić restored
cofać undone
cofnąć undone
odzyskiwać recovered
odzyskać recovered
resetować reset
zresetować reset
przetwarzać processed
przetworzyć processed
analizować analyzed
przeanalizować analyzed
agregować aggregated
grupować grouped
porządkować ordered
kategoryzować categorized
klasyfikować classified
tagować tagged
powiadamiać notified
powiadomić notified
informować informed
przypominać reminded
przypomnieć reminded 3:przypomni 3p:przypomną
raportować reported
odnotowywać recorded
odnotować recorded a
ewidencjonować recorded
nagrywać recorded
nagrać recorded
tłumaczyć translated
przetłumaczyć translated
opisywać described
opisać described 3:opisze
nazywać named a
nazwać named 3:nazwie
reprezentować represented
stanowić constituted
wynosić amounted
zależeć depending 3:zależy 3p:zależą p:zależony
powstawać created 3:powstaje
istnieć existing 3:istnieje
znajdować found
wystawiać issued
wystawić issued
podpisywać signed
podpisać signed 3:podpisze
rozliczać settled
rozliczyć settled
księgować booked
przelewać transferred a
wpłacać deposited
wpłacić deposited
wypłacać withdrawn
wypłacić withdrawn
inwestować invested
zarabiać earned
zarobić earned
wydawać spent 3:wydaje
wydać issued 3p:wydadzą
tankować refueled
jechać driven 3:jedzie 3p:jadą
podróżować traveled
odwiedzać visited
odwiedzić visited
zwiedzać visited
gotować cooked
ugotować cooked
jeść eaten 3:je 3p:jedzą p:jedzony g:jedzenie
zjeść eaten 3:zje 3p:zjedzą p:zjedzony g:zjedzenie
pić drunk 3:pije p:pity g:picie
spożywać consumed a
spożyć consumed 3:spożyje p:spożyty g:spożycie
ćwiczyć practiced
trenować trained
grać played
zagrać played
wygrać won
wygrywać won a
przegrać lost
losować drawn
wylosować drawn
głosować voted
zagłosować voted
zdobywać earned a
zdobyć earned 3:zdobędzie 3p:zdobędą p:zdobyty g:zdobycie
uzyskać obtained
uzyskiwać obtained
osiągać achieved
osiągnąć achieved
przyznawać awarded 3:przyznaje
przyznać awarded
nadawać granted 3:nadaje
nadać granted 3p:nadadzą
uwzględniać included
uwzględnić included
zaliczać included
zaliczyć included
pomijać skipped
pominąć skipped
ukrywać hidden a
ukryć hidden 3:ukryje p:ukryty g:ukrycie
chronić protected
zabezpieczać secured
zabezpieczyć secured
szyfrować encrypted
zaszyfrować encrypted
anonimizować anonymized
zanonimizować anonymized
rezygnować abandoned
zrezygnować abandoned
unikać avoided
uniknąć avoided
odroczyć deferred
odłożyć postponed
przekładać postponed
przełożyć postponed
rozważać considered
rozważyć considered
zastępować replaced
zastąpić replaced 3:zastąpi
wymieniać exchanged
wymienić exchanged
przyjmować accepted
przyjąć accepted 3:przyjmie 3p:przyjmą p:przyjęty g:przyjęcie
proponować proposed
zaproponować proposed
rekomendować recommended
polecać recommended
sugerować suggested
pytać asked
zapytać asked
wyjaśniać explained
prowadzić conducted
przeprowadzać conducted
przeprowadzić conducted
organizować organized
zorganizować organized
uczestniczyć participated
brać taken 3:bierze 3p:biorą
wziąć taken 3:weźmie 3p:wezmą p:wzięty g:wzięcie
dawać given 3:daje
dać given 3p:dadzą
robić done
zrobić done
wdrażać deployed
wdrożyć deployed
budować built
zbudować built
implementować implemented
zaimplementować implemented
projektować designed
zaprojektować designed
konfigurować configured
skonfigurować configured
integrować integrated
zintegrować integrated
synchronizować synchronized
zsynchronizować synchronized
testować tested
przetestować tested
wersjonować versioned
indeksować indexed
zaindeksować indexed
normalizować normalized
denormalizować denormalized
partycjonować partitioned
przyspieszać sped_up
przyspieszyć sped_up
zapewniać provided
zapewnić provided
oferować offered
wspierać supported
pomagać helped
ułatwiać facilitated
uruchamiać launched
uruchomić launched
wymuszać enforced
wymusić enforced
autoryzować authorized
uwierzytelniać authenticated
uwierzytelnić authenticated
przekierować redirected
przekierowywać redirected
przekraczać exceeded
przekroczyć exceeded
wygasać expired
wygasnąć expired
upływać elapsed a
upłynąć elapsed
trwać lasting
odbywać held a
występować occurring
pojawiać appearing
wynikać resulting
następować following
podlegać subject
przysługiwać entitled
przynależeć belonging 3:przynależy 3p:przynależą p:przynależony
adoptować adopted
hodować bred
sadzić planted
posadzić planted
podlewać watered a
naprawiać repaired
naprawić repaired
serwisować serviced
montować installed
zamontować installed
instalować installed
sprzątać cleaned
posprzątać cleaned
`
