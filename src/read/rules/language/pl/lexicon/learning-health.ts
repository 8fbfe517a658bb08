/** Learning, health, body, fitness and sport. */
export const LEARNING_AND_HEALTH = `
fiszka flashcard
talia deck
szkoła school
przedszkole kindergarten
uczelnia university
uniwersytet university
akademia academy
klasa class
lekcja lesson
szkolenie training
warsztat workshop
wykład lecture
seminarium seminar
zajęcia class pl
ćwiczenie exercise
zadanie task
podzadanie subtask
praca work
egzamin exam
test test
quiz quiz
sprawdzian test
kolokwium test
pytanie question
odpowiedź answer f
podpowiedź hint f
wskazówka hint
wyjaśnienie explanation
rozwiązanie solution a
ocena rating
stopień grade a
wynik result
postęp progress
poziom level a
ranking ranking
certyfikat certificate
dyplom diploma
świadectwo certificate
zaliczenie credit
przedmiot item
temat topic
podtemat subtopic
dziedzina domain
zagadnienie topic
rozdział chapter a
moduł module
podręcznik textbook
zeszyt notebook
notatka note
notatnik notebook
streszczenie summary
podsumowanie summary a
słowo word
słówko word
fraza phrase
wyrażenie expression
zdanie sentence
akapit paragraph
tekst text
litera letter
znak character a
język language
tłumaczenie translation
wymowa pronunciation
definicja definition
pojęcie concept
słownik dictionary
słownictwo vocabulary
gramatyka grammar
alfabet alphabet
nauka learning a
wiedza knowledge a
edukacja education a
powtórka review
powtórzenie repetition
sesja session
próba attempt
podejście attempt
błąd error
poprawka fix
semestr semester
rok year ~rok +lata,lat,latom,latami,latach
dziennik journal
pamiętnik diary
wpis entry
program program
nawyk habit
rutyna routine
wyzwanie challenge
odznaka badge
osiągnięcie achievement
medal medal
puchar cup
punktacja scoring
zdrowie health a
choroba disease
schorzenie condition
objaw symptom
alergia allergy
alergen allergen
nietolerancja intolerance
lek medication ~lek
lekarstwo medicine
tabletka tablet
dawka dose
dawkowanie dosage
recepta prescription
skierowanie referral
szczepienie vaccination
szczepionka vaccine
badanie examination
diagnoza diagnosis
leczenie treatment
terapia therapy
zabieg procedure
wizyta visit
konsultacja consultation
przychodnia clinic
szpital hospital
gabinet office
apteka pharmacy
poradnia clinic
pogotowie ambulance
kartoteka record
wywiad interview
pomiar measurement
parametr parameter
ciśnienie pressure
tętno heart_rate
puls pulse
temperatura temperature
krew blood f ~krwi
cukier sugar ~cukr
glukoza glucose
cholesterol cholesterol
insulina insulin
oddech breath
sen sleep ~sn
stres stress
nastrój mood
samopoczucie wellbeing
emocja emotion
ból pain
uraz injury
kontuzja injury
ciało body
sylwetka figure
wzrost height
obwód circumference
mięsień muscle ~mięśni
kość bone f
serce heart
ręka hand
noga leg
oko eye +oczy,oczu,oczami,oczach
ząb tooth
skóra skin
włosy hair pl
trening workout
siłownia gym
przerwa break
odpoczynek rest
rozgrzewka warmup
bieg run
bieganie running
spacer walk
krok step
dystans distance
tempo pace
prędkość speed
aktywność activity
wysiłek effort
kondycja condition
siła strength
kaloria calorie
kaloryczność calories
makroskładnik macronutrient
mikroskładnik micronutrient
białko protein
tłuszcz fat
węglowodan carbohydrate
błonnik fiber
witamina vitamin
minerał mineral
suplement supplement
nawodnienie hydration
zapotrzebowanie requirement a
dieta diet
odżywianie nutrition
sport sport
dyscyplina discipline
mecz match
gra game
rozgrywka game
runda round
turniej tournament
liga league
zawody competition pl
sezon season
stadion stadium
boisko pitch
kort court
bramka goal
gol goal
asysta assist
kartka card
faul foul
piłka ball
koszykówka basketball
siatkówka volleyball
tenis tennis
pływanie swimming
basen pool
kolarstwo cycling
rower bike
narty ski pl
wspinaczka climbing
joga yoga
taniec dance
szachy chess pl
planszówka board_game
kostka dice
strategia strategy
taktyka tactic
przeciwnik opponent p
rywal rival p
zwycięzca winner p
wygrana win
porażka loss
remis draw
rekord record a
statystyka statistic
analiza analysis
raport report
ankieta survey
kwestionariusz questionnaire
głosowanie poll
głos vote
opinia review
recenzja review
komentarz comment
uwaga note
sugestia suggestion
rekomendacja recommendation
zalecenie recommendation
czytanie reading
przeciwwskazanie contraindication
preparat preparation
przeszkolenie training
propozycja proposal
pomysł idea
inspiracja inspiration
porada tip
poradnik guide
instrukcja instruction
samouczek tutorial
źródło source
bibliografia bibliography
cytat quote
autorstwo authorship a
ciąża pregnancy
miesiączka period
okres period
rehabilitacja rehabilitation
proteza prosthesis
okulary glasses pl
wada defect
niepełnosprawność disability
krwiodawstwo blood_donation
odporność immunity
wirus virus
bakteria bacterium
infekcja infection
gorączka fever
kaszel cough ~kaszl
katar runny_nose
wysypka rash
rana wound
blizna scar
higiena hygiene
kosmetyk cosmetic
fryzura hairstyle
makijaż makeup
manicure manicure
masaż massage
sauna sauna
uzdrowisko spa
psychologia psychology a
psychoterapia psychotherapy
medytacja meditation
uważność mindfulness
motywacja motivation
satysfakcja satisfaction a
zadowolenie satisfaction a
uczucie feeling
myśl thought f
przekonanie belief
marzenie dream
nałóg addiction
używka stimulant
papieros cigarette
alkohol alcohol
warsztaty workshop pl
dolegliwość ailment f
rozpoznanie diagnosis
przeciwwskazanie contraindication
rekonwalescencja convalescence
`
