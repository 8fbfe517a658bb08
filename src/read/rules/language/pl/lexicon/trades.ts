/** What people do for a living, what they are in a club, a school or at an event, and the places they do it from. */
export const TRADES = `
wspólnota community
wynajmujący landlord p adj
dzierżawca leaseholder p
lutnik luthier p
monter fitter p
brygadzista foreman p
majster foreman p
recepcjonistka receptionist p
kelnerka waitress p
fryzjerka hairdresser p
masażysta masseur p
fizjoterapeutka physiotherapist p
rehabilitant rehabilitator p
terapeutka therapist p
psychiatra psychiatrist p
dietetyczka dietitian p
stomatolog dentist p
laborant lab_technician p
instruktorka instructor p
zawodniczka player p
bramkarz goalkeeper p
organizatorka organizer p
koordynatorka coordinator p
wolontariuszka volunteer p
ofiarodawca donor p
kursantka trainee p
stażysta intern p
praktykant intern p
absolwent graduate p
egzaminator examiner p
sekretarka secretary p
adwokat attorney p
rzeczoznawca appraiser p
konsultantka consultant p
projektantka designer p
tłumaczka translator p
dziennikarka journalist p
reporter reporter p
fotografka photographer p
kamerzysta cameraman p
scenarzysta screenwriter p
wokalista vocalist p
wokalistka vocalist p
dyrygent conductor p
chórzysta chorister p
kompozytor composer p
artystka artist p
rzeźbiarz sculptor p
poeta poet p
bibliotekarka librarian p
pszczelarz beekeeper p
ksiądz priest p +księża,księży
parafianin parishioner p
narzeczona fiancee p adj
małżonka spouse p
rodzeństwo siblings
mistrz master p
pełnomocnik proxy p
przedstawiciel representative p
reprezentant representative p
kandydatka candidate p
rekruterka recruiter p
podwykonawca subcontractor p
petent applicant p
sprawca perpetrator p
zbywca seller p
prelegent speaker p
prelegentka speaker p
mówca speaker p
jubilat celebrant p
pensjonariusz resident p
spółdzielnia cooperative
placówka facility
ośrodek center ~ośrodk
klinika clinic
lecznica clinic
parafia parish
katedra department
redakcja newsroom
studio studio 0
pracownia studio
żłobek nursery ~żłobk
animator animator p
armator shipowner p
delegat delegate p
duszpasterz chaplain p
działacz activist p
emeryt pensioner p
fundator founder p
gwarant guarantor p
harcerz scout p
harcerka scout p
instalator installer p
interesant client p
juror juror p
klubowicz club_member p
kolarz cyclist p
komisarz commissioner p
komornik bailiff p
konduktor conductor p
konserwator conservator p
konsument consumer p
kredytobiorca borrower p
krwiodawca blood_donor p
kucharka cook p
lektor lecturer p
leśniczy forester p adj
listonosz postman p
łucznik archer p
mecenas attorney p
minister minister p
motorniczy tram_driver p adj
muzykant musician p
narciarz skier p
nurek diver p
obcokrajowiec foreigner p
ochotnik volunteer p
oferent bidder p
ogłoszeniodawca advertiser p
ornitolog ornithologist p
pielęgniarz nurse p
pielgrzym pilgrim p
piłkarz footballer p
pływak swimmer p
pomocnik helper p
poręczyciel guarantor p
pożyczkobiorca borrower p
prababka great_grandmother p
prawnuk great_grandson p
prenumerator subscriber p
prezes chairman p
prezydent president p
proboszcz parish_priest p
protokolant recorder p
przedszkolak preschooler p
przewodniczący chairperson p adj
przewodnicząca chairperson p adj
przyrodnik naturalist p
radca counsel p
radny councillor p adj
realizator producer p
referent clerk p
rejestrator recorder p
reklamodawca advertiser p
rekonwalescent convalescent p
rekrut recruit p
restaurator restaurateur p
rozjemca referee p
rybak fisherman p
siatkarz volleyball_player p
sierota orphan p
skipper skipper p
sklepikarz shopkeeper p
skoczek jumper p
sołtys village_head p
spółdzielca cooperative_member p
starosta prefect p
straganiarz stallholder p
strażnik guard p
stroiciel tuner p
strzelec shooter p
stypendysta scholarship_holder p
swatka matchmaker p
sygnatariusz signatory p
tancerz dancer p
tancerka dancer p
telefonista operator p
udziałowiec shareholder p
usługodawca service_provider p
usługobiorca service_recipient p
wczasowicz holidaymaker p
weteran veteran p
wiceprezes vice_president p
wioślarz rower p
wojewoda governor p
wójt mayor p
współwłaściciel co_owner p
wspinacz climber p
wychowanek pupil p
wychowawczyni class_teacher p
wynalazca inventor p
wytwórca manufacturer p
zastępca deputy p
zielarz herbalist p
żeglarz sailor p
żyrant guarantor p
listonoszka postwoman p
przeor prior p
alpinista mountaineer p
arbiter referee p
audiolog audiologist p
broker broker p
brukarz paver p
ceramik ceramist p
choreograf choreographer p
cieśla carpenter p
czeladnik journeyman p
dyżurny officer_on_duty p adj
florysta florist p
geodeta surveyor p
introligator bookbinder p
jeździec rider p
kamieniarz stonemason p
konferansjer announcer p
kowal blacksmith p
krawcowa dressmaker p adj
księgarz bookseller p
kustosz curator p
lakiernik varnisher p
makijażystka makeup_artist p
marynarz sailor p
optyk optician p
optometrysta optometrist p
ortodonta orthodontist p
pilarz sawyer p
podolog podiatrist p
położnik obstetrician p
rehabilitantka rehabilitator p
rzecznik spokesperson p
sadownik fruit_grower p
scenograf set_designer p
spawacz welder p
sprzątacz cleaner p
tapicer upholsterer p
tatuażysta tattooist p
technolog technologist p
tokarz turner p
tynkarz plasterer p
zbieracz collector p
zootechnik livestock_specialist p
złotnik goldsmith p
rezydent resident p
kuracjusz patient p
lokatorka tenant p
sąsiadka neighbour p
ministrant altar_server p
kapelan chaplain p
zakonnica nun p
pożyczający borrower p adj
`
