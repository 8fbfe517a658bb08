/** Verbs of trades, offices, farms, clubs and homes, in the form of the other verbs. */
export const TRADE_VERBS = `
układać arranged
ułożyć arranged
badać examined
biec run 3:biegnie 3p:biegną p:biegnięty g:bieg
dokarmiać fed
dowozić delivered
dowieźć delivered 3:dowiezie 3p:dowiozą p:dowieziony g:dowiezienie
przewozić transported
przewieźć transported 3:przewiezie 3p:przewiozą p:przewieziony g:przewiezienie
rozwozić delivered
rozwieźć delivered 3:rozwiezie 3p:rozwiozą p:rozwieziony g:rozwiezienie
gasić extinguished
jeździć driven
karać punished 3:karze
ukarać punished 3:ukarze
koordynować coordinated
nagradzać awarded
nagrodzić awarded
obstawiać bet
odkładać put_aside
oddać returned 3p:oddadzą
zdawać passed 3:zdaje
zdać passed 3p:zdadzą
odraczać postponed
ogłaszać announced
ogłosić announced
opiewać amounting a
oprowadzać guided
oprowadzić guided
pełnić served
piec baked 3:piecze 3p:pieką p:pieczony g:pieczenie
upiec baked 3:upiecze 3p:upieką p:upieczony g:upieczenie
pożyczać lent
przebijać outbid
przedłużać extended
przedłużyć extended
przegrywać lost a
rozgrywać played a
przycinać pruned
przyciąć pruned 3:przytnie 3p:przytną p:przycięty g:przycięcie
przygarniać taken_in
przymierzać tried_on
przypadać due
rozmnażać propagated
siać sown 3:sieje 3p:sieją p:siany g:sianie
skarżyć complained
skracać shortened
skrócić shortened
smażyć fried
spóźniać delayed
stroić tuned
strzelać shot
szyć sewn 3:szyje 3p:szyją p:szyty g:szycie
uszyć sewn 3:uszyje 3p:uszyją p:uszyty g:uszycie
uczęszczać attended
umarzać written_off
umorzyć written_off
upominać reprimanded
uprawiać grown
usprawiedliwiać excused
usprawiedliwić excused
użyczać lent
użyczyć lent
wnosić submitted
wnieść submitted 3:wniesie 3p:wniosą p:wniesiony g:wniesienie
wyceniać priced
wycenić priced
wydzierżawiać leased
wydzierżawić leased
wykładać lectured
wymierzać measured
wynająć rented 3:wynajmie 3p:wynajmą p:wynajęty g:wynajęcie
wypasać grazed
wyprowadzać walked
wyprowadzić walked
wyróżniać distinguished
wyróżnić distinguished
wysiewać sown a
wyznaczać appointed
zatrudniać employed
zatrudnić employed
zlecać commissioned
zlecić commissioned
zwalniać released
zwolnić released
wręczać handed_over
wręczyć handed_over
przedkładać submitted
przedłożyć submitted
uzgadniać agreed
uzgodnić agreed
oddalać dismissed
oddalić dismissed
rozstrzygać decided
rozstrzygnąć decided
popierać supported
poprzeć supported 3:poprze 3p:poprą p:poparty g:poparcie
`
