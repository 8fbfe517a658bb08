/** People, families, groups and organisations. */
export const PEOPLE = `
użytkownik user p
użytkowniczka user p
administrator admin p
admin admin p
moderator moderator p
superadministrator super_admin p
operator operator p
gość guest p m
właściciel owner p
właścicielka owner p
autor author p
autorka author p
twórca creator p
redaktor editor p
edytor editor
recenzent reviewer p
czytelnik reader p
subskrybent subscriber p
abonent subscriber p
członek member p
członkini member p f
uczestnik participant p
uczestniczka participant p
organizator organizer p
gospodarz host p
prowadzący host p adj
opiekun guardian p
opiekunka guardian p
rodzic parent p
dziecko child p +dzieci,dziećmi,dzieciom,dzieciach
syn son p
córka daughter p
matka mother p
ojciec father p ~ojc
mama mom p
tata dad p m
brat brother p +bracia,braci
siostra sister p
babcia grandmother p
dziadek grandfather p
małżonek spouse p
mąż husband p
żona wife p
partner partner p
partnerka partner p
krewny relative p adj
rodzina family
domownik household_member p
lokator tenant p
najemca tenant p
sąsiad neighbor p
człowiek person p ~człowiek +ludzie,ludzi,ludziom,ludźmi,ludziach
osoba person p
mężczyzna man p m
kobieta woman p
chłopiec boy p
dziewczyna girl p
nastolatek teenager p
dorosły adult p adj
niemowlę baby p
senior senior p
młodzież youth
obywatel citizen p
mieszkaniec resident p
turysta tourist p
podróżny traveler p adj
podróżnik traveler p
pasażer passenger p
kierowca driver p
kurier courier p
dostawca supplier p
odbiorca recipient p
nadawca sender p
klient client p
klientka client p
kupujący buyer p adj
nabywca buyer p
sprzedawca seller p
sprzedający seller p adj
kontrahent contractor p
wykonawca contractor p
zleceniodawca principal p
zleceniobiorca contractor p
pracownik employee p
pracodawca employer p
kierownik manager p
menedżer manager p
menadżer manager p
manager manager p
dyrektor director p
szef boss p
przełożony supervisor p adj
podwładny subordinate p adj
koordynator coordinator p
lider leader p
dowódca commander p
kapitan captain p
sekretarz secretary p
recepcjonista receptionist p
konsultant consultant p
doradca advisor p
ekspert expert p
specjalista specialist p
analityk analyst p
programista developer p
deweloper developer p
developer developer p
tester tester p
projektant designer p
inżynier engineer p
architekt architect p
technik technician p
mechanik mechanic p
serwisant technician p
hydraulik plumber p
elektryk electrician p
rzemieślnik craftsman p
prawnik lawyer p
notariusz notary p
księgowy accountant p adj
księgowa accountant p adj
audytor auditor p
kontroler controller p
inspektor inspector p
urzędnik official p
policjant police_officer p
strażak firefighter p
żołnierz soldier p
ratownik rescuer p
lekarz doctor p
lekarka doctor p
pielęgniarka nurse p
dentysta dentist p
terapeuta therapist p m
psycholog psychologist p
fizjoterapeuta physiotherapist p m
dietetyk dietitian p
farmaceuta pharmacist p m
weterynarz veterinarian p
pacjent patient p
pacjentka patient p
chory patient p adj
trener trainer p
trenerka trainer p
zawodnik player p
gracz player p
sportowiec athlete p
sędzia referee p m
kibic fan p
fan fan p
biegacz runner p
podopieczny mentee p adj
mentor mentor p
nauczyciel teacher p
nauczycielka teacher p
uczeń student p ~uczni
uczennica student p
student student p
studentka student p
wykładowca lecturer p
instruktor instructor p
korepetytor tutor p
szkoleniowiec trainer p
kursant trainee p
kandydat candidate p
rekruter recruiter p
aplikant applicant p
wnioskodawca applicant p
respondent respondent p
ankietowany respondent p adj
głosujący voter p adj
wyborca voter p
wolontariusz volunteer p
darczyńca donor p
sponsor sponsor p
beneficjent beneficiary p
odwiedzający visitor p adj
słuchacz listener p
widz viewer p
obserwator watcher p
obserwujący follower p adj
znajomy friend p adj
przyjaciel friend p
kolega colleague p m
współpracownik collaborator p
współlokator roommate p
rozmówca interlocutor p
kontakt contact
artysta artist p
muzyk musician p
malarz painter p
fotograf photographer p
pisarz writer p
dziennikarz journalist p
reżyser director p
aktor actor p
aktorka actress p
piosenkarz singer p
wydawca publisher p
tłumacz translator p
bibliotekarz librarian p
kucharz cook p
kelner waiter p
barman bartender p
kasjer cashier p
magazynier warehouse_worker p
dyspozytor dispatcher p
przewoźnik carrier p
spedytor forwarder p
pilot pilot p
przewodnik guide p
rolnik farmer p
ogrodnik gardener p
hodowca breeder p
leśnik forester p
myśliwy hunter p adj
wędkarz angler p
rowerzysta cyclist p
fryzjer hairdresser p
kosmetyczka beautician p
stylista stylist p
krawiec tailor p
agent agent p
pośrednik agent p
zarządca manager p
wspólnik partner p
akcjonariusz shareholder p
inwestor investor p
przedsiębiorca entrepreneur p
freelancer freelancer p
płatnik payer p
podatnik taxpayer p
dłużnik debtor p
wierzyciel creditor p
ubezpieczony insured p adj
poszkodowany victim p adj
świadek witness p
zgłaszający reporter p adj
zapraszający inviter p adj
zaproszony invitee p adj
odpowiedzialny responsible_person p adj
bohater hero p
postać character f
persona persona a
grupa group
podgrupa subgroup
zespół team
drużyna team
ekipa crew
załoga crew
brygada brigade
społeczność community
klub club
stowarzyszenie association
organizacja organization
fundacja foundation
instytucja institution
firma company
przedsiębiorstwo company
spółka company
korporacja corporation
agencja agency
dział department
departament department
oddział branch
filia branch
jednostka unit
wydział faculty
biuro office
urząd office
sekcja section a
komisja commission
zarząd board
rada council
partia batch
gmina municipality
gospodarstwo household
tożsamość identity a
pseudonim nickname
nick nickname
ksywka nickname
imię first_name
nazwisko last_name
inicjał initial
awatar avatar
avatar avatar
płeć gender ~płci f
wiek age ~wiek
narodowość nationality
obywatelstwo citizenship
pesel pesel
zawód profession
stanowisko job_title
specjalizacja specialization
specjalność specialty
kompetencja competency
umiejętność skill
doświadczenie experience
wykształcenie education
kwalifikacja qualification
rola role
uprawnienie permission
prawo right a
pozwolenie permit
zgoda consent
relacja relation a
więź bond f
przyjaźń friendship f
małżeństwo marriage
ludność population
populacja population
twórczyni creator p f
dawca donor p
biorca recipient p
głowa head a
profil profile
konto account
członkostwo membership
przynależność membership
zaproszenie invitation
obecność attendance
nieobecność absence
frekwencja attendance_rate
wizytówka business_card
`
