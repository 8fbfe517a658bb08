import type { Tag, TaggedToken } from './tag.ts'

const always: Readonly<Record<string, Tag>> = {
  per: 'ADP',
  via: 'ADP',
  id: 'NOUN',
  ids: 'NOUN',
  mvp: 'NOUN',
  admin: 'NOUN',
  admins: 'NOUN',
  email: 'NOUN',
  emails: 'NOUN',
  'e-mail': 'NOUN',
  url: 'NOUN',
  app: 'NOUN',
  ai: 'NOUN',
  uuid: 'NOUN',
  login: 'NOUN',
  signup: 'NOUN',
  status: 'NOUN',
  max: 'ADJ',
  min: 'ADJ',
  'max.': 'ADJ',
  'min.': 'ADJ',
  'e.g.': 'ADV',
  'i.e.': 'ADV',
  'etc.': 'ADV',
  etc: 'ADV',
  username: 'NOUN',
  password: 'NOUN',
  timestamp: 'NOUN',
  metadata: 'NOUN',
  optional: 'ADJ',
  unique: 'ADJ',
  nullable: 'ADJ',
  daily: 'ADJ',
  weekly: 'ADJ',
  monthly: 'ADJ',
  such: 'ADJ',
  users: 'NOUN',
  delete: 'VERB',
  create: 'VERB',
  many: 'ADJ',
  several: 'ADJ',
  multiple: 'ADJ',
  various: 'ADJ',
  including: 'ADP',
  include: 'VERB',
  includes: 'VERB',
  contain: 'VERB',
  contains: 'VERB',
  belongs: 'VERB',
  manages: 'VERB',
  creates: 'VERB',
  stores: 'VERB',
  has: 'VERB',
  edit: 'VERB',
  log: 'NOUN',
  logs: 'NOUN',
  soft: 'ADJ',
  back: 'NOUN',
  front: 'NOUN',
  allows: 'VERB',
  provides: 'VERB',
  requires: 'VERB',
  displays: 'VERB',
  enables: 'VERB',
}
const modals: ReadonlySet<string> = new Set([
  'can',
  'could',
  'must',
  'should',
  'may',
  'might',
  'will',
  'would',
  'shall',
  'cannot',
  "can't",
  "won't",
  "shouldn't",
  "don't",
  "doesn't",
  'do',
  'does',
  "didn't",
  'did',
  "couldn't",
])
const determiners: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'each',
  'every',
  'this',
  'their',
  'its',
  'his',
  'her',
  'my',
  'your',
  'our',
  'no',
  'some',
  'any',
  'all',
  'these',
  'those',
  'own',
  "'s",
])

/** Verbs whose base form documents begin orders with, and that the tagger often takes for nouns there: `Store recipes`, `Filter by date`. */
const orders: ReadonlySet<string> = new Set(
  'store list view filter sort search export import share track log add create edit delete remove manage save use define record display show mark set assign keep update index link rate review plan schedule book order request generate invite upload download register enable allow apply enforce implement establish ensure avoid limit restrict store support track validate verify provide browse tag comment join leave follow report rank'.split(
    ' ',
  ),
)

/** Corrects what the tagger gets wrong in this kind of text: fragments, titles, orders, words of the trade. */
export function correctTags(tokens: readonly TaggedToken[]): readonly TaggedToken[] {
  const tags: Tag[] = tokens.map((token) =>
    token.kind === 'word' && Object.hasOwn(always, token.lower) ? (always[token.lower] as Tag) : token.tag,
  )
  const word = (at: number): TaggedToken | undefined => tokens[at]
  const lower = (at: number): string => word(at)?.lower ?? ''
  tokens.forEach((token, at) => {
    if (token.kind === 'number') tags[at] = 'NUM'
    if (token.kind !== 'word') return
    const tag = tags[at]
    const before = previousWord(tokens, at)
    const next = tags[at + 1]
    const nominalNext = next === 'NOUN' || next === 'PROPN' || next === 'ADJ'
    if (
      before >= 0 &&
      (modals.has(lower(before)) || (lower(before) === 'to' && tags[before] === 'PART')) &&
      (tag === 'NOUN' || tag === 'ADJ' || tag === 'PROPN') &&
      orders.has(token.lower)
    )
      tags[at] = 'VERB'
    // `the import`, `a share`: a verb's base form after a determiner, with no noun behind it.
    else if (
      tag === 'VERB' &&
      before === at - 1 &&
      determiners.has(lower(before)) &&
      !nominalNext &&
      !/(?:ed|ing)$/.test(token.lower)
    )
      tags[at] = 'NOUN'
    // `the set of`, `log of`
    else if (
      tag === 'VERB' &&
      lower(at + 1) === 'of' &&
      !/(?:consist|think|dispose|made|compose)/.test(token.lower) &&
      !/ed$/.test(token.lower)
    )
      tags[at] = 'NOUN'
    // `Store recipes with`, `Filter by date`
    else if (
      (at === 0 || before < 0 || word(at - 1)?.text === ':') &&
      (tag === 'NOUN' || tag === 'PROPN') &&
      orders.has(token.lower) &&
      beginsObject(tokens, tags, at + 1)
    )
      tags[at] = 'VERB'
  })
  return tokens.map((token, at) => (tags[at] === token.tag ? token : { ...token, tag: tags[at] as Tag }))
}

/** Index of the word before, adverbs and `not` left out; -1 at the beginning. */
function previousWord(tokens: readonly TaggedToken[], at: number): number {
  let before = at - 1
  while (
    before >= 0 &&
    (tokens[before]?.tag === 'ADV' || tokens[before]?.lower === 'not' || tokens[before]?.kind === 'punctuation') &&
    tokens[before]?.text !== ','
  )
    before -= 1
  return before
}

function beginsObject(tokens: readonly TaggedToken[], tags: readonly Tag[], at: number): boolean {
  const next = tokens[at]
  if (next === undefined) return false
  if (next.kind === 'name') return true
  if (next.kind !== 'word') return false
  return (
    tags[at] === 'DET' ||
    determiners.has(next.lower) ||
    next.lower === 'by' ||
    (tags[at] === 'NOUN' && /s$/.test(next.lower) && !/ss$/.test(next.lower)) ||
    (tags[at] === 'PRON' && tokens[at + 1] !== undefined)
  )
}
