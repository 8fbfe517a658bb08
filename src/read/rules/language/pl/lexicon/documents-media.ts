/** Documents, content, media, communication. */
export const DOCUMENTS_AND_MEDIA = `
pole field a
lista list a
list letter
plik file
załącznik attachment
folder folder
teczka folder
archiwum archive
strona page a
podstrona subpage a
witryna website a
portal portal a
blog blog
forum forum
wątek thread
post post
wiadomość message
mail email
e-mail email
email email
sms sms
czat chat
chat chat
konwersacja conversation
dyskusja discussion
kanał channel
powiadomienie notification
notyfikacja notification
alert alert
komunikat message a
ostrzeżenie warning
newsletter newsletter
telefon phone
połączenie connection
poczta mail
pocztówka postcard
nadanie posting
treść content
zawartość content a
tytuł title
podtytuł subtitle
nagłówek header a
stopka footer a
opis description
nazwa name
tag tag
hashtag hashtag
rodzaj type
typ type
format format
wersja version
rewizja revision
szkic draft
brudnopis draft
historia history
log log
książka book
ebook ebook
audiobook audiobook
powieść novel f
opowiadanie story
bajka fairy_tale
poezja poetry
komiks comic
czasopismo magazine
gazeta newspaper
tom volume
wydanie edition
okładka cover
zakładka bookmark
biblioteka library
czytelnia reading_room
film movie
serial series
zwiastun trailer
obsada cast
scenariusz scenario
napisy subtitles pl
dubbing dubbing
muzyka music
utwór track
piosenka song
album album
płyta record
playlista playlist
singiel single
nagranie recording
dźwięk sound
głośność volume
podcast podcast
audycja broadcast
transmisja broadcast
radio radio
telewizja television
wideo video 0
video video 0
filmik clip
klip clip
obraz image
obrazek image
zdjęcie photo
fotografia photo
miniatura thumbnail
miniaturka thumbnail
grafika graphic
ikona icon
ikonka icon
logo logo
logotyp logo
rysunek drawing
ilustracja illustration
plakat poster
baner banner
slajd slide
animacja animation
dzieło work
obiekt object
rzeźba sculpture
eksponat exhibit
szablon template
formularz form a
arkusz sheet
tabela table a
wykres chart
diagram diagram
schemat schema a
spis list a
indeks index a
wykaz list a
wyciąg statement
podpis signature
pieczęć stamp f
pieczątka stamp
numer number
identyfikator id
symbol symbol
sygnatura signature
link link
odnośnik link
domena domain
url url 0
polubienie like
lajk like
reakcja reaction
udostępnienie share
obserwacja observation
obserwowanie follow
śledzenie tracking
ulubiony favorite adj
wyróżnienie highlight
wzmianka mention
wyświetlenie view
odsłona page_view
kliknięcie click
pobranie download
import import
eksport export
publikacja publication
anons ad
zapytanie inquiry
prośba request
żądanie request
oświadczenie statement
pełnomocnictwo power_of_attorney
upoważnienie authorization
dane data pl a
dana data a
informacja information a
szczegół detail a
metadane metadata pl a
atrybut attribute
właściwość property
cecha feature
opcja option
wybór choice
zmienna variable adj
stała constant adj
formuła formula
obliczenie calculation
kalkulacja calculation
kalkulator calculator
średnia average adj
mediana median
maksimum maximum
minimum minimum
kolejność position a
hierarchia hierarchy
struktura structure a
gałąź branch f
poddrzewo subtree
powiązanie link
odniesienie reference
referencja reference
fragment fragment
wycinek clipping
urywek snippet
konkluzja conclusion a
teza thesis
argument argument
dowód proof
hipoteza hypothesis
założenie assumption a
teoria theory a
eksperyment experiment
literatura literature
dokumentacja documentation a
specyfikacja specification a
wymaganie requirement a
kryterium criterion a
prywatność privacy a
pamięć memory f
wspomnienie memory
dedykacja dedication
kartkówka quiz
wkład contribution
współautor coauthor p
adresat recipient p
korespondencja correspondence
transkrypcja transcription
transkrypt transcript
napis caption
czcionka font
styl style
motyw theme
tło background
układ layout a
wymiar dimension
rozdzielczość resolution
jakość quality
skan scan
wydruk printout
kserokopia photocopy
formatka form
krzyżówka crossword
zagadka puzzle
dowcip joke
mem meme
ciekawostka fun_fact
aktualność news
nowość news
news news
zapowiedź preview f
premiera premiere
repertuar repertoire
ramówka schedule
nuty sheet_music pl
partytura score
futerał case
smyczek bow ~smyczk
struna string
akt record
pismo letter
plansza board
pionek pawn ~pionk
wypał firing
szkliwo glaze
glina clay
włóczka yarn
krój cut ~kroj
miara measure
przymiarka fitting
suknia dress
strój outfit ~stroj
kostium costume
rekwizyt prop
`
