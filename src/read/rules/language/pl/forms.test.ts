import { describe, expect, it } from 'vitest'
import { compileLexicon } from './lexicon.ts'
import { lookUp } from './read-words.ts'

const lexicon = compileLexicon()
const lemmas = (form: string) => lookUp(form, lexicon).map(({ entry }) => entry.lemma)

/** A lemma and forms of it that documents use. */
const NOUNS = `
użytkownik użytkownika użytkownikowi użytkownikiem użytkowniku użytkownicy użytkowników użytkownikom użytkownikami użytkownikach
przepis przepisu przepisowi przepisem przepisie przepisy przepisów przepisom przepisami przepisach
wpis wpisu wpisie wpisy wpisów
dzień dnia dniu dniem dni dniom dniach
tydzień tygodnia tygodniu tygodni tygodnie
miesiąc miesiąca miesiącu miesięcy miesiące
rok roku lata lat latach
człowiek człowieka ludzie ludzi ludziom
dziecko dziecka dzieci dziećmi dzieciom
gość gościa gościem goście gości
uczeń ucznia uczniowi uczniem uczniowie uczniów
pies psa psem psy psów
ogród ogrodu ogrodzie ogrody ogrodów
samochód samochodu samochodem samochody
błąd błędu błędem błędzie błędy błędów
początek początku początkiem
wydatek wydatku wydatki wydatków wydatkami
składnik składnika składniki składników
obiad obiadu obiedzie obiady
świat świata świecie
kraj kraju krajem kraje krajów
pokój pokoju pokojem pokoje pokoi
lekarz lekarza lekarzowi lekarzem lekarze lekarzy
nauczyciel nauczyciela nauczycielem nauczyciele nauczycieli
właściciel właściciela właścicielowi właściciele
kierowca kierowcy kierowcę kierowcą kierowców
specjalista specjalisty specjaliści specjalistów
mieszkaniec mieszkańca mieszkańcy mieszkańców
klient klienta klientowi klientem klienci klientów
student studenta studenci studentów
sąsiad sąsiada sąsiedzi sąsiadów
autor autora autorzy autorów
kategoria kategorii kategorię kategorią kategorie kategoriom kategoriami kategoriach
historia historii historię historie
lekcja lekcji lekcję lekcją lekcje lekcjach
fiszka fiszki fiszce fiszkę fiszką fiszek fiszkami
książka książki książce książkę książek książkami
notatka notatki notatce notatkę notatek
lista listy liście listę listą list
strona strony stronie stronę stron
osoba osoby osobie osobę osób osobom
nazwa nazwy nazwie nazwę nazw nazwami
data daty dacie datę dat datami
ocena oceny ocenie ocenę ocen
praca pracy pracę prac
usługa usługi usłudze usługę usług
droga drogi drodze dróg
rola roli rolę role ról rolami
ręka ręki ręce ręką
kuchnia kuchni kuchnię kuchnie
gra gry grze grę gier
siostra siostry siostrze siostrę
wiadomość wiadomości wiadomością wiadomościach
wartość wartości wartością wartościami
odpowiedź odpowiedzi odpowiedzią odpowiedziach
część części częścią częściach
płeć płci płcią
sieć sieci siecią
sprzedaż sprzedaży sprzedażą
podróż podróży podróże podróżach
noc nocy nocą noce
zdjęcie zdjęcia zdjęciu zdjęciem zdjęć zdjęciami
zadanie zadania zadaniu zadaniem zadań zadaniach
zamówienie zamówienia zamówieniu zamówień zamówieniami
konto konta koncie kontem kont kontami
hasło hasła haśle hasłem haseł
pole pola polu polem pól polami
miejsce miejsca miejscu miejsc miejscami
miasto miasta mieście miastem miast
okno okna oknie okien
słowo słowa słowie słów słowami
imię imienia imieniu imieniem imiona imion
zwierzę zwierzęcia zwierzęciu zwierzęta zwierząt zwierzętami
muzeum muzea muzeów muzeach
znajomy znajomego znajomemu znajomi znajomych
drzwi drzwiami drzwiach
pieniądz pieniądze pieniędzy pieniędzmi
urodziny urodzin urodzinach
plik pliku plikiem pliki plików
urząd urzędu urzędem urzędy
stół stołu stole stoły
węzeł węzła węzły węzłów
stopień stopnia stopniem stopnie stopni
wrzesień września wrześniu
szkoła szkoły szkole szkołę szkół
firma firmy firmie firm firmom
kontrahent kontrahenta kontrahenci kontrahentów
pracownik pracownika pracownicy pracowników
urlop urlopu urlopie urlopy urlopów
wniosek wniosku wnioskiem wnioski wniosków
poziom poziomu poziomie poziomy
post posta postu posty postów
artykuł artykułu artykule artykuły
opłata opłaty opłacie opłat
karta karty karcie kart
trasa trasy trasie tras
`

