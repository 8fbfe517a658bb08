import type { Proposal } from './claim-form.ts'

export const noProposal: Proposal = { claims: [], withdraw: [], names: new Map(), unreadable: 0 }

/** What was proposed before and what comes now; a claim that is taken back goes, whenever it was made. */
export function joinProposals(before: Proposal, now: Proposal): Proposal {
  const isTakenBack = (claim: Proposal['claims'][number]) =>
    now.withdraw.some((one) => one.document === claim.document && one.line === claim.line && one.kind === claim.kind)
  return {
    claims: [...before.claims.filter((claim) => !isTakenBack(claim)), ...now.claims],
    withdraw: [],
    names: new Map([...before.names, ...now.names]),
    unreadable: before.unreadable + now.unreadable,
  }
}
