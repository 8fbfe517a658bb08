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
`
