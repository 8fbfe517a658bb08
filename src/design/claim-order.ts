import { type Authority, authorities, type Source } from '../claim/source.ts'

const ranks = new Map<Authority, number>(authorities.map((authority, rank) => [authority, rank]))

/** 0 is the strongest authority. */
export function rankOf(source: Source): number {
  return ranks.get(source.authority) ?? authorities.length
}

/** Orders sources strongest first: by authority, and within one authority as they stand in the documents. */
export function compareWeight(a: Source, b: Source): number {
  return rankOf(a) - rankOf(b) || a.order - b.order || a.line - b.line
}

/** Whether `a` holds against `b`: a stronger authority, or the same one and later. */
export function holdsAgainst(a: Source, b: Source): boolean {
  return rankOf(a) < rankOf(b) || (rankOf(a) === rankOf(b) && a.order >= b.order)
}

/** The claim that holds of several about the same thing: strongest authority, and of one authority the last. */
export function strongest<T extends { readonly source: Source }>(claims: readonly T[]): T | undefined {
  let best: T | undefined
  for (const claim of claims) if (best === undefined || holdsAgainst(claim.source, best.source)) best = claim
  return best
}

/** Whether the claim comes from the planning session rather than from the PRD. */
export function fromSession(source: Source): boolean {
  return rankOf(source) < rankOf({ ...source, authority: 'prd' })
}