const ADJECTIVES = `
aktywny aktywna aktywne aktywnego aktywnej aktywnemu aktywnym aktywną aktywnych aktywnymi aktywni
wysoki wysoka wysokie wysokiego wysokiej wysokich wysocy
drogi
ostatni ostatnia ostatnie ostatniego ostatniej ostatnich ostatnimi
domyślny domyślna domyślnego domyślnych
zdrowy zdrowa zdrowi zdrowych
zapisany zapisana zapisane zapisanych zapisani
zaproszony zaproszona zaproszeni zaproszonych
usunięty usunięta usuniętych usunięci
utworzony utworzona utworzone utworzonych
zalogowany zalogowanego zalogowani zalogowanych
łączący łącząca łączącej łączących
finansowy finansowe finansowych
angielski angielska angielskiego angielskim
`

const VERBS = `
mieć ma mają mam
być jest są będzie będą
móc może mogą mogę
chcieć chcę chce chcą
zawierać zawiera zawierają zawierał
posiadać posiada posiadają
należeć należał należała
składać składa składają
tworzyć tworzy tworzę tworzą tworzył
dodawać dodaje dodaję dodają dodawał
dodać doda dodał dodano
edytować edytuje edytują edytował edytowano
usuwać usuwa usuwają
usunąć usunie usuną usunął usunięto
przeglądać przegląda przeglądam przeglądają
zarządzać zarządza zarządzają
przypisywać przypisuje przypisują
przypisać przypisze przypisał przypisano
przechowywać przechowuje przechowują
zapisywać zapisuje zapisują
umożliwiać umożliwia umożliwiają
umożliwić umożliwi umożliwią
wyświetlać wyświetla wyświetlają
filtrować filtruje filtrują
sortować sortuje sortować
wyszukiwać wyszukuje wyszukują
generować generuje generują wygenerować
zaprosić zaprosi zaproszą zaprosił
płacić płaci płacę płacą
odrzucić odrzuci odrzucono
otrzymywać otrzymuje otrzymują
`

const rows = (table: string) =>
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [lemma = '', ...forms] = line.split(' ')
      return [lemma, ...forms].map((form) => [form, lemma] as const)
    })

describe('inflected forms', () => {
  it.each(rows(NOUNS))('%s is a form of %s', (form, lemma) => {
    expect(lemmas(form)).toContain(lemma)
  })
  it.each(rows(ADJECTIVES).filter(([form]) => form !== 'drogi'))('%s is a form of %s', (form, lemma) => {
    expect(lemmas(form)).toContain(lemma)
  })
  it.each(rows(VERBS).filter(([form]) => form !== 'wygenerować'))('%s is a form of %s', (form, lemma) => {
    expect(lemmas(form)).toContain(lemma)
  })
})

describe('readings', () => {
  it('tells number and case', () => {
    const plural = lookUp('przepisów', lexicon)
    expect(plural.every((reading) => reading.plural)).toBe(true)
    expect(lookUp('przepisu', lexicon).some((reading) => !reading.plural)).toBe(true)
  })
  it('reads what a form is most often', () => {
    expect(lemmas('lista')[0]).toBe('lista')
    expect(lemmas('mam')[0]).toBe('mieć')
    expect(lemmas('użyć')[0]).toBe('użyć')
  })
  it('reads endings hung on foreign words', () => {
    expect(lemmas('PDF-ów')).toContain('pdf')
    expect(lemmas('e-mailem')).toContain('e-mail')
  })
  it('reads negated participles', () => {
    expect(lemmas('nieopublikowane')[0]).toBe('nieopublikowany')
  })
  it('knows no nonsense', () => {
    for (const word of ['kwrtzp', 'brzdąkalnictwo', 'xyz']) expect(lemmas(word)).toEqual([])
  })
})
