import type { NounPhrase, Word } from '../sentence.ts'

/** Words that go in pairs before one head: `first and last name`, `start and end dates`. Each names its likely partners. */
const partners: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  `first:last,middle last:first start:end,due end:start minimum:maximum maximum:minimum min:max max:min creation:modification,update,edit,deletion,expiration created:updated,modified update:creation modification:creation billing:shipping,delivery
  shipping:billing delivery:billing,return,pickup arrival:departure departure:arrival opening:closing closing:opening check-in:check-out,checkout lower:upper upper:lower home:away,work current:target,previous,goal
  planned:actual estimated:actual actual:planned,estimated invoice:due,payment purchase:expiry,sale,expiration before:after net:gross gross:net sent:received`
    .split(/\s+/)
    .map((line): [string, ReadonlySet<string>] => {
      const [word = '', others = ''] = line.split(':')
      return [word, new Set(others.split(','))]
    }),
)

/** Gives the first word of such a pair the head of the second: `first and last name` are first_name and last_name. */
export function shareHeads(text: string, words: readonly Word[], nouns: readonly NounPhrase[]): readonly NounPhrase[] {
  const shared: NounPhrase[] = []
  for (const noun of nouns) {
    const body = bodyFrom(words, noun)
    const second = words[body]?.text.toLowerCase() ?? ''
    const first = words[noun.from - 2]
    const pairs = first !== undefined && partners.get(first.text.toLowerCase())?.has(second) === true
    if (
      pairs &&
      noun.to - body > 1 &&
      /^(?:and|or|\/|&)$/i.test(words[noun.from - 1]?.text ?? '') &&
      noun.name.startsWith(`${second.replace('-', '_')}_`)
    ) {
      const name = `${first.text.toLowerCase().replace('-', '_')}${noun.name.slice(second.length)}`
      const before = shared.at(-1)
      const replaced = before !== undefined && before.to === noun.from - 1
      const from = replaced ? before.from : noun.from - 2
      if (replaced) shared.pop()
      shared.push({
        ...noun,
        from,
        to: noun.from - 1,
        text: text.slice(words[from]?.start ?? 0, first.end),
        name,
        plural: noun.plural,
      })
    }
    shared.push(noun)
  }
  // A phrase was put in between: possessors point at places.
  return shared.length === nouns.length ? shared : withPlaces(nouns, shared)
}

function bodyFrom(words: readonly Word[], noun: NounPhrase): number {
  let at = noun.from
  while (at < noun.to - 1 && /^(?:determiner|pronoun|number)$/.test(words[at]?.pos ?? '')) at += 1
  return at
}

function withPlaces(before: readonly NounPhrase[], after: readonly NounPhrase[]): readonly NounPhrase[] {
  return after.map((noun) => {
    const owner = noun.possessor === undefined ? undefined : before[noun.possessor]
    const place = owner === undefined ? -1 : after.findIndex((each) => each.from === owner.from)
    return place < 0 ? noun : { ...noun, possessor: place }
  })
}
