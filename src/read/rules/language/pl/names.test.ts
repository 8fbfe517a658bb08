import { describe, expect, it } from 'vitest'
import { loadPolish } from './polish.ts'

const polish = await loadPolish([])

/** A phrase and the name it gets; `+` after it when the phrase is a plural. */
const NAMES = `
przepis = recipe
Przepisy = recipe +
przepisów = recipe +
składniki przepisu = recipe_ingredient +
przepis użytkownika = recipe
lista przepisów = recipe +
lista zakupów = shopping_list
listy zakupów = shopping_list +
zapisane przepisy = saved_recipe +
ulubione książki = favorite_book +
plan posiłków = meal_plan
plany treningowe = workout_plan +
zadanie domowe = homework
adres dostawy = delivery_address
adres dostawy klienta = client_delivery_address
status zamówienia = order_status
statusy zamówień = order_status +
pozycje zamówienia = order_item +
pozycja faktury = invoice_item
numer faktury = invoice_number
data wystawienia faktury = issue_date
data utworzenia = created_at
data dodania = created_at
data ostatniej modyfikacji = updated_at
data aktualizacji = updated_at
daty urodzenia = birth_date +
data urodzenia = birth_date
data rozpoczęcia = start_date
data zakończenia = end_date
data końcowa = end_date
data ważności = expiry_date
data ważności produktu = product_expiry_date
imię = first_name
nazwisko = last_name
Imię i nazwisko = full_name
numer telefonu = phone_number
telefon kontaktowy = phone_number
adres e-mail = email
E-mail = email
kod pocztowy = postal_code
hasło = password
nazwa = name
nazwa użytkownika = username
nazwa produktu = product_name
tytuł = title
opis = description
treść = content
liczba porcji = servings
liczba przepisów = recipe_count
liczba aktywnych użytkowników = active_user_count
ilość sztuk = quantity
czas trwania = duration
czas przygotowania = preparation_time
termin = due_date
termin płatności = payment_due_date
cena = price
cena jednostkowa = unit_price
ilość = quantity
kwota = amount
kwota netto = net_amount
waluta = currency
stawka VAT = vat_rate
fiszka = flashcard
fiszki = flashcard +
zestaw fiszek = flashcard_set
talia kart = card_deck
sesja nauki = study_session
pytanie = question
poprawna odpowiedź = correct_answer
wynik testu = test_result
ocena produktu = product_rating
komentarze = comment +
wiadomość = message
wiadomości = message +
powiadomienia = notification +
zdjęcie profilowe = avatar
zdjęcia = photo +
załączniki = attachment +
plik = file
kategoria nadrzędna = parent_category
podkategoria = subcategory
tag = tag
tagi = tag +
członkowie zespołu = team_member +
zespół = team
zaproszenie = invitation
grupa = group
rodzina = family
gospodarstwo domowe = household
wydatki = expense +
kategorie wydatków = expense_category +
budżet miesięczny = monthly_budget
konto bankowe = bank_account
transakcja = transaction
przychody = revenue +
faktury = invoice +
kontrahent = contractor
kontrahenci = contractor +
klient = client
pacjenci = patient +
wizyta lekarska = medical_visit
lekarz = doctor
recepta = prescription
pomiar ciśnienia = pressure_measurement
masa ciała = body_weight
posiłek = meal
posiłki = meal +
kalorie = calorie +
wartości odżywcze = nutritional_value +
dzienny limit kalorii = daily_calorie_limit
trening = workout
ćwiczenia = exercise +
serie = series +
wycieczka = trip
plan podróży = trip_plan
atrakcje turystyczne = tourist_attraction +
trasa = route
pojazd = vehicle
pojazdy firmowe = company_vehicle +
przebieg pojazdu = mileage
kierowca = driver
kierowcy = driver +
rezerwacje = reservation +
pokój = room
sale konferencyjne = conference_room +
wydarzenie = event
uczestnicy wydarzenia = event_participant +
bilety = ticket +
organizator = organizer
urlop = leave
wnioski urlopowe = leave_request +
pracownicy = employee +
stanowisko pracy = job_title
zmiana robocza = shift
projekt = project
zadania projektowe = project_task +
priorytet zadania = task_priority
kamienie milowe = milestone +
nieruchomość = property
mieszkania = apartment +
umowa najmu = lease_contract
czynsz = rent
usterka = defect
zgłoszenie usterki = defect_report
zwierzę = animal
pies = dog
rośliny ogrodowe = garden_plant +
podlewanie = watering
szerokość geograficzna = latitude
długość geograficzna = longitude
kod QR = qr_code
kod kreskowy = barcode
słowa kluczowe = keyword +
dziennik zdarzeń = event_log
log systemowy = system_log
rola użytkownika = user_role
profil użytkownika = user_profile
konta użytkowników = user_account +
ustawienia = setting +
język = language
wersja = version
historia zmian = change_history
środek transportu = means_of_transport
domyślna waluta = default_currency
strefa czasowa = time_zone
w trakcie = in_progress
zakończone = completed
do zrobienia = to_do
kto zatwierdził = approved_by
kiedy wysłano = sent_at
zmienił = changed_by
czy aktywny = is_active
informacja czy jest aktywna = is_active
kiedy = created_at
opłacono tak/nie = is_paid
rozpoczęto = started_at
początek = starts_at
koniec = ends_at
liczba dopasowanych = matched_count
maksymalna liczba uczestników = max_participants
liczba graczy = player_count
wnioski adopcyjne = adoption_request +
pozwolenia wędkarskie = fishing_permit +
nagrobki = gravestone +
zaległości składkowe = contribution_arrears +
`

const FIELDS = `
data ważności prawa jazdy = driving_license_expiry_date
termin ważności przeglądu = inspection_expiry_date
data ważności = expiry_date
nazwisko zmarłego = deceased_last_name
czas wypieku = baking_time
protokół odbioru = acceptance_report
stacje ładowania = charging_station +
cena za litr = price_per_liter
liczba przepracowanych godzin = hours_worked
godzina od = start_time
godzina do = end_time
`
const rows = `${NAMES.trim()}\n${FIELDS.trim()}`.split('\n').map((line) => {
  const [text = '', result = ''] = line.split(' = ')
  const [name = '', plural] = result.split(' ')
  return [text, name, plural === '+'] as const
})

describe('names of phrases that stand alone', () => {
  it.each(rows)('%s → %s', (text, name, plural) => {
    expect(polish.name(text)).toEqual({ name, plural, known: true })
  })

  it('transliterates what no lexicon has', () => {
    expect(polish.name('żółtochwościk')).toEqual({ name: 'zoltochwoscik', plural: false, known: false })
  })

  it('gives the forms of an unknown word one name', () => {
    const names = ['bumerdunek', 'bumerdunku', 'bumerdunki', 'bumerdunków', 'bumerdunkiem'].map((form) => polish.name(form).name)
    expect(new Set(names).size).toBe(1)
  })

  it('keeps English words', () => {
    expect(polish.name('feedback').name).toBe('feedback')
    expect(polish.name('user stories').name).toBe('user_story')
  })

  it('lets the glossary win, in every form', async () => {
    const own = await loadPolish([
      { word: 'kontrahent', name: 'business_partner', line: 3 },
      { word: 'karta drogowa', name: 'trip_sheet', line: 4 },
    ])
    expect(own.name('Kontrahenci')).toEqual({ name: 'business_partner', plural: true, known: true })
    expect(own.name('karty drogowe').name).toBe('trip_sheet')
    expect(own.name('Adres kontrahenta').name).toContain('address')
  })
})
