import type { Database } from '../postgres/database.ts'
import { type Engines, openEngines } from '../postgres/embedded.ts'
import type { Plan } from '../schema/plan.ts'
import type { Schema } from '../schema/schema.ts'
import { attackProbes } from './attacks/attacks.ts'
import { narrowedColumns, untriedRules } from './attacks/g-needed-operations.ts'
import { attempt, attemptOf } from './attempt.ts'
import { acceptProbes } from './checks/accepts.ts'
import { accessProbes } from './checks/access.ts'
import { applies } from './checks/applies.ts'
import { privilegeProbes } from './checks/privileges.ts'
import { rejectProbes } from './checks/rejects.ts'
import { objectsOf } from './checks/reverts.ts'
import { rowLimitProbes } from './checks/row-limits.ts'
import { shapeAttempts, shapeElsewhere, shapeFromEmpty } from './checks/shape.ts'
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
import { shareWith } from './share.ts'
import { withoutRefused } from './without-refused.ts'

export interface ProveOptions {
  /** A scratch database to prove in; it is left as it was. Default: the embedded PostgreSQL, started and closed. */
  readonly database?: Database
  /** How many embedded engines may share the work, each in a thread of its own. Default: two, where there are two processors. */
  readonly engines?: number
  /** Told what was tried and what stood there, for those who make more of it than the proof. */
  readonly onEvidence?: (evidence: Evidence) => void
  /** Whether the schema is taken apart piece by piece to see what no attempt would miss. Default: true. */
  readonly mutations?: boolean
  /** Whether what PostgreSQL refuses to make is left out, and the rest tried: for a plan that others wrote. Default: false. */
  readonly leaveOutRefused?: boolean
}

/**
 * Shows a plan to a real PostgreSQL: applies it, reads it back, takes it away again, fills it with rows and tries what every actor may and may
 * not do. A check that fails is a failed attempt; this throws only where there is no database to ask.
 *
 * In a database that is handed in, everything happens in one transaction that is rolled back. Without, the embedded PostgreSQL is started and
 * closed again: twice where there are two processors, and the two share the work.
 */
export async function prove(plan: Plan, options: ProveOptions = {}): Promise<Proof> {
  const { schema } = plan
  const { database } = options
  if (database !== undefined) {
    try {
      await database.exec(`begin;${database.setUp ?? ''}`)
      return await proveIn(plan, { first: database }, options)
    } finally {
      await database.exec('rollback').catch(() => undefined)
    }
  }
  const engines = await openEngines(schema.platform, {
    extensions: schema.extensions.map((extension) => extension.name),
    ...(options.engines === undefined ? {} : { most: options.engines }),
  })
  try {
    await engines.first.exec('begin')
    return await proveIn(plan, { first: engines.first, own: engines }, options)
  } finally {
    await engines.close()
  }
}

/** What a proof stands on: a database that was handed in, or engines of its own. */
interface Ground {
  readonly first: Database
  readonly own?: Engines
}

async function proveIn({ schema }: Plan, ground: Ground, options: ProveOptions): Promise<Proof> {
  return proveSchema(schema, await openSession(ground.first), ground, options)
}

async function proveSchema(
  schema: Schema,
  session: Session,
  { first: database, own }: Ground,
  options: ProveOptions,
): Promise<Proof> {
  const second = own?.second
  const engine = { kind: database.kind, version: database.version }
  const facts = factsOf(schema)
  const people = peopleOf(facts)
  const actors = actorsOf(facts, people)
  const described = actors.map(({ name, description }) => ({ name, description }))

  const before = second === undefined ? await objectsOf(session) : undefined
  // An engine that fails here is done without.
  const beside = second
    ?.then((engine) => (engine === undefined ? undefined : shapeFromEmpty(engine, schema)))
    .catch(() => undefined)
  const applied = await applies(session, schema)
  if (applied.some((one) => !one.passed)) {
    const accepted = options.leaveOutRefused === true ? await withoutRefused(session, schema) : undefined
    if (accepted !== undefined) {
      await beside
      const rest = await proveSchema(accepted.schema, session, { first: database }, { ...options, leaveOutRefused: false })
      const refused = accepted.refused.map(({ object, sql, why }) => attempt('applies', object, sql, 'success', why, false))
      return { ...rest, attempts: [...refused, ...rest.attempts] }
    }
    const why = 'the migration does not apply'
    const notChecked = [{ check: 'everything else', object: 'migration', why }]
    return { engine, attempts: applied, notChecked, actors: described, observed: [] }
  }
  const shape = before === undefined ? undefined : await shapeAttempts(session, schema, before)
  const shapeFound = async () => shape ?? (await beside)?.attempts ?? shapeElsewhere(schema)
  const share = async () => (own === undefined ? session : shareWith(session, facts, beside))
  try {
    const tried = await tryEverything(session, facts, people, actors, { ...options, share })
    return {
      engine,
      attempts: [...applied, ...(await shapeFound()), ...tried.attempts],
      notChecked: tried.notChecked,
      actors: described,
      observed: tried.observed,
    }
  } catch (error) {
    // A plan can be such that PostgreSQL gives up on it. That is a finding, and what went before still holds.
    const failed = attempt('rows', 'schema', 'fill the tables and try them', 'an answer', messageOf(error), false)
    return { engine, attempts: [...applied, ...(await shapeFound()), failed], notChecked: [], actors: described, observed: [] }
  }
}

async function tryEverything(
  filling: Session,
  facts: Facts,
  people: readonly Person[],
  actors: readonly Actor[],
  options: ProveOptions & { readonly share: () => Promise<Session> },
): Promise<Pick<Proof, 'attempts' | 'notChecked' | 'observed'>> {
  const attempts: Attempt[] = []
  if (options.onEvidence !== undefined) for (const statement of identitiesApart(facts.schema)) await filling.exec(statement)
  const world = await makeWorld(filling, facts, people)
  const session = world.settled ? await options.share() : filling
  const rowsOf = (table: string) => world.rows.get(table) ?? []
  const expectation = expectationFrom({ facts, rows: rowsOf })
  const stage: Stage = { facts, actors, world, expectation, rowsOf }

  const rejects = rejectProbes(stage)
  const limits = rowLimitProbes(stage)
  const notChecked: NotChecked[] = [
    ...world.missing.map(({ table, why }) => ({ check: 'rows', object: table.replace(/^public\./, ''), why })),
    ...rejects.notChecked,
    ...limits.notChecked,
    ...untriedRules(stage),
    ...narrowedColumns(stage),
  ]
  const tried = await runProbes(session, [
    ...acceptProbes(stage),
    ...rejects.probes,
    ...limits.probes,
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
