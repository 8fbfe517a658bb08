import type { Tag } from './tag.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const byTag: Readonly<Partial<Record<Tag, string>>> = {
  NOUN: `id ids token tokens mvp admin admins email emails e-mail url urls app apps ai uuid uuids login signup status username password timestamp timestamps metadata users back front rls crud api apis ui ux
    role roles profile profiles enum enums backend frontend dashboard pdf csv faq default_value`,
  ADJ: 'max min max. min. optional unique nullable daily weekly monthly such many several multiple various soft existing upcoming required mandatory default custom private anonymous authenticated logged-in signed-in built-in',
  ADV: 'e.g. i.e. etc. etc eg. ie.',
  ADP: 'per via including',
  VERB: 'delete create include includes contain contains belongs manages creates stores has edit edits allows provides requires displays enables deletes consists owns sent',
}

/** Words that are always this in documents about software. */
export const alwaysTagged: ReadonlyMap<string, Tag> = new Map(
  Object.entries(byTag).flatMap(([tag, text]) =>
    text
      .trim()
      .split(/\s+/)
      .map((word): [string, Tag] => [word, tag as Tag]),
  ),
)

/** Words that begin an order whatever follows: hardly ever nouns. */
export const pureOrders: ReadonlySet<string> = words(`
  store use implement prevent wrap enforce keep define add create ensure avoid allow enable require provide remove delete edit modify save assign establish apply maintain configure introduce generate restrict support
  prohibit execute disallow omit normalize normalise denormalize centralize organize organise summarize incorporate rely notify inform encourage migrate retrieve fetch detect determine identify specify finalize clarify confirm discard defer postpone adjust adapt extend expand reduce increase decrease handle support utilize leverage reject validate verify include exclude consider choose select enter submit upload manage browse register collect hold persist handle adopt treat separate rename replace convert merge split
  link connect associate attach grant deny revoke expose hide show describe return specify calculate compute populate capture perform make set put leave get give let send receive read write
`)

/** Words that are nouns as often as orders: only a certain object behind them makes them orders (`List recipes`, but `List view`). */
export const freeOrders: ReadonlySet<string> = words(`
  display reference input list view filter sort search export import share track record mark update index rate review plan schedule book order request invite download limit tag comment join follow report rank model map plot document name label
  group cache log archive note store draft print copy move change cancel check mix match start stop open close pay charge refund ship sell buy vote like post publish flag block mute pin star subscribe approve
  test monitor audit process import filter query order base access reserve assess balance budget cook bake water feed train measure sample scan sign
`)

/** What people do, beyond orders to a program: nouns as often as verbs. */
export const peopleDo: ReadonlySet<string> = words(`
  offer lend borrow rent hire own place teach coach host lead run visit attend answer judge trade swap donate sponsor adopt plant harvest breed repair service supply stock deliver pick pack load drive ride write paint design value price
  grade exam award vaccinate treat examine diagnose prescribe purchase return collect need want receive earn spend save lose win play score rehearse perform volunteer work shift staff watch
  issue dispatch bookmark favourite favorite
`)

/** Second words of fixed pairs whose first word looks like a verb: `start date`, `sort order`, `draw date`, `like count`. */
export const compoundHeads: ReadonlySet<string> = words(`
  date dates time times timestamp count counts order number numbers status statuses history code codes rate level levels point points link links url entry entries request requests limit score name type term terms day log logs log-in result results size day days button usage path paths
`)

/** Participles and pasts that do not end in -ed. */
export const irregularParticiples: ReadonlySet<string> = words(`
  sent made kept held built given taken written shown known seen done set found left lost met paid read sold told won gone begun chosen driven drawn grown bought brought caught taught thought felt said led spent understood
  put cut hit let cost hurt shut split spread hidden forgotten broken spoken stolen eaten fallen frozen ridden risen shaken worn torn sworn thrown blown flown swum sung rung run come become laid bound ground wound fed bred bent lent meant dealt burnt learnt
  dreamt slept swept wept crept leapt spelt spilt spoilt overwritten rewritten withdrawn undone redone rebuilt resent proven
`)
