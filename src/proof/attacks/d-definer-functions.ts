import { identifier, literal, qualified } from '../../sql/quote.ts'
import { describeOutcome, type Probe, type Step } from '../probe.ts'
import { idValue } from '../rows/choose-parents.ts'
import { nameOf } from '../rows/facts.ts'
import { type Attack, stranger } from './attack.ts'
import { signatureOf } from './signature.ts'

/** d: definer functions: one with a name that the caller can shadow, or that the caller may run without having been given it. */
export const definerFunctions: Attack = (stage) => {
  const actor = stranger(stage)
  const anonymous = stage.actors.find((one) => one.kind === 'anonymous')
  const { schema, traits } = stage.facts
  const touches = schema.tables.map(nameOf)
  const definers = schema.routines.filter((routine) => routine.security === 'definer')
  const probes: Probe[] = []
  for (const routine of definers) {
    const name = `${routine.schema}.${routine.name}()`
    const signature = signatureOf(routine)
    const granted = (role: string) =>
      schema.grants.some(
        (grant) =>
          grant.object.kind === 'function' &&
          grant.object.schema === routine.schema &&
          grant.object.name === signature &&
          (grant.role === role || grant.role === 'public'),
      )
    probes.push({
      check: 'attack d',
      object: name,
      tried: 'shadow a name that it uses: its search path',
      expected: 'a fixed path without a schema that others write to',
      touches,
      steps: [
        {
          sql: `select coalesce((select option from unnest(p.proconfig) as option where option like 'search_path=%'), 'none') as path from pg_proc as p where p.oid = ${literal(`${qualified(routine.schema, routine.name)}(${inputs(signature)})`)}::regprocedure`,
          rows: true,
        },
        {
          sql: `select n.nspname as schema from pg_namespace as n where ${[traits.anonymous, traits.signedIn]
            .map((role) => `has_schema_privilege(${literal(role)}, n.oid, 'create')`)
            .join(' or ')}`,
          rows: true,
        },
      ],
      judge: ([outcome, open]) => {
        const writable = (name: string) => open?.rows.some((row) => row.schema === name) ?? true
        const path = String(outcome?.rows[0]?.path ?? 'none')
        const names = path
          .replace('search_path=', '')
          .split(',')
          .map((one) => one.trim().replaceAll('"', ''))
        const others = names.filter((one) => one !== '' && one !== 'pg_catalog' && one !== 'pg_temp')
        // Temporary tables come first unless the path names them last (CREATE FUNCTION, "Writing SECURITY DEFINER Functions Safely").
        const guarded = others.length === 0 || (names.at(-1) === 'pg_temp' && others.every((one) => !writable(one)))
        const fixed = path !== 'none' && guarded
        return { observed: path, passed: outcome?.state === undefined && fixed }
      },
    })
    for (const role of [traits.anonymous, traits.signedIn]) {
      if (granted(role)) continue
      probes.push({
        check: 'attack d',
        object: name,
        tried: `run it as ${role}`,
        expected: 'refused (42501)',
        touches,
        steps: [
          {
            sql: `select 1 where has_function_privilege(${literal(role)}, ${literal(`${qualified(routine.schema, routine.name)}(${inputs(signature)})`)}, 'execute')`,
            rows: true,
          },
        ],
        judge: ([outcome]) => ({
          observed:
            outcome?.count === 0 ? 'refused (42501)' : outcome?.state === undefined ? 'may run it' : describeOutcome(outcome),
          passed: outcome?.state === undefined && outcome?.count === 0,
        }),
      })
    }
    if (
      actor !== undefined &&
      anonymous !== undefined &&
      routine.arguments.trim() === '' &&
      granted(traits.signedIn) &&
      routine.returns !== 'trigger'
    ) {
      probes.push(shadowProbe(routine.schema, routine.name))
    }
  }
  return probes

  /** The stranger makes temporary tables of the same names in which everything is theirs, and calls the function before and after. */
  function shadowProbe(namespace: string, routine: string): Probe {
    const call: Step = {
      sql: `select coalesce(string_agg(answer::text, ',' order by answer::text), 'nothing') as answer from ${qualified(namespace, routine)}() as answer`,
      rows: true,
      ...(actor === undefined ? {} : { as: actor.identity }),
    }
    const usage: Step = { sql: `grant usage on schema ${identifier(namespace)} to ${identifier(traits.signedIn)}` }
    return {
      check: 'attack d',
      object: `${namespace}.${routine}()`,
      tried: 'put temporary tables of the same names in its way',
      ...(actor === undefined ? {} : { actor: actor.name }),
      expected: 'the same answer',
      touches,
      steps: [usage, call, ...shadows(), call],
      judge: (outcomes) => {
        const before = outcomes[1]
        const after = outcomes.at(-1)
        const same =
          before?.state === undefined && after?.state === undefined && before?.rows[0]?.answer === after?.rows[0]?.answer
        return {
          observed: same
            ? 'the same answer'
            : `${before?.rows[0]?.answer ?? before?.state}, then ${after?.rows[0]?.answer ?? after?.state}`,
          passed: same,
        }
      },
    }
  }

  function shadows(): readonly Step[] {
    return schema.tables.flatMap((table): readonly Step[] => {
      const [made] = stage.world.made.get(nameOf(table)) ?? []
      if (made === undefined || actor?.person === undefined) return []
      const id = idValue(stage.facts, actor.person.id)
      const mine = Object.fromEntries(
        Object.entries(made.row).map(([column, value]) => [
          column,
          stage.facts.accountColumns.has(`${nameOf(table)}.${column}`) ? id : value,
        ]),
      )
      const target = qualified(table.schema, table.name)
      return [
        {
          sql: `create temp table ${identifier(table.name)} as select given.* from jsonb_populate_record(null::${target}, ${literal(JSON.stringify(mine))}::jsonb) as given`,
        },
        { sql: `grant select on pg_temp.${identifier(table.name)} to public` },
      ]
    })
  }
}

const inputs = (signature: string) => signature.slice(signature.indexOf('(') + 1, -1)
