import type { Reason } from '../../schema/reason.ts'

/**
 * The written form of a reason: `prd:41 US-003`, `convention`, `inferred`, `A2`, `found`.
 */
export function writeReason(reason: Reason): string {
  switch (reason.kind) {
    case 'source':
      return `${reason.document}:${reason.line}${reason.requirement === undefined ? '' : ` ${reason.requirement}`}`
    case 'assumption':
      return `A${reason.number}`
    default:
      return reason.kind
  }
}

/** Reasons separated by commas, in the order given: the strongest stands first. */
export function writeReasons(reasons: readonly Reason[]): string {
  return reasons.map(writeReason).join(', ')
}

/** How "no reasons" is written where leaving them out would mean something else. */
export const noReasons = 'none'

const document = String.raw`[\p{L}\p{N}][\p{L}\p{N}_.-]*`
const requirement = String.raw`[\p{L}\p{N}]+(?:[-./_#][\p{L}\p{N}]+)*`
const oneReason = new RegExp(
  `(?:(?<document>${document}):(?<line>\\d+)(?: (?<requirement>${requirement}))?|[Aa](?<number>\\d+)|(?<word>convention|inferred|found))(?=$|[\\s]*[,;:.)]|\\s+[("])`,
  'uy',
)
// A requirement is optional, and the word after `prd:12` may be prose; then the reference is read without it.
const bareSource = new RegExp(`(?<document>${document}):(?<line>\\d+)(?=$|[\\s]*[,;:.)]|\\s+[("])`, 'uy')

/**
 * Reads the reasons that stand at the start of a text, and says where what follows them begins. Finds none where the text
 * begins with anything else.
 */
export function scanReasons(text: string): { readonly reasons: readonly Reason[]; readonly end: number } {
  const reasons: Reason[] = []
  let end = 0
  let at = 0
  for (;;) {
    const match = matchAt(oneReason, text, at) ?? matchAt(bareSource, text, at)
    if (match === undefined) return { reasons, end }
    reasons.push(match.reason)
    end = match.end
    const separator = /^\s*,\s+/.exec(text.slice(end))
    if (separator === null) return { reasons, end }
    at = end + separator[0].length
  }
}

/** Reads a text that is nothing but reasons (or `none`); undefined if it is anything else. */
export function readReasons(text: string): readonly Reason[] | undefined {
  const trimmed = text.trim()
  if (trimmed === noReasons) return []
  const { reasons, end } = scanReasons(trimmed)
  return reasons.length > 0 && end === trimmed.length ? reasons : undefined
}

function matchAt(pattern: RegExp, text: string, at: number): { reason: Reason; end: number } | undefined {
  pattern.lastIndex = at
  const groups = pattern.exec(text)?.groups
  if (groups === undefined) return undefined
  return { reason: toReason(groups), end: pattern.lastIndex }
}

function toReason(groups: Readonly<Record<string, string | undefined>>): Reason {
  if (groups.number !== undefined) return { kind: 'assumption', number: Number(groups.number) }
  if (groups.word !== undefined) return { kind: groups.word as 'convention' | 'inferred' | 'found' }
  const source = { kind: 'source' as const, document: groups.document ?? '', line: Number(groups.line) }
  return groups.requirement === undefined ? source : { ...source, requirement: groups.requirement }
}
