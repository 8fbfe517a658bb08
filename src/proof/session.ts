import type { Database } from '../postgres/database.ts'
import { literal } from '../sql/quote.ts'
import type { Row, Step, StepOutcome } from './probe.ts'
import { runnerSql } from './runner-sql.ts'
import { tryInBatches } from './try-in-batches.ts'

/** What a run of steps came to, or that PostgreSQL stopped answering. */
export type StepsOutcome = readonly StepOutcome[] | 'no answer'

/** Lists of steps that need the same statements run before them. */
export interface Group {
  readonly setup?: readonly string[]
  readonly lists: readonly (readonly Step[])[]
}

export interface Session {
  readonly database: Database
  readonly exec: (sql: string) => Promise<void>
  readonly rows: (sql: string) => Promise<readonly Row[]>
  /** Runs each list of steps in a subtransaction of its own, all of a group behind its setup; everything is rolled back. In one round trip. */
  readonly attempt: (groups: readonly Group[]) => Promise<readonly (readonly StepsOutcome[])[]>
  /** As `attempt`, in as many round trips as it takes. */
  readonly tryAll: (groups: readonly Group[]) => Promise<readonly (readonly StepsOutcome[])[]>
  /** Runs each step in a subtransaction of its own; what succeeds stays. */
  readonly keepAll: (steps: readonly Step[]) => Promise<readonly StepOutcome[]>
  /** Runs `work` and undoes all it did, even if it failed. */
  readonly undone: <T>(work: () => Promise<T>) => Promise<T>
}

export async function openSession(database: Database): Promise<Session> {
  let depth = 0
  const session: Session = {
    database,
    exec: (sql) => database.exec(sql),
    rows: (sql) => database.query(sql),
    attempt: run,
    tryAll: (groups) => tryInBatches(groups, session),
    keepAll: async (steps) => {
      const [outcomes] = await run([{ lists: steps.map((step) => [step]), keep: true }])
      return steps.map((_, at) => {
        const outcome = outcomes?.[at]
        return outcome === undefined || outcome === 'no answer' ? noAnswer : (outcome[0] ?? noAnswer)
      })
    },
    undone: async (work) => {
      depth += 1
      const name = `undone_${depth}`
      await database.exec(`savepoint ${name}`)
      try {
        return await work()
      } finally {
        depth -= 1
        await database.exec(`rollback to savepoint ${name}; release savepoint ${name}`)
      }
    },
  }
  // Without this a policy that recurses through a function can end the embedded PostgreSQL without an error.
  await database.exec(`set max_stack_depth = '100kB'`).catch(() => undefined)
  await database.exec(runnerSql)
  return session

  async function run(groups: readonly (Group & { readonly keep?: boolean })[]): Promise<readonly (readonly StepsOutcome[])[]> {
    const asJson = groups.map(({ setup = [], lists, keep }) => ({
      ...(setup.length === 0 ? {} : { setup }),
      ...(keep ? { keep } : {}),
      lists: lists.map((list) => list.map(stepJson)),
    }))
    // As text: values would be taken apart and put together again on their way between threads.
    const answers = await database.query(
      `select outcomes::text as outcomes from pg_temp.dbplan_run(${literal(JSON.stringify(asJson))}::jsonb) as outcomes`,
    )
    let next = 0
    return groups.map(({ lists }) =>
      lists.map(() => {
        const answer = answers[next]?.outcomes
        next += 1
        return typeof answer === 'string' ? (JSON.parse(answer) as readonly RawOutcome[]).map(cleanOutcome) : 'no answer'
      }),
    )
  }
}

interface RawOutcome {
  readonly state?: string
  readonly message?: string
  readonly constraint?: string
  readonly count?: number
  readonly rows?: readonly Row[]
}

const noAnswer: StepOutcome = { state: 'XX000', message: 'no answer', count: 0, rows: [] }

function cleanOutcome(raw: RawOutcome): StepOutcome {
  return {
    ...(raw.state === undefined ? {} : { state: raw.state }),
    ...(raw.message === undefined ? {} : { message: raw.message }),
    ...(raw.constraint === undefined || raw.constraint === '' ? {} : { constraint: raw.constraint }),
    count: raw.count ?? 0,
    rows: raw.rows ?? [],
  }
}

function stepJson(step: Step): Record<string, unknown> {
  return {
    sql: step.sql,
    ...(step.as === undefined ? {} : { role: step.as.role, settings: Object.entries(step.as.settings) }),
    ...(step.rows ? { rows: true } : {}),
    ...(step.settle ? { settle: true } : {}),
    ...(step.before === undefined || step.before.length === 0 ? {} : { before: step.before }),
    ...(step.undo ? { undo: true } : {}),
    ...(step.until === undefined ? {} : { until: step.until }),
  }
}
