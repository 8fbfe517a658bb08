import { withScratchDatabase } from '../postgres/server.ts'
import type { Plan } from '../schema/plan.ts'
import type { Evidence } from './evidence.ts'
import type { Proof } from './proof.ts'
import { prove } from './prove.ts'

export interface ProveOnOptions {
  /** A server on which a scratch database is made and dropped. Without it the embedded PostgreSQL is used. */
  readonly databaseUrl?: string
  /** Whether mutations are tried too; they take longer than all the rest. Default: true. */
  readonly mutations?: boolean
  /** Whether what PostgreSQL refuses is left out, and the rest proven. Default: false. */
  readonly leaveOutRefused?: boolean
  /** Handed what the proof rests on, where the plan could be tried at all. */
  readonly onEvidence?: (evidence: Evidence) => void
}

/**
 * Proves a plan on the engine that was asked for.
 *
 * @throws DatabaseFailure if the server cannot be used.
 */
export async function proveOn(
  plan: Plan,
  { databaseUrl, mutations = true, leaveOutRefused = false, onEvidence }: ProveOnOptions,
): Promise<Proof> {
  const options = { mutations, leaveOutRefused, ...(onEvidence === undefined ? {} : { onEvidence }) }
  if (databaseUrl === undefined) return prove(plan, options)
  const { platform } = plan.schema
  const proof = await withScratchDatabase(databaseUrl, platform, (database) => prove(plan, { ...options, database }))
  const major = Number.parseInt(proof.engine.version, 10)
  if (major === platform.version) return proof
  const why = `the plan is for it; the server is PostgreSQL ${proof.engine.version}`
  return { ...proof, notChecked: [...proof.notChecked, { check: 'engine', object: `PostgreSQL ${platform.version}`, why }] }
}
