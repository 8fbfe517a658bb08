/** Verbs of what people and applications do, in the form of {@link VERBS}. */
export const ACTIVITY_VERBS = `
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
zadawać assigned 3:zadaje
zadać assigned 3p:zadadzą
odhaczać ticked_off
odhaczyć ticked_off
oddawać returned 3:oddaje
odznaczać unticked
umawiać arranged
ważyć weighed
wznawiać resumed
zużywać used a
uzasadniać justified
uzasadnić justified
nagrywać recorded a
scalać merged
zestawiać compiled
ostrzegać warned
wykluczać excluded
wykluczyć excluded
szkolić trained
leczyć treated
szczepić vaccinated
karmić fed
nawozić fertilised
doręczać delivered
doręczyć delivered
odprawiać dispatched
dzierżawić leased
ubezpieczać insured
ubezpieczyć insured
wyciągać pulled
kalibrować calibrated
wzorcować calibrated
`
