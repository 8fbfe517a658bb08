/**
 * Verbs: infinitive, English past participle (names what was done: `saved_recipe`), then what the rules do not find:
 * `3:` third person singular, `3p:` third plural, `p:` passive participle, `g:` gerund. `a`: an `-ać` verb that looks like an `-ować` one.
 */
export const VERBS = `
mieć had 3:ma 3p:mają p:miany g:mienie
być been 3:jest 3p:są p:byty g:bycie
móc able 3:może 3p:mogą p:możny g:możenie
musieć must 3:musi 3p:muszą p:muszony g:muszenie
chcieć wanted 3:chce 3p:chcą p:chciany g:chcenie
woleć preferred 3:woli p:wolany
zawierać contained
zawrzeć contained 3:zawrze 3p:zawrą p:zawarty g:zawarcie
należeć belonging 3:należy 3p:należą p:należony g:należenie
posiadać owned
składać placed
złożyć placed
tworzyć created
utworzyć created
stworzyć created
zakładać created
założyć created
dodawać added 3:dodaje
dodać added 3p:dodadzą
edytować edited
zmieniać changed
zmienić changed
modyfikować modified
zmodyfikować modified
aktualizować updated
zaktualizować updated
poprawiać corrected
poprawić corrected
usuwać deleted a
usunąć deleted
kasować deleted
skasować deleted
przeglądać viewed
zobaczyć seen
widzieć seen 3:widzi 3p:widzą p:widziany
oglądać watched
obejrzeć watched 3:obejrzy 3p:obejrzą
zarządzać managed
przypisywać assigned
przypisać assigned 3:przypisze
przydzielać assigned
przydzielić assigned
przechowywać stored
zapisywać saved
zapisać saved 3:zapisze
zachowywać kept
zachować kept a
gromadzić collected
zbierać collected
rejestrować registered
zarejestrować registered
logować logged
zalogować logged_in
wylogować logged_out
umożliwiać enabled
umożliwić enabled
pozwalać allowed
pozwolić allowed
wyświetlać displayed
wyświetlić displayed
pokazywać shown
pokazać shown 3:pokaże
prezentować presented
filtrować filtered
sortować sorted
wyszukiwać searched
wyszukać searched
szukać searched
znaleźć found 3:znajdzie 3p:znajdą p:znaleziony g:znalezienie
generować generated
wygenerować generated
importować imported
zaimportować imported
eksportować exported
wyeksportować exported
akceptować accepted
zaakceptować accepted
zatwierdzać approved
zatwierdzić approved
potwierdzać confirmed
potwierdzić confirmed
odrzucać rejected
odrzucić rejected
anulować canceled
blokować blocked
zablokować blocked
odblokować unblocked
aktywować activated
dezaktywować deactivated
włączać enabled
włączyć enabled
wyłączać disabled
wyłączyć disabled
wybierać selected
wybrać selected 3:wybierze 3p:wybiorą
określać specified
określić specified
definiować defined
zdefiniować defined
ustawiać set
ustawić set
ustalać set
ustalić set
podawać given 3:podaje
podać given 3p:podadzą
wpisywać entered
wpisać entered 3:wpisze
wprowadzać entered
wprowadzić entered
wypełniać filled
wypełnić filled
uzupełniać completed
uzupełnić completed
oznaczać marked
oznaczyć marked
zaznaczać marked
zaznaczyć marked
zawieszać suspended
zawiesić suspended
archiwizować archived
zarchiwizować archived
publikować published
opublikować published
udostępniać shared
udostępnić shared
współdzielić shared
dzielić divided
wysyłać sent
wysłać sent 3:wyśle 3p:wyślą
otrzymywać received
otrzymać received
odbierać received
odebrać received 3:odbierze 3p:odbiorą
dostawać received 3:dostaje
dostać received 3:dostanie
zapraszać invited
zaprosić invited
dołączać joined
dołączyć joined
opuszczać left
opuścić left
zgłaszać reported
zgłosić reported
oceniać rated
ocenić rated
komentować commented
skomentować commented
polubić liked
obserwować followed
śledzić tracked
monitorować monitored
mierzyć measured
zmierzyć measured
liczyć counted
obliczać calculated
obliczyć calculated
wyliczać calculated
wyliczyć calculated
sumować summed
`
