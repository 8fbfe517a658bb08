import type { Database } from '../postgres/database.ts'
import { literal } from '../sql/quote.ts'
import type { Probe, Row, Step, StepOutcome } from './probe.ts'

/**
 * Runs one list of steps inside a subtransaction that is rolled back, and reports each. One call runs any number of probes, which
 * makes a probe cost microseconds rather than round trips. Roles change by set_config inside the subtransaction, so the rollback restores
 * them too. Lives in pg_temp: the catalog that is read back never sees it.
 */
const runner = `
create or replace function pg_temp.run_steps(steps jsonb) returns jsonb language plpgsql as $runner$
declare
  step jsonb;
  statement text;
  outcomes jsonb := '[]';
  outcome jsonb;
  returned jsonb;
  affected bigint;
  setting record;
  error_state text;
  error_message text;
  error_constraint text;
begin
  begin
    for step in select value from pg_catalog.jsonb_array_elements(steps) loop
      begin
        if step ? 'before' then
          perform pg_catalog.set_config('session_replication_role', 'replica', true);
          for statement in select value from pg_catalog.jsonb_array_elements_text(step -> 'before') loop
            execute statement;
          end loop;
          perform pg_catalog.set_config('session_replication_role', 'origin', true);
        end if;
        if step ? 'bare' then perform pg_catalog.set_config('session_replication_role', 'replica', true); end if;
        for setting in select key, value from pg_catalog.jsonb_each_text(coalesce(step -> 'settings', '{}')) loop
          perform pg_catalog.set_config(setting.key, setting.value, true);
        end loop;
        if step ? 'role' then perform pg_catalog.set_config('role', step ->> 'role', true); end if;
        returned := '[]';
        if step ? 'rows' then
          execute 'with returned as (' || (step ->> 'sql') || ') select coalesce(pg_catalog.jsonb_agg(pg_catalog.to_jsonb(returned)), ''[]'') from returned'
            into returned;
          affected := pg_catalog.jsonb_array_length(returned);
        else
          execute step ->> 'sql';
          get diagnostics affected = row_count;
        end if;
        if step ? 'settle' then
          set constraints all immediate;
          set constraints all deferred;
        end if;
        perform pg_catalog.set_config('role', 'none', true);
        for setting in select key from pg_catalog.jsonb_object_keys(coalesce(step -> 'settings', '{}')) as key loop
          perform pg_catalog.set_config(setting.key, '', true);
        end loop;
        if step ? 'bare' then perform pg_catalog.set_config('session_replication_role', 'origin', true); end if;
        outcome := pg_catalog.jsonb_build_object('count', affected, 'rows', returned);
        if step ? 'undo' then raise exception using errcode = 'DBPLU'; end if;
      exception when sqlstate 'DBPLU' then null; when others then
        get stacked diagnostics error_state = returned_sqlstate, error_message = message_text, error_constraint = constraint_name;
        outcome := pg_catalog.jsonb_build_object('state', error_state, 'message', error_message, 'constraint', error_constraint);
      end;
      outcomes := outcomes || outcome;
    end loop;
    if not steps @> '[{"keep": true}]' then raise exception using errcode = 'DBPLN'; end if;
  exception when sqlstate 'DBPLN' then null;
  end;
  return outcomes;
end
$runner$`

/** Runs many lists of steps behind statements that all of them need, and takes those back as well. */
const batchRunner = `
create or replace function pg_temp.run_lists(setup jsonb, lists jsonb) returns jsonb language plpgsql as $runner$
declare
  list jsonb;
  statement text;
  outcomes jsonb := '[]';
  error_state text;
  error_message text;
begin
  begin
    for statement in select value from pg_catalog.jsonb_array_elements_text(setup) loop
      execute statement;
    end loop;
    for list in select value from pg_catalog.jsonb_array_elements(lists) loop
      outcomes := outcomes || pg_catalog.jsonb_build_array(pg_temp.run_steps(list));
    end loop;
    if pg_catalog.jsonb_array_length(setup) > 0 then raise exception using errcode = 'DBPLN'; end if;
  exception
    when sqlstate 'DBPLN' then null;
    when others then
      -- The preparation failed: so did everything that needed it.
      get stacked diagnostics error_state = returned_sqlstate, error_message = message_text;
      select pg_catalog.jsonb_agg(
        (select coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('state', error_state, 'message', error_message)), '[]')
         from pg_catalog.jsonb_array_elements(one.value)))
      into outcomes from pg_catalog.jsonb_array_elements(lists) as one;
  end;
  return outcomes;
end
$runner$`

