import type { DocumentKind, Zone } from '../document.ts'
import type { Piece } from '../markdown/piece.ts'
import type { Tag } from '../markdown/tags.ts'
import { fold } from '../words.ts'
import { isBoldHeading, prefixZone, readLabel, speakerZone } from './labels.ts'
import { nest } from './nesting.ts'
import { closeForTag, type Scope } from './scope.ts'
import { asksByNumber, refusesItself, type ZoneName, zoneNamed } from './zone-names.ts'

/** A piece of the document, or a tag that stands between pieces. */
export type Part = { readonly piece: Piece } | { readonly tag: Tag; readonly closedLater: boolean }

/** Where one piece stands. `headingDepth` is set for what is a heading, also for a bold line that acts as one. */
export interface PiecePlace {
  readonly zone: Zone
  readonly headings: readonly string[]
  readonly headingDepth?: number
}

type Place = Omit<PiecePlace, 'zone'> & { readonly zone: ZoneName | undefined }

/** Tags around a whole session, which say nothing of what is in them: `conversation_summary`, `database_planning`, `podsumowanie_rozmowy`. */
const container =
  /^(?:(?:conversation|session)(?:_(?:summary|notes))?|(?:db_|database_)?planning(?:_(?:session|notes))?|(?:podsumowanie|notatki|zapis)_(?:rozmowy|sesji)|rozmowa|sesja)$/

/** Zones in which a numbered question is what the zone says. */
const keeping: ReadonlySet<ZoneName> = new Set<ZoneName>(['unresolved', 'out of scope', 'decisions', 'recommendations'])

/** Bold lines nest under every real heading, and end each other. */
const boldDepth = 7

/**
 * Says for every piece what part of the document it stands in: by tags, by headings, by bold lines and labels that act as headings, and within
 * lists by the items above.
 */
export function placePieces(parts: readonly Part[], kind: DocumentKind): readonly PiecePlace[] {
  const scopes: Scope[] = []
  const places: Place[] = []
  /** Zones that labels opened for what stands under them, by piece. */
  const labels: (ZoneName | undefined)[] = []
  const title = titleOf(parts)
  const decided = parts.some((part) => zoneNamed(wordsOf(part), kind) === 'decisions')
  let label: { readonly zone: ZoneName | undefined; listed: boolean } | undefined

  const outer = () => scopes[scopes.length - 1]?.zone
  const headings = () => scopes.map((scope) => scope.title)

  const placeTag = (tag: Tag, closedLater: boolean) => {
    label = undefined
    closeForTag(scopes, tag)
    if (tag.closing) return
    const title = wordsOf({ tag, closedLater })
    const whole = container.test(tag.name)
    const zone =
      whole && kind === 'notes'
        ? decided
          ? 'summary'
          : 'decisions'
        : nest(scopes.findLast((scope) => !scope.container)?.zone, zoneNamed(title, kind))
    scopes.push({ title, depth: 0, zone, container: whole, tag: { name: tag.name, closedLater } })
  }

  const placeHeading = (piece: Piece, text: string, depth: number) => {
    label = undefined
    while (scopes.length > 0 && (scopes[scopes.length - 1] as Scope).depth >= depth) scopes.pop()
    const asked = kind === 'notes' && asksByNumber(text) && !keeping.has(outer() ?? 'other') ? 'questions' : undefined
    const named = piece === title ? titleZone(text, kind) : (asked ?? speakerZone(text, kind) ?? zoneNamed(text, kind))
    const zone = nest(outer(), named)
    places.push({ zone, headings: headings(), headingDepth: depth })
    labels.push(undefined)
    scopes.push({ title: text.replace(/:$/, ''), depth, zone, container: false })
  }

  const placeContent = (piece: Piece, text: string) => {
    const above = 'parent' in piece ? piece.parent : undefined
    const nested = piece.kind === 'item' || (piece.kind === 'paragraph' && piece.level > 0)
    if (piece.kind === 'rule') label = undefined
    else if (nested || piece.kind !== 'paragraph') label = label && { ...label, listed: true }
    else {
      const spoken = speakerZone(text, kind)
      const said = outer() === 'answers' && !text.includes(':')
      const read = spoken !== undefined ? { zone: spoken } : said ? undefined : readLabel(text, kind, outer(), false)
      if (read !== undefined) label = { zone: nest(outer(), read.zone), listed: false }
      else if (label?.listed) label = undefined
    }
    const inherited = above === undefined ? undefined : labels[above]
    const surrounding = inherited ?? label?.zone ?? outer()
    const own = nested ? readLabel(text, kind, surrounding, true)?.zone : undefined
    const asked = kind === 'notes' && asksByNumber(text) && !keeping.has(surrounding ?? 'other') ? 'questions' : undefined
    const zone = own !== undefined ? nest(surrounding, own) : (asked ?? ownZone(text, kind) ?? surrounding)
    labels.push(own !== undefined ? zone : nested ? inherited : undefined)
    places.push({ zone: zone === 'boundaries' && refusesItself(text) ? 'out of scope' : zone, headings: headings() })
  }

  for (const part of parts) {
    if ('tag' in part) {
      placeTag(part.tag, part.closedLater)
      continue
    }
    const { piece } = part
    const text = 'inline' in piece ? piece.inline.text : ''
    if (piece.kind === 'heading') placeHeading(piece, text, piece.depth)
    else if (piece.kind === 'paragraph' && piece.level === 0 && isBoldHeading(piece.inline)) placeHeading(piece, text, boldDepth)
    else placeContent(piece, text)
  }
  const rest = places.some(({ zone }) => zone !== undefined) ? fallback[kind] : kind === 'prd' ? 'memo' : fallback[kind]
  return places.map((place) => ({ ...place, zone: plain(place.zone) ?? rest }))
}

