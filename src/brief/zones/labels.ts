import type { DocumentKind, Inline, Zone } from '../document.ts'
import { fold } from '../words.ts'
import { type ZoneName, zoneNamed } from './zone-names.ts'

/** Whether a paragraph is, in effect, a heading: all of it bold, short, and not a sentence. */
export function isBoldHeading(inline: Inline): boolean {
  if (inline.text.length > 100 || /[.!?;,]$/.test(inline.text) || inline.text.includes('`')) return false
  const length = inline.text.replace(/:$/, '').length
  return inline.marks.some((mark) => mark.kind === 'strong' && mark.start === 0 && mark.end >= length)
}

/** What a paragraph or item that introduces others opens: `Acceptance criteria:`, `The following are out of scope:`, `In Scope`. */
export interface Label {
  readonly zone: ZoneName | undefined
}

/** Zones that a short line without a colon may open: other words are too common to mean a heading. */
const unmistakable: ReadonlySet<ZoneName> = new Set<ZoneName>(['out of scope', 'in scope', 'acceptance', 'unresolved'])

/**
 * Reads a text as a label. Only a short one can name any zone; a whole sentence can refuse or include what follows, where it ends in a colon or
 * stands in a section about boundaries. An item needs its colon.
 */
export function readLabel(text: string, kind: DocumentKind, within: ZoneName | undefined, item: boolean): Label | undefined {
  const colon = text.endsWith(':')
  if (item && !colon) return undefined
  const words = text.split(/\s+/).length
  const zone = zoneNamed(text, kind)
  const scope = zone === 'out of scope' || zone === 'in scope'
  if (colon && words <= 7 && text.length <= 70) return { zone }
  if (!item && zone !== undefined && unmistakable.has(zone) && words <= 5 && !/[.;,!?]$/.test(text)) return { zone }
  if (scope && !reason.test(fold(text)) && ((colon && words <= 30) || (within === 'boundaries' && !item))) return { zone }
  return colon && words <= 12 ? { zone: undefined } : undefined
}

/** "Because X is out of scope, Y": what follows is about Y. */
const reason = /^(because|since|as|given that|poniewaz|skoro|jako ze|gdyz|z uwagi na)\b/

const prefixes: readonly { readonly zone: Zone; readonly kinds: readonly DocumentKind[]; readonly pattern: RegExp }[] = [
  { zone: 'acceptance', kinds: ['prd'], pattern: /^(acceptance criteria|kryteria akceptacji)\b/ },
  {
    zone: 'out of scope',
    kinds: ['prd', 'notes'],
    pattern: /^(out of scope|poza zakresem|non goals?|nie w mvp|odrzucon\w+|rejected)\b/,
  },
  {
    zone: 'answers',
    kinds: ['notes'],
    pattern: /^(a|answers?|odpowiedz|odp|user answer|user s answer|odpowiedz uzytkownika)( ?\d+)?$/,
  },
  { zone: 'decisions', kinds: ['notes'], pattern: /^(decisions?|decyzj[ae])( \d+)?$/ },
  { zone: 'recommendations', kinds: ['notes'], pattern: /^(recommendations?|rekomendacj[ae])( \d+)?$/ },
  { zone: 'questions', kinds: ['notes'], pattern: /^(q|questions?|pytani[ae]|pyt)( ?\d+)?$/ },
]

/** Who speaks in a conversation that was kept as it went: what a person says answers, what the assistant says recommends. */
const speakers: readonly { readonly zone: Zone; readonly pattern: RegExp }[] = [
  {
    zone: 'answers',
    pattern: /^(user|uzytkownik|me|ja|human|czlowiek|client|klient|customer|team|zespol|product owner|po)( \d+)?$/,
  },
  {
    zone: 'recommendations',
    pattern: /^(ai|assistant|asystent|model|claude|gpt|chatgpt|copilot|gemini|architect|architekt|consultant|konsultant)( \d+)?$/,
  },
]

/** The zone that a speaker's name before a colon, or on a line of its own, gives to the turn that follows. */
export function speakerZone(text: string, kind: DocumentKind): Zone | undefined {
  if (kind !== 'notes') return undefined
  const name = /^[^:]{1,30}(?=:)/.exec(text)?.[0]
  return name === undefined ? undefined : speakers.find(({ pattern }) => pattern.test(fold(name)))?.zone
}

/**
 * How long the name is that opens a turn of notes: "Assistant: ", "Odp.: ", "Recommendation 2: ". It says who speaks and is no part of what is said; a name alone on
 * its line stays.
 */
export function lengthOfTurnName(text: string): number {
  const name = /^[^:\n]{1,30}:[\s*_]*(?=\S)/u.exec(text)?.[0]
  if (name === undefined) return 0
  const said = speakerZone(text, 'notes') ?? prefixZone(fold(name.slice(0, name.indexOf(':'))), 'notes')
  return said === 'answers' || said === 'recommendations' ? name.length : 0
}

/** The zone that a label at the beginning of a text gives to that text alone: `Answer: no`, `Rekomendacja: …`. */
export function prefixZone(folded: string, kind: DocumentKind): Zone | undefined {
  return prefixes.find(({ kinds, pattern }) => kinds.includes(kind) && pattern.test(folded))?.zone
}