/** What a run of steps came to, or that PostgreSQL stopped answering. */
export type StepsOutcome = readonly StepOutcome[] | 'no answer'

export interface Session {
  readonly database: Database
  readonly exec: (sql: string) => Promise<void>
  readonly rows: (sql: string) => Promise<readonly Row[]>
  /** Runs each list of steps in a subtransaction of its own, all behind the statements of `setup`; everything is rolled back. */
  readonly tryAll: (lists: readonly (readonly Step[])[], setup?: readonly string[]) => Promise<readonly StepsOutcome[]>
  /** Runs each step in a subtransaction of its own; what succeeds stays. */
  readonly keepAll: (steps: readonly Step[]) => Promise<readonly StepOutcome[]>
  /** Runs `work` and undoes all it did, even if it failed. */
  readonly undone: <T>(work: () => Promise<T>) => Promise<T>
}

const atOnce = 100

export async function openSession(database: Database): Promise<Session> {
  let depth = 0
  const session: Session = {
    database,
    exec: (sql) => database.exec(sql),
    rows: (sql) => database.query(sql),
    tryAll: async (lists, setup = []) => {
      const outcomes: StepsOutcome[] = []
      for (let from = 0; from < lists.length; from += atOnce) {
        outcomes.push(...(await run(lists.slice(from, from + atOnce), setup)))
      }
      return outcomes
    },
    keepAll: async (steps) => {
      const outcomes = await run(steps.map((step) => [{ ...step, keep: true }]))
      return outcomes.map((outcome) => (outcome === 'no answer' ? noAnswer : (outcome[0] ?? noAnswer)))
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
  await prepare()
  return session

  async function prepare(): Promise<void> {
    // Without this a policy that recurses through a function can end the embedded PostgreSQL without an error.
    await database.exec(`set max_stack_depth = '100kB'`).catch(() => undefined)
    await database.exec(`${runner};${batchRunner}`)
  }

  async function run(
    lists: readonly (readonly (Step & { readonly keep?: boolean })[])[],
    setup: readonly string[] = [],
  ): Promise<readonly StepsOutcome[]> {
    const asJson = (value: unknown) => `${literal(JSON.stringify(value))}::jsonb`
    const steps = lists.map((list) => list.map(stepJson))
    const [answer] = await database.query(`select pg_temp.run_lists(${asJson(setup)}, ${asJson(steps)}) as outcomes`)
    const outcomes = answer?.outcomes as readonly (readonly RawOutcome[])[] | undefined
    return lists.map((_, at) => outcomes?.[at]?.map(cleanOutcome) ?? 'no answer')
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

function stepJson(step: Step & { readonly keep?: boolean }): Record<string, unknown> {
  return {
    sql: step.sql,
    ...(step.as === undefined ? {} : { role: step.as.role, settings: step.as.settings }),
    ...(step.rows ? { rows: true } : {}),
    ...(step.settle ? { settle: true } : {}),
    ...(step.bare ? { bare: true } : {}),
    ...(step.before === undefined ? {} : { before: step.before }),
    ...(step.undo ? { undo: true } : {}),
    ...(step.keep ? { keep: true } : {}),
  }
}

/** Runs probes and judges them, those with a setup in common together. A probe that PostgreSQL did not answer has failed. */
export async function runProbes(session: Session, probes: readonly Probe[]) {
  const answers = new Map<Probe, StepsOutcome>()
  const bySetup = groupBySetup(probes)
  for (const group of bySetup.values()) {
    const outcomes = await session.tryAll(
      group.map((probe) => probe.steps),
      group[0]?.setup,
    )
    group.forEach((probe, at) => {
      answers.set(probe, outcomes[at] ?? 'no answer')
    })
  }
  return probes.map((probe) => {
    const outcome = answers.get(probe) ?? 'no answer'
    const verdict = outcome === 'no answer' ? { observed: 'PostgreSQL stopped answering', passed: false } : probe.judge(outcome)
    return { probe, verdict, outcomes: outcome === 'no answer' ? [] : outcome }
  })
}

function groupBySetup(probes: readonly Probe[]): ReadonlyMap<string, readonly Probe[]> {
  const groups = new Map<string, Probe[]>()
  for (const probe of probes) {
    const key = (probe.setup ?? []).join(';')
    groups.set(key, [...(groups.get(key) ?? []), probe])
  }
  return groups
}
