import type { Section } from '../../plan/read/markdown.ts'

/** What a section of a plan is about, as its heading says, in English or Polish. */
export type Topic = 'tables' | 'types' | 'relationships' | 'indexes' | 'policies' | 'functions' | 'views' | 'notes' | 'diagram'

/** The first that fits counts: "RLS policies for the table X" is about policies. */
const patterns: readonly (readonly [Topic, RegExp])[] = [
  [
    'policies',
    /\b(rls|row[- ]level|polic(y|ies)|permissions?|access rules|grants?)\b|polityk|zasady (postgres|rls|dost)|bezpiecze|uprawnieni/i,
  ],
  [
    'notes',
    /\b(additional|notes?|remarks|explanations?|decisions?|considerations?|rationale|future|optional extensions|summary|metrics|maintenance|next steps|alternatives?|assumptions|seed(ing)?( data)?$|seed data|initial data)\b|uwag|decyzj|dodatkow|podsumowani|kolejne kroki|założeni|dane (pomocnicze|początkowe|referencyjne)|metryki/i,
  ],
  ['indexes', /\bind(ex|exes|ices)\b|indeks/i],
  ['diagram', /\b(diagram|erd)\b/i],
  ['relationships', /\b(relation(ship)?s?|foreign keys?|associations?)\b|relacj|powiąza/i],
  ['functions', /\b(functions?|triggers?|procedures?|jobs?|cron|automation)\b|funkcj|wyzwalacz|trigger|zadania|automatyzac/i],
  ['views', /\bviews?\b|widoki?\b/i],
  ['types', /\benum(s|eration|erated)?\b|\b(custom |enum )types?\b|^types?\b|\btypy\b|enumeracj|wyliczeni/i],
  ['tables', /\btables?\b|tabel|\bschema\b|schemat|entit(y|ies)|encj/i],
]

/** A heading's text without its number or letter: `1.2 users`, `a. users`, `§ 3) users`. */
export function headingText(section: Section): string {
  return plainHeading(section.heading.text)
}

export function plainHeading(text: string): string {
  return text
    .replace(/^\s*(?:\d+(?:\.\d+)*[.)]?|[a-z][.)])\s+/i, '')
    .replaceAll(/\*\*/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** The topic of a heading, or of the one above it where it says nothing itself. A name of a table alone says nothing. */
export function topicOf(heading: string, above: Topic | undefined): Topic | undefined {
  const plain = plainHeading(heading)
  if (
    /^`?[a-z_][a-z0-9_.]*`?$/.test(plain) &&
    plain !== 'tables' &&
    plain !== 'indexes' &&
    plain !== 'policies' &&
    plain !== 'enums'
  )
    return above
  // Under a heading about tables, "Types" or "Constraints of indexes" is still told apart; under any other topic the topic stays.
  const own = patterns.find(([, pattern]) => pattern.test(plain))?.[0]
  if (own === undefined) return above
  if (own === 'tables' && above !== undefined) return above
  return own
}