/** What stands in no zone. A PRD without any is a memo too. */
const fallback: Readonly<Record<DocumentKind, Zone>> = { prd: 'other', notes: 'memo', stack: 'stack', glossary: 'other' }

function plain(zone: ZoneName | undefined): Zone | undefined {
  return zone === 'boundaries' ? 'other' : zone === 'in scope' ? 'requirements' : zone
}

function ownZone(text: string, kind: DocumentKind): ZoneName | undefined {
  const colon = text.slice(0, 60).indexOf(':')
  return colon < 1 ? undefined : prefixZone(fold(text.slice(0, colon)), kind)
}

const documentTitle = /\b(prd|requirements? (document|specification)|dokument wymagan|specyfikacja)\b/

/** A document's title is no section, whatever words it has, unless there are several headings of its rank. */
function titleOf(parts: readonly Part[]): Piece | undefined {
  const headings = parts.flatMap((part) => ('piece' in part && part.piece.kind === 'heading' ? [part.piece] : []))
  const [first] = headings
  if (first === undefined || first.depth > 2) return undefined
  const alone = first.depth === 1 && headings.filter((heading) => heading.depth === 1).length === 1
  return alone || documentTitle.test(fold(first.inline.text)) ? first : undefined
}

/** Of a title, only words that can mean nothing else count: "Summary of the session" is how any notes may be called. */
const telling: Partial<Record<DocumentKind, readonly ZoneName[]>> = {
  notes: ['decisions', 'recommendations', 'answers', 'unresolved'],
  prd: ['stories', 'requirements'],
}

function titleZone(text: string, kind: DocumentKind): ZoneName | undefined {
  const zone = documentTitle.test(fold(text)) ? undefined : zoneNamed(text, kind)
  return zone !== undefined && telling[kind]?.includes(zone) ? zone : undefined
}

function wordsOf(part: Part): string {
  if ('tag' in part) return part.tag.name.replaceAll(/[_.-]+/g, ' ')
  return part.piece.kind === 'heading' ? part.piece.inline.text : ''
}
