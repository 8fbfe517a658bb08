/** Trades, wares and works: what people make, sell, carry, build and look after, and those who do. */
export const WORKS_AND_WARES = `
wezwanie demand
dysponent holder p
znicz candle
upomnienie reminder
ładowność load_capacity
robocizna labor
litr liter
gramatura weight
receptura recipe
rozstaw spacing
wypiek baking ~wypiek
drożdżówka sweet_bun
słodycz sweet
wędlina cold_cut
nabiał dairy_product
poparcie support
próchnica caries
korona crown
wypożyczający renter p adj
camper camper
plomba filling
kanałowy root_canal adj
uzębienie dentition
protetyk prosthetist p
higienistka hygienist p
soczewka contact_lens
okulista ophthalmologist p
dermatolog dermatologist p
pediatra pediatrician p
sanitariusz orderly p
plener outdoor_workshop
likwidator adjuster p
pływalnia swimming_pool
dowóz delivery
wypis discharge
donacja donation
uczestnictwo participation a
zatrudnienie employment
numerek ticket_number
druh firefighter p +druhowie,druhów
fotoradar speed_camera
falownik inverter
roleta blind
meble furniture pl
plama stain
obchód round
identyfikacja identification a
przewyższenie elevation_gain
kamper camper
przyłącze connection
taryfikator tariff_table
odwiert borehole
operat survey_report
likwidacja liquidation a
oględziny inspection pl
wpisowe entry_fee n adj
wolontariat volunteering
zaawansowanie progress a
żwir gravel
beton concrete
cegła brick
cement cement
pustak building_block
dachówka roof_tile
elewacja facade
strop ceiling
tynk plaster
dźwig crane
koparka excavator
wywrotka tipper
cysterna tanker
plandeka tarpaulin
silos silo
zboże grain
pszenica wheat
jęczmień barley
rzepak rapeseed
szkodnik pest
chwast weed
bydło cattle
koza goat
udój milking
drwal lumberjack p
parafka initials
zamawiający contracting_party p adj
odwołujący appellant p adj
sędziowanie refereeing a
mediator mediator p
mediacja mediation
wokanda court_calendar
lokata term_deposit
skarbnik treasurer p
statut statute
walne general_meeting n adj
mandatariusz mandatary p
gablota showcase
kurtyna curtain
inspicjent stage_manager p
sufler prompter p
bileter usher p
rzut throw
stok slope
skipass ski_pass
butla tank
pianka wetsuit
uprząż harness
lina rope
ścianka climbing_wall
półkolonie day_camp pl
legowisko pet_bed
behawiorysta behaviorist p
groomer groomer p
strzyżenie grooming
odrobaczenie deworming
kastracja neutering
sterylizacja sterilization
mikroczip microchip
przytulisko shelter
noclegownia night_shelter
jadłodajnia soup_kitchen
paczkowanie packing a
sortownia sorting_center
kompletacja picking a
półpiętro landing
domofon intercom
segregacja sorting a
niedopłata underpayment
podzielnik heat_allocator
`
