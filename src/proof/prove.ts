import type { Database } from '../postgres/database.ts'
import { openEmbedded } from '../postgres/embedded.ts'
import type { Plan } from '../schema/plan.ts'
import { attackProbes } from './attacks/attacks.ts'
import { narrowedColumns, untriedRules } from './attacks/g-needed-operations.ts'
import { attempt, attemptOf } from './attempt.ts'
import { acceptProbes } from './checks/accepts.ts'
import { accessProbes } from './checks/access.ts'
import { applies } from './checks/applies.ts'
import { privilegeProbes } from './checks/privileges.ts'
import { readsBack } from './checks/reads-back.ts'
import { rejectProbes } from './checks/rejects.ts'
import { objectsOf, reverts } from './checks/reverts.ts'
import type { Stage } from './checks/stage.ts'
import type { Evidence } from './evidence.ts'
import { expectationFrom } from './expect/expectation.ts'
import { ledColumnProbes } from './indexes/led-columns.ts'
import { perRowAttempts } from './indexes/per-row-calls.ts'
import { prefixAttempts } from './indexes/prefixes.ts'
import { usedIndexProbes } from './indexes/used-indexes.ts'
import { runMutations } from './mutations/run-mutations.ts'
import { observationsOf } from './observe.ts'
import { type Actor, actorsOf } from './people/actors.ts'
import { type Person, peopleOf } from './people/people.ts'
import { identitiesApart } from './pgtap/identities-apart.ts'
import type { Attempt, NotChecked, Proof } from './proof.ts'
import { type Facts, factsOf } from './rows/facts.ts'
import { makeWorld } from './rows/fill-world.ts'
import { narrowed, remembering, runProbes } from './run-probes.ts'
import { openSession, type Session } from './session.ts'

export interface ProveOptions {
  /** A scratch database to prove in; it is left as it was. Default: the embedded PostgreSQL, started and closed. */
  readonly database?: Database
  /** Told what was tried and what stood there, for those who make more of it than the proof. */
  readonly onEvidence?: (evidence: Evidence) => void
  /** Whether the schema is taken apart piece by piece to see what no attempt would miss. Default: true. */
  readonly mutations?: boolean
}

/**
 * Shows a plan to a real PostgreSQL: applies it, reads it back, takes it away again, fills it with rows and tries what every actor may and may
 * not do. Everything happens in one transaction that is rolled back. A check that fails is a failed attempt; this throws only where
 * there is no database to ask.
 *
 * Without `database`, the embedded PostgreSQL is started and closed again.
 */
export async function prove(plan: Plan, options: ProveOptions = {}): Promise<Proof> {
  const { schema } = plan
  const database =
    options.database ??
    (await openEmbedded(schema.platform, { extensions: schema.extensions.map((extension) => extension.name) }))
  try {
    await database.exec(`begin;${database.setUp ?? ''}`)
    return await proveIn(plan, database, options)
  } finally {
    await database.exec('rollback').catch(() => undefined)
    if (options.database === undefined) await database.close()
  }
}

async function proveIn({ schema }: Plan, database: Database, options: ProveOptions): Promise<Proof> {
  const attempts: Attempt[] = []
  const notChecked: NotChecked[] = []
  const engine = { kind: database.kind, version: database.version }
  const facts = factsOf(schema)
  const people = peopleOf(facts)
  const actors = actorsOf(facts, people)
  const described = actors.map(({ name, description }) => ({ name, description }))

  const session = await openSession(database)
  const before = await objectsOf(session)
  attempts.push(...(await applies(session, schema)))
  if (attempts.some((one) => !one.passed)) {
    notChecked.push({ check: 'everything else', object: 'migration', why: 'the migration does not apply' })
    return { engine, attempts, notChecked, actors: described, observed: [] }
  }
  attempts.push(...(await guarded('reads back', () => readsBack(session, schema))))
  attempts.push(...(await guarded('reverts', () => reverts(session, schema, before))))
  try {
    const tried = await tryEverything(session, facts, people, actors, options)
    return {
      engine,
      attempts: [...attempts, ...tried.attempts],
      notChecked: tried.notChecked,
      actors: described,
      observed: tried.observed,
    }
  } catch (error) {
    // A plan can be such that PostgreSQL gives up on it. That is a finding, and what went before still holds.
    const failed = attempt('rows', 'schema', 'fill the tables and try them', 'an answer', messageOf(error), false)
    return { engine, attempts: [...attempts, failed], notChecked, actors: described, observed: [] }
  }
}

async function tryEverything(
  session: Session,
  facts: Facts,
  people: readonly Person[],
  actors: readonly Actor[],
  options: ProveOptions,
): Promise<Pick<Proof, 'attempts' | 'notChecked' | 'observed'>> {
  const attempts: Attempt[] = []
  if (options.onEvidence !== undefined) for (const statement of identitiesApart(facts.schema)) await session.exec(statement)
  const world = await makeWorld(session, facts, people)
  const rowsOf = (table: string) => world.rows.get(table) ?? []
  const expectation = expectationFrom({ facts, rows: rowsOf })
  const stage: Stage = { facts, actors, world, expectation, rowsOf }

  const rejects = rejectProbes(stage)
  const notChecked: NotChecked[] = [
    ...world.missing.map(({ table, why }) => ({ check: 'rows', object: table.replace(/^public\./, ''), why })),
    ...rejects.notChecked,
    ...untriedRules(stage),
    ...narrowedColumns(stage),
  ]
  const tried = await runProbes(session, [
    ...acceptProbes(stage),
    ...rejects.probes,
    ...accessProbes(stage),
    ...privilegeProbes(stage),
    ...attackProbes(stage),
    ...ledColumnProbes(facts),
    ...usedIndexProbes(stage),
  ])
  options.onEvidence?.({ stage, tried })
  for (const { probe, verdict } of tried) {
    if (verdict.passed || verdict.undecided === undefined) attempts.push(attemptOf(probe, verdict))
    else notChecked.push({ check: probe.check, object: probe.object, why: verdict.undecided })
  }
  attempts.push(...prefixAttempts(facts), ...(await perRowAttempts(facts)))
  if (options.mutations ?? true) {
    const passed = tried
      .filter(({ verdict }) => verdict.passed)
      .map(({ probe, outcomes }) => remembering(narrowed(probe, outcomes), outcomes))
    const mutations = await runMutations(session, stage, passed)
    attempts.push(...mutations.attempts)
    notChecked.push(...mutations.notChecked)
  } else
    notChecked.push({
      check: 'mutations',
      object: 'schema',
      why: 'left to `dbplan check`, which takes the schema apart piece by piece',
    })
  return { attempts, notChecked, observed: observationsOf(stage, tried) }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** A check that stumbles over something unforeseen has failed; the others go on. */
async function guarded(check: string, run: () => Promise<readonly Attempt[]>): Promise<readonly Attempt[]> {
  try {
    return await run()
  } catch (error) {
    return [attempt(check, 'migration', 'run the check', 'an answer', messageOf(error), false)]
  }
}
