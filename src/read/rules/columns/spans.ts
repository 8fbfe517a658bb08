import type { LanguageModel } from '../language/sentence.ts'

/** The names of a span's two ends. */
export interface Span {
  readonly from: string
  readonly to: string
}

const bounds =
  /^(.{2,40}?)\s*\(?\s*(?:(od)\s*(?:[-–—/,]|i(?=\s)|oraz)?\s*(do)|(from)\s*(?:[-–—/,]|and(?=\s))?\s*(to|until))\s*\)?$/iu

/** Names (English) of what lies between two days, between two times, and of what has a least and a most. */
const days = /^(?:period|date|day|validity|term|duration|due_date|deadline)$/
const times = /^(?:hour|time|opening_time|opening_hour)$/
const measures =
  /(?:^|_)(?:age|price|amount|weight|height|width|length|temperature|quantity|cost|value|rate|size|depth|pressure|salary)$/

/**
 * The two fields that are written as one with both its bounds: "okres od–do", "godziny (od, do)", "period from–to", "wiek od/do".
 *
 * Not: bounds with numbers ("wiek od 7 do 15").
 */
export function spanOf(text: string, model: LanguageModel): Span | undefined {
  const match = bounds.exec(text.trim())
  const [, head = '', , , english] = match ?? []
  if (match === null) return undefined
  const { name, known } = model.name(head)
  if (!known || name === '') return undefined
  const [from, to] = english === undefined ? [model.name(`${head} od`).name, model.name(`${head} do`).name] : [name, name]
  if (from !== to) return { from, to }
  if (days.test(name)) return { from: 'start_date', to: 'end_date' }
  if (times.test(name)) return { from: 'start_time', to: 'end_time' }
  return measures.test(name) ? { from: `min_${name}`, to: `max_${name}` } : { from: `${name}_from`, to: `${name}_to` }
}
