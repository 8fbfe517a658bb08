/** Travel, transport, places, events, work and time. */
export const PLACES_AND_EVENTS = `
transport transport
podróż trip f
wyjazd trip
wycieczka trip
wyprawa expedition
rejon region
sektor sector
wakacje vacation pl
urlop leave
ferie holidays pl
lot flight
rejs cruise
przejazd ride
przejażdżka ride
trasa route
droga road
ulica street
aleja avenue
plac square
miasto city
wieś village f ~wsi
miejscowość town
stolica capital
państwo country
kraj country
województwo voivodeship
powiat county
kontynent continent
świat world a
miejsce place
lokalizacja location
położenie location
adres address
współrzędna coordinate adj
mapa map
pinezka pin
znacznik marker
przystanek stop
postój stop
etap stage
odcinek episode
węzeł node
stacja station
dworzec station ~dworc
lotnisko airport
port port
terminal terminal
parking parking_lot
hotel hotel
hostel hostel
pensjonat guesthouse
nocleg accommodation
zakwaterowanie accommodation
kemping campsite
namiot tent
atrakcja attraction
zabytek monument
muzeum museum
galeria gallery
teatr theater
kino cinema
opera opera
kościół church
świątynia temple
cmentarz cemetery
pomnik monument
most bridge
tunel tunnel
zwiedzanie sightseeing
bilet ticket
paszport passport
wiza visa
bagaż luggage
pociąg train
autobus bus
tramwaj tram
metro subway
samolot plane
statek ship
łódź boat f ~łodzi
prom ferry
taksówka taxi
samochód car
auto car
pojazd vehicle
motocykl motorcycle
motor motorcycle
hulajnoga scooter
ciężarówka truck
przyczepa trailer
naczepa trailer
silnik engine
koło wheel
opona tire
hamulec brake
tankowanie refueling
przegląd inspection
flota fleet
kilometr kilometer
mila mile
odległość distance
czas time
godzina hour
minuta minute
sekunda second
milisekunda millisecond
dzień day ~dni
doba day +dób
noc night f
rano morning a
poranek morning
południe noon
wieczór evening
tydzień week ~tygodni
weekend weekend
miesiąc month +miesięcy,miesiące,miesiącu,miesiącom,miesiącach
kwartał quarter
półrocze half_year
dekada decade
era era
wiosna spring
lato summer
jesień autumn f
zima winter
styczeń january ~styczni
luty february adj
marzec march ~marc
kwiecień april
maj may
czerwiec june ~czerwc
lipiec july ~lipc
sierpień august
wrzesień september
październik october
listopad november
grudzień december ~grudni
poniedziałek monday
wtorek tuesday
środa wednesday
czwartek thursday
piątek friday ~piątk
sobota saturday
niedziela sunday
święto holiday
rocznica anniversary
urodziny birthday pl
imieniny name_day pl
data date
deadline deadline
przedział range
zakres range a
interwał interval
częstotliwość frequency
początek start a
koniec end ~końc
moment moment a
chwila moment a
kalendarz calendar
zegar clock
stoper stopwatch
minutnik timer
timer timer
budzik alarm_clock
alarm alarm
przypomnienie reminder
wydarzenie event
zdarzenie event
impreza party
spotkanie meeting
zebranie meeting
konferencja conference
wystawa exhibition
targi fair pl
festiwal festival
koncert concert
spektakl performance
przedstawienie performance
seans screening
pokaz show
ceremonia ceremony
ślub wedding
wesele wedding
przyjęcie reception
pogrzeb funeral
uroczystość celebration
zlot rally
zjazd convention
webinar webinar
prelekcja talk
agenda agenda
scena stage
sala room
siedzenie seat
rząd row
wejście entrance
wyjście exit
wejściówka ticket
zapis enrollment
zgłoszenie submission
projekt project
sprint sprint
iteracja iteration
epik epic
backlog backlog 0
tablica board
kolumna column a
priorytet priority
etykieta label
status status
zależność dependency
ryzyko risk
incydent incident
problem issue a
sprawa case
ticket ticket
zlecenie job
robota job
etat full_time_job
praktyka internship
staż internship
rekrutacja recruitment
ogłoszenie announcement
rozmowa conversation
życiorys resume
cv cv 0
delegacja business_trip
nadgodzina overtime_hour
ewidencja register
rejestr register
protokół report
decyzja decision
uchwała resolution
wniosek request
podanie application
zaświadczenie certificate
zezwolenie permit
licencja license
koncesja concession
skarga complaint
mandat fine
kara penalty
wykroczenie offense
wypadek accident
kolizja collision
zagrożenie threat
pożar fire
interwencja intervention
remiza fire_station
komenda headquarters
posterunek post
sąd court
prokuratura prosecution
rozprawa hearing
wyrok verdict
ustawa act
regulamin terms
zasada rule a
reguła rule
norma standard
standard standard
polityka policy
wybory election pl
referendum referendum
petycja petition
inicjatywa initiative
przedsięwzięcie venture
misja mission
wizja vision a
kierunek direction a
ruch movement
przemieszczenie displacement
tor track
pas lane
skrzyżowanie intersection
rondo roundabout
sygnalizacja signaling
światło light
dojazd commute
przesiadka transfer
odjazd departure
przyjazd arrival
wylot departure
przylot arrival
odprawa check_in
zameldowanie check_in
wymeldowanie check_out
pobyt stay
gościna hospitality
recepcja reception
serwis service a
załadunek loading
rozładunek unloading
objazd detour
opóźnienie delay
utrudnienie obstruction
korek traffic_jam
wypożyczalnia rental_shop
biurowiec office_building
fabryka factory
zakład plant
maszyna machine
produkcja production
wytwórnia factory
kopalnia mine
elektrownia power_plant
zasób resource
slot slot
okienko slot
przydział assignment
przypisanie assignment
zastępstwo substitution
dyspozycja availability
zwolnienie leave
widownia audience
wyścig race
terminarz fixture_list
`
