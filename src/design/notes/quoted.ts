import type { Claim } from '../../claim/claim.ts'
import { oneLine } from './one-line.ts'

/** A claim's words in quotation marks, to stand inside a sentence: without the full stop of their own. */
export function quoted(claim: Claim, longest?: number): string {
  return `"${oneLine(claim.source.quote, longest).replace(/[.;,:]+$/, '')}"`
}
