/** Words of closed classes: lemma, part of speech, then the forms besides the lemma. `=n` gives a number's value. */
export const CLOSED_WORDS = `
per preposition
min. adverb min
maks. adverb maks max max.
zgodnie adverb
zbyt adverb za
lepiej adverb gorzej
wizualnie adverb
pomyślnie adverb
alternatywnie adverb
dalej adverb
świadomie adverb
efektywnie adverb
publicznie adverb
bezpiecznie adverb
globalnie adverb lokalnie
dziś adverb dzisiaj jutro wczoraj
abym conjunction abyśmy żebym byśmy bym
gdyby conjunction
choć conjunction chociaż
skoro conjunction
zaś conjunction
czyjś determiner
samodzielny determiner samodzielna samodzielne
spod preposition sprzed znad
celem preposition
kiedykolwiek adverb gdziekolwiek
zapisz verb
usuń verb
dodaj verb
edytuj verb
wyloguj verb
zaloguj verb
anuluj verb
wybierz verb
i conjunction
oraz conjunction
a conjunction
lub conjunction
albo conjunction
bądź conjunction
czy conjunction
ani conjunction
ale conjunction
lecz conjunction
że conjunction iż
aby conjunction żeby by ażeby
jeśli conjunction jeżeli gdy kiedy
ponieważ conjunction gdyż bo
więc conjunction zatem
niż conjunction
jako conjunction
jak conjunction
w preposition we
na preposition
z preposition ze
do preposition
od preposition ode
dla preposition
bez preposition
przez preposition przeze
po preposition
o preposition
u preposition
za preposition
pod preposition
nad preposition
przed preposition
przy preposition
między preposition pomiędzy
według preposition wg
podczas preposition
oprócz preposition
poza preposition
zamiast preposition
dzięki preposition
względem preposition
wobec preposition
poprzez preposition
wewnątrz preposition
powyżej preposition
poniżej preposition
spośród preposition
wśród preposition
mimo preposition
nie adverb
się pronoun
siebie pronoun sobie sobą
on pronoun
ono pronoun
ona pronoun ją
oni pronoun
one pronoun
go pronoun
mu pronoun
jego pronoun
jej pronoun
ich pronoun
im pronoun
nim pronoun nich nią nimi niego niej
ja pronoun mnie mną mi
ty pronoun ciebie ci
my pronoun nas nam nami
kto pronoun ktoś kogo kogoś komuś
co pronoun czego czym coś czegoś
nic pronoun niczego
to pronoun
który pronoun która które którego której którym którą których którzy którymi któremu
ten determiner ta te tego tej temu tym tę tą tych tymi
tamten determiner tamta tamte tamtego tamtej tamtym tamtych
taki determiner taka takie takiego takiej takim taką takich tacy takimi
każdy determiner każda każde każdego każdej każdemu każdym każdą
żaden determiner żadna żadne żadnego żadnej żadnym żadną żadnych żadnymi
wszystkie determiner wszystko wszyscy wszystkich wszystkim wszystkimi wszystkiego
wszelki determiner wszelkie wszelkich wszelkimi
swój determiner swoja swoje swojego swojej swoim swoją swoich swoimi swoi swe swych swą swego
mój determiner moja moje mojego mojej moim moją moich moimi moi
nasz determiner nasza nasze naszego naszej naszym naszą naszych
własny determiner własna własne własnego własnej własnym własną własnych własnymi
niektóry determiner niektóre niektórych niektórym niektórzy
wiele determiner wielu wieloma
kilka determiner kilku kilkoma parę paru kilkanaście kilkadziesiąt
mnóstwo determiner
jakiś determiner jakaś jakieś jakiegoś jakichś
jakikolwiek determiner jakakolwiek jakiekolwiek jakichkolwiek
dowolny determiner dowolna dowolne dowolnego dowolnej dowolnym dowolną dowolnych dowolnymi
ile determiner ilu
jeden number jedna jedno jednego jednej jednemu jednym jedną =1
dwa number dwie dwóch dwu dwoma dwom dwoje =2
trzy number trzech trzema trzem troje =3
cztery number czterech czterema =4
pięć number pięciu =5
sześć number sześciu =6
siedem number siedmiu =7
osiem number ośmiu =8
dziewięć number dziewięciu =9
dziesięć number dziesięciu =10
jedenaście number jedenastu =11
dwanaście number dwunastu =12
piętnaście number piętnastu =15
dwadzieścia number dwudziestu =20
trzydzieści number trzydziestu =30
pięćdziesiąt number pięćdziesięciu =50
sto number stu =100
tysiąc number tysiąca tysięcy tysiące =1000
zero number zera =0
mieć verb ma mam mają masz mamy miał miała miało miały
być verb jest są być był była było były będzie będą będę bądź byli jestem jesteśmy będziemy
móc verb może mogą mogę można mógł mogła mogło mogły możemy mogli
powinien verb powinna powinno powinny powinni
trzeba verb
należy verb
zostać verb został została zostało zostały zostaną zostanie zostaje zostają
także adverb również też
tylko adverb
wyłącznie adverb jedynie
np. adverb np
dot. preposition dot
zob. verb zob
m.in. adverb
tj. adverb tzn. czyli
itp. adverb itd.
bardzo adverb
już adverb
jeszcze adverb
zawsze adverb
nigdy adverb
często adverb
obecnie adverb aktualnie
ręcznie adverb manualnie
automatycznie adverb
bezpośrednio adverb
następnie adverb
dodatkowo adverb ponadto
opcjonalnie adverb
domyślnie adverb
dziennie adverb
codziennie adverb
tygodniowo adverb
miesięcznie adverb
rocznie adverb
maksymalnie adverb
minimalnie adverb
najwyżej adverb
najmniej adverb
więcej adverb
mniej adverb
około adverb ok.
dokładnie adverb
przynajmniej adverb
malejąco adverb
rosnąco adverb
alfabetycznie adverb
chronologicznie adverb
kaskadowo adverb
logicznie adverb
trwale adverb
później adverb
potem adverb
teraz adverb
tutaj adverb tu tam
gdzie adverb
dlaczego adverb
tak adverb
łatwo adverb
szybko adverb
samodzielnie adverb
osobno adverb oddzielnie
łącznie adverb
szczególnie adverb
poprawnie adverb
brak adverb
ostatnio adverb
najpierw adverb
obok preposition
wzdłuż preposition
koło preposition
prócz preposition
natomiast conjunction
jednak conjunction
jednakże conjunction
dlatego conjunction
zarówno conjunction
wraz adverb
razem adverb
vs conjunction
wspólnie adverb
bieżąco adverb
plus conjunction
minus conjunction
jednocześnie adverb
sukcesywnie adverb
niezależnie adverb
względnie adverb
natychmiast adverb natychmiastowo
raz adverb
ponownie adverb
wstępnie adverb
ogólnie adverb
głównie adverb
również adverb
właśnie adverb
oba determiner obie obu oboma obydwa
sam determiner sama samo samego samej samym samych sami samą
inny determiner inna inne innego innej innym inną innych innymi inni
`
