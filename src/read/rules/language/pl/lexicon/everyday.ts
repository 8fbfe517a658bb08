/** Everyday things, trades, culture, family and school, besides the larger fields. */
export const EVERYDAY = `
ciągłość continuity a
event event
tranzyt transit
nr number
niemożność impossibility a
różnica difference
ujawnianie disclosure a
widoczność visibility
ścieżka path
kategoryzacja categorization a
pomyłka mistake
niepowodzenie failure a
zapamiętanie memorization a
instalacja installation
rozdzielenie separation a
nakład effort a
kawałek piece
frustracja frustration a
metadana metadata a
numeracja numbering a
popołudnie afternoon
straż guard
konflikt conflict
rywalizacja rivalry
współczynnik coefficient
komfort comfort a
demonstracja demonstration
rotacja rotation
alokacja allocation
zabawa fun
broń weapon f
separacja separation a
szkoda damage
skład composition
tkanka tissue
średnik semicolon a
przecinek comma a
koncentracja concentration
strzałka arrow a
ołówek pencil
rysowanie drawing
utrata loss
przemoc violence
kradzież theft f
dyskryminacja discrimination
stereotyp stereotype
papier paper
czasownik verb
rzeczownik noun
przymiotnik adjective
twarz face f
potwór monster
pozostałość remainder
przeliczenie conversion a
odbiornik receiver
nadajnik transmitter
pieśń song f
chór choir
orkiestra orchestra
instrument instrument
nuta note
akord chord
gitara guitar
fortepian piano
lektura reading
rozgłośnia broadcaster
sklepik shop
stragan stall
targ market
bazar bazaar
piekarnia bakery
cukiernia confectionery
rzeźnik butcher p
piekarz baker p
stolarz carpenter p
murarz bricklayer p
ślusarz locksmith p
dekarz roofer p
glazurnik tiler p
kominiarz chimney_sweep p
ochroniarz security_guard p
dozorca caretaker p
portier doorman p
sprzątaczka cleaner p
niania nanny p
położna midwife p adj
logopeda speech_therapist p m
pedagog educator p
wychowawca educator p
dyrektorka principal p
profesor professor p
doktorant phd_student p
promotor supervisor p
badacz researcher p
naukowiec scientist p
chemik chemist p
biolog biologist p
fizyk physicist p
matematyk mathematician p
historyk historian p
geograf geographer p
matematyka mathematics a
fizyka physics a
chemia chemistry a
biologia biology a
geografia geography a
informatyka computer_science a
religia religion
filozofia philosophy a
kultura culture
rzemiosło craft
hobby hobby 0
pasja passion
rozrywka entertainment a
wypoczynek leisure a
relaks relaxation a
biwak camp
kajak kayak
żagiel sail
jacht yacht
łódka boat
wędka fishing_rod
przynęta bait
okaz specimen
trofeum trophy
gniazdo nest
jajo egg
mleczarnia dairy
traktor tractor
kombajn harvester
ciągnik tractor
siew sowing
zbiornik tank
pompa pump
zawór valve
rura pipe
kabel cable ~kabl
przewód wire
gniazdko socket
bezpiecznik fuse
żarówka bulb
kocioł boiler ~kotł
piec stove
kominek fireplace
komin chimney
rynna gutter
płot fence
chodnik pavement
podwórko yard
piaskownica sandbox
huśtawka swing
ławka bench
śmietnik dumpster
latarnia lantern
sygnał signal
syrena siren
gaśnica fire_extinguisher
hydrant hydrant
apteczka first_aid_kit
nosze stretcher pl
karetka ambulance
helikopter helicopter
śmigłowiec helicopter
wóz wagon
wózek cart
rolka roll
deskorolka skateboard
kask helmet
rękawica glove
rękawiczka glove
szalik scarf
skarpeta sock
bielizna underwear
piżama pajamas
garnitur suit
krawat tie
parasol umbrella
torebka handbag
szampon shampoo
krem cream
pasta paste
szczoteczka toothbrush
grzebień comb
suszarka dryer
żelazko iron
odkurzanie vacuuming a
mycie washing a
prasowanie ironing a
skarb treasure
testament will
dziedzic heir p
spadkobierca heir p
opieka care a
rozwód divorce
zaręczyny engagement pl
narzeczony fiance p adj
noworodek newborn p
wnuk grandson p
wnuczka granddaughter p
wujek uncle p
ciocia aunt p
kuzyn cousin p
teść father_in_law p ~teści
synowa daughter_in_law p adj
przodek ancestor p
potomek descendant p
pokolenie generation
korzeń root
pień trunk
nasionko seed
pąk bud
kwiaciarnia florist
bukiet bouquet
wieniec wreath ~wieńc
tornister satchel
kreda chalk
flamaster marker
farba paint
pędzel brush ~pędzl
płótno canvas
wernisaż vernissage
kurator curator p
kolekcjoner collector p
antyk antique
aukcjoner auctioneer p
licytant bidder p
znaczek stamp
numizmat coin
zegarmistrz watchmaker p
jubiler jeweler p
szewc shoemaker p
pralnia laundry
myjnia car_wash
dystrybutor distributor
ładowarka charger
spalanie fuel_consumption
katalizator catalyst
olejek oil
uszczelka gasket
śruba screw
nakrętka nut
wiertarka drill
młotek hammer
piła saw
klej glue
taśma tape
folia foil
linijka ruler
cyrkiel compass
przezwisko nickname
rozpiętość span f
gęstość density f
stężenie concentration
moc power f
napięcie voltage
pilność urgency f
adnotacja annotation
nawierzchnia surface
kształt shape
odcień shade
zapach smell
substancja substance
domieszka admixture
karencja withdrawal_period
legalizacja legalization
`
