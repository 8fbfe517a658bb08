import type { Source } from '../claim/source.ts'
import { convention, inferred, type Reason } from '../schema/reason.ts'
import { compareWeight } from './claim-order.ts'

/**
 * Why a part of the draft is there. `sources` are the lines that asked for it; without any it is there by `otherwise`.
 * `assumes` names the questions it rests on; they become numbers only when the plan is finished.
 */
export interface Why {
  readonly sources: readonly Source[]
  readonly otherwise: 'convention' | 'inferred'
  readonly assumes?: readonly string[]
}

export const byConvention: Why = { sources: [], otherwise: 'convention' }
export const supposed: Why = { sources: [], otherwise: 'inferred' }

/** Asked for by these claims; supposed if there are none. */
export function because(claims: readonly { readonly source: Source }[], otherwise: Why['otherwise'] = 'inferred'): Why {
  return { sources: claims.map((claim) => claim.source), otherwise }
}

export function assuming(why: Why, ...questions: readonly string[]): Why {
  return { ...why, assumes: [...(why.assumes ?? []), ...questions] }
}

export function bothWhys(a: Why, b: Why): Why {
  const assumes = [...(a.assumes ?? []), ...(b.assumes ?? [])]
  return { sources: [...a.sources, ...b.sources], otherwise: a.otherwise, ...(assumes.length > 0 ? { assumes } : {}) }
}

/** More lines than these say nothing new to a reader of the plan. */
const most = 4

/** The reasons as the schema keeps them: the strongest lines once each, then the assumptions. */
export function reasonsOf(why: Why, numbers: ReadonlyMap<string, number>): readonly Reason[] {
  const reasons: Reason[] = []
  const seen = new Set<string>()
  for (const source of [...why.sources].sort(compareWeight)) {
    const key = `${source.document}:${source.line}`
    if (seen.has(key) || seen.size === most) continue
    seen.add(key)
    reasons.push({
      kind: 'source',
      document: source.document,
      line: source.line,
      ...(source.requirement === undefined ? {} : { requirement: source.requirement }),
    })
  }
  if (reasons.length === 0) reasons.push(why.otherwise === 'convention' ? convention : inferred)
  const assumed = (why.assumes ?? []).flatMap((id) => numbers.get(id) ?? [])
  for (const number of [...new Set(assumed)].sort((a, b) => a - b)) reasons.push({ kind: 'assumption', number })
  return reasons
}
