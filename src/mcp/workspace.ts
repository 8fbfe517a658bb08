import { resolve } from 'node:path'
import { type Compilation, compile } from '../compile.ts'
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.ts'
import { formatPlace } from '../diagnostic/place.ts'
import { Failure } from '../project/failure.ts'
import { pathInside } from '../project/path-inside.ts'
import { readPlanFile } from '../project/read-plan-file.ts'
import type { Accepted } from '../read/proposed/accept-claims.ts'
import { agentReader } from '../read/proposed/agent-reader.ts'
import type { Proposal } from '../read/proposed/claim-form.ts'
import { joinProposals, noProposal } from '../read/proposed/join-proposals.ts'
import type { Plan } from '../schema/plan.ts'

/** Where the plan stands in a project. */
export const planFile = '.ai/db-plan.md'

/** A compilation, with what became of the agent's claims. */
export interface Worked {
  readonly value: Compilation
  readonly accepted: Accepted
  readonly diagnostics: readonly Diagnostic[]
}

/** One project, and the claims that an agent has handed in for it since the server started. Nothing outside its folder is read or written. */
export interface Workspace {
  readonly dir: string
  /** The real path of a file of the project; refuses what lies outside. */
  path(path: string): string
  handIn(proposal: Proposal): void
  compile(proof: boolean): Promise<Worked>
  /** The plan as its file holds it. */
  plan(): Promise<{ readonly plan: Plan; readonly text: string; readonly diagnostics: readonly Diagnostic[] }>
}

export function openWorkspace(folder: string): Workspace {
  const dir = resolve(folder)
  let proposal = noProposal
  const path = (name: string) => pathInside(dir, name)
  return {
    dir,
    path,
    handIn: (now) => {
      proposal = joinProposals(proposal, now)
    },
    compile: async (proof) => {
      let accepted: Accepted | undefined
      const reader = agentReader(proposal, (one) => {
        accepted = one
      })
      const { value, diagnostics }: Outcome<Compilation | undefined> = await compile({ dir, proof, reader })
      if (value === undefined || accepted === undefined) throw new Failure(tell(diagnostics))
      // A document may be a link; what it leads to is not the project's.
      for (const document of value.brief.documents) path(document.path)
      return { value, accepted, diagnostics }
    },
    plan: async () => {
      const { plan, text, diagnostics } = await readPlanFile(path(planFile))
      if (plan === undefined) throw new Failure(tell(diagnostics))
      return { plan, text, diagnostics }
    },
  }
}

/** Diagnostics as text, a line each, with what to do. */
export function tell(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ severity, message, place, help, code }) => {
      const where = place === undefined ? '' : ` (${formatPlace(place)})`
      return `${severity}: ${message}${where} [${code}]${help === undefined ? '' : ` ${help}`}`
    })
    .join('\n')
}
