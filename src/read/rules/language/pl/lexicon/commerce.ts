/** Selling, buying, money, invoicing, delivery and stock. */
export const COMMERCE = `
produkt product
towar product
artykuł article
usługa service
oferta offer
promocja promotion
rabat discount
zniżka discount
przecena sale
kupon coupon
bon voucher
voucher voucher
karnet pass
abonament subscription
subskrypcja subscription
zamówienie order
zakup purchase
sprzedaż sale f
sklep store
koszyk cart
kasa checkout
katalog catalog
kategoria category
podkategoria subcategory
marka brand
producent manufacturer
model model
wariant variant
rozmiar size
kolor color
barwa color
materiał material
waga weight
ciężar weight
masa mass
szerokość width
wysokość height
długość length
głębokość depth
grubość thickness
średnica diameter
powierzchnia area
pojemność capacity
objętość volume
opakowanie package
paczka parcel
przesyłka shipment
dostawa delivery
wysyłka shipping
odbiór pickup
zwrot return
reklamacja complaint
gwarancja warranty
rękojmia warranty
magazyn warehouse
zapas stock
stan state a
asortyment assortment
półka shelf
regał rack
inwentarz inventory
inwentaryzacja inventory_count
seria series
kod code
cena price
cennik price_list
stawka rate
koszt cost
kwota amount
suma sum
wartość value a
ilość quantity a
liczba number a
sztuka piece
waluta currency
kurs course
przelicznik conversion_rate
marża margin
zysk profit
strata loss
przychód revenue
dochód income
rozchód expense
wydatek expense
budżet budget
oszczędność saving
saldo balance
bilans balance
przelew transfer
wpłata payment
wypłata withdrawal
płatność payment
opłata fee
zapłata payment
prowizja commission
zaliczka advance_payment
zadatek deposit
kaucja deposit
depozyt deposit
rata installment
kredyt credit
pożyczka loan
dług debt
zobowiązanie liability
należność receivable
odsetki interest pl
podatek tax
vat vat
nip nip
regon regon
krs krs
iban iban
faktura invoice
paragon receipt
rachunek bill
nota note
korekta correction
dokument document
umowa contract
kontrakt contract
aneks annex
transakcja transaction
operacja operation a
rozliczenie settlement
księgowanie booking
portfel wallet
karta card
bank bank
bankomat atm
gotówka cash
pieniądz money +pieniędzmi,pieniędzy
moneta coin
banknot banknote
finanse finance pl a
inwestycja investment
akcja action a
udział share
obligacja bond
fundusz fund
dywidenda dividend
giełda exchange
notowanie quote
kryptowaluta cryptocurrency
aktywo asset
pasywo liability
majątek asset
ubezpieczenie insurance
polisa policy
składka contribution
emerytura pension
pensja salary
wynagrodzenie salary
zarobek earning
premia bonus
napiwek tip
stypendium scholarship
darowizna donation
zbiórka fundraiser
prezent gift
upominek gift
nagroda reward
punkt point
żeton token
doładowanie top_up
plan plan
pakiet package
licytacja auction
aukcja auction
przetarg tender
wycena quote
kosztorys estimate
zestawienie summary
reklama advertisement
kampania campaign
lead lead
szansa opportunity
lejek funnel
konwersja conversion
rynek market
konkurencja competition a
branża industry
handel trade a ~handl
hurtownia wholesaler
hurt wholesale a
detal detail a
kontener container
paleta pallet
ładunek cargo
przewóz transport
fracht freight
cło customs_duty
akcyza excise
deklaracja declaration
spłata repayment
obciążenie charge
uznanie credit a
zadłużenie debt
limit limit
próg threshold
procent percent
odsetek percentage
mnożnik multiplier
skala scale
wskaźnik indicator
cel goal a
potrzeba need a
życzenie wish
preferencja preference
zainteresowanie interest
wymiana exchange
wypożyczenie rental
wynajem rental
najem lease ~najm
dzierżawa lease
czynsz rent
rezerwacja reservation
termin due_date
kolejka queue
dostępność availability
wyposażenie equipment
akcesorium accessory
część part f
element element a
składnik ingredient
komponent component
zestaw set a
komplet set
kolekcja collection
zbiór collection a
egzemplarz copy
kopia copy
duplikat duplicate
oryginał original
wzór pattern
próbka sample
gratis freebie
okazja deal
outlet outlet
pozycja item
wiersz row a
linia line
ryczałt flat_rate
faktoring factoring a
windykacja debt_collection
egzekucja enforcement
weksel promissory_note
czek check
skarbonka piggy_bank
kieszonkowe allowance adj
wydawnictwo publisher
hasło password
ekwiwalent equivalent
prezentacja presentation
wystawca issuer p
sprzedawczyni seller p f
cykl cycle
kandydatura application
dotacja grant
grant grant
los ticket
`
