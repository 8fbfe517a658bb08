import type { Database } from '../postgres/database.ts'
import { openEmbedded } from '../postgres/embedded.ts'
import type { Plan } from '../schema/plan.ts'
import { attackProbes } from './attacks/attacks.ts'
import { untriedRules } from './attacks/g-needed-operations.ts'
import { attempt, attemptOf } from './attempt.ts'
import { acceptProbes } from './checks/accepts.ts'
import { accessProbes } from './checks/access.ts'
import { applies } from './checks/applies.ts'
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
import { actorsOf } from './people/actors.ts'
import { peopleOf } from './people/people.ts'
import { identitiesApart } from './pgtap/identities-apart.ts'
import type { Attempt, NotChecked, Proof } from './proof.ts'
import { factsOf } from './rows/facts.ts'
import { makeWorld } from './rows/fill-world.ts'
import { openSession, runProbes } from './session.ts'

/**
 * Shows a plan to a real PostgreSQL: applies it, reads it back, takes it away again, fills it with rows and tries what every actor may and may
 * not do. Everything happens in one transaction that is rolled back. A check that fails is a failed attempt; this throws only where
 * there is no database to ask.
 *
 * Without `database`, the embedded PostgreSQL is started and closed again.
 */
export async function prove(
  plan: Plan,
  options: { readonly database?: Database; readonly onEvidence?: (evidence: Evidence) => void } = {},
): Promise<Proof> {
  const { schema } = plan
  const database =
    options.database ??
    (await openEmbedded(schema.platform, { extensions: schema.extensions.map((extension) => extension.name) }))
  try {
    await database.exec(`begin;${database.setUp ?? ''}`)
    return await proveIn(plan, database, options.onEvidence)
  } finally {
    await database.exec('rollback').catch(() => undefined)
    if (options.database === undefined) await database.close()
  }
}

const timing = (label: string) =>
  process.env.TIMING && console.log(label, Math.round(performance.now()), Math.round(process.cpuUsage().user / 1000))
async function proveIn({ schema }: Plan, database: Database, onEvidence?: (evidence: Evidence) => void): Promise<Proof> {
  const attempts: Attempt[] = []
  const notChecked: NotChecked[] = []
  const engine = { kind: database.kind, version: database.version }
  const facts = factsOf(schema)
  const people = peopleOf(facts)
  const actors = actorsOf(facts, people)
  const described = actors.map(({ name, description }) => ({ name, description }))

  const session = await openSession(database)
  timing('opened')
  const before = await objectsOf(session)
  attempts.push(...(await applies(session, schema)))
  timing('applied')
  if (attempts.some((one) => !one.passed)) {
    notChecked.push({ check: 'everything else', object: 'migration', why: 'the migration does not apply' })
    return { engine, attempts, notChecked, actors: described, observed: [] }
  }
  attempts.push(...(await guarded('reads back', () => readsBack(session, schema))))
  attempts.push(...(await guarded('reverts', () => reverts(session, schema, before))))

  timing('reverted')
  if (onEvidence !== undefined) for (const statement of identitiesApart(schema)) await session.exec(statement)
  const world = await makeWorld(session, facts, people)
  for (const { table, why } of world.missing) notChecked.push({ check: 'rows', object: table.replace(/^public\./, ''), why })
  timing('world')
  const rowsOf = (table: string) => world.rows.get(table) ?? []
  const expectation = expectationFrom({ facts, rows: rowsOf })
  const stage: Stage = { facts, actors, world, expectation, rowsOf }

  const rejects = rejectProbes(stage)
  notChecked.push(...rejects.notChecked, ...untriedRules(stage))
  const tried = await runProbes(session, [
    ...acceptProbes(stage),
    ...rejects.probes,
    ...accessProbes(stage),
    ...attackProbes(stage),
    ...ledColumnProbes(facts),
    ...usedIndexProbes(stage),
  ])
  onEvidence?.({ stage, tried })
  for (const { probe, verdict } of tried) {
    if (verdict.passed || verdict.undecided === undefined) attempts.push(attemptOf(probe, verdict))
    else notChecked.push({ check: probe.check, object: probe.object, why: verdict.undecided })
  }
  timing('access')
  attempts.push(...prefixAttempts(facts), ...(await perRowAttempts(facts)))
  const passed = tried.filter(({ verdict }) => verdict.passed).map(({ probe }) => probe)
  const mutations = await runMutations(session, stage, passed)
  attempts.push(...mutations.attempts)
  notChecked.push(...mutations.notChecked)
  timing('mutations')
  return { engine, attempts, notChecked, actors: described, observed: observationsOf(stage, tried) }
}

/** A check that stumbles over something unforeseen has failed; the others go on. */
async function guarded(check: string, run: () => Promise<readonly Attempt[]>): Promise<readonly Attempt[]> {
  try {
    return await run()
  } catch (error) {
    return [
      attempt(check, 'migration', 'run the check', 'an answer', error instanceof Error ? error.message : String(error), false),
    ]
  }
}
