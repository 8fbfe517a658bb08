import { identifier, literal, qualified } from '../../sql/quote.ts'
import { signatureOf } from '../attacks/signature.ts'
import type { Actor } from '../people/actors.ts'
import type { Probe } from '../probe.ts'
import { nameOf } from '../rows/facts.ts'
import type { Stage } from './stage.ts'

interface Held {
  readonly object: string
  readonly kind: 'function' | 'schema' | 'view'
  readonly privilege: 'execute' | 'usage' | 'select'
  readonly is: { readonly schema: string; readonly name: string }
  /** The function that asks PostgreSQL, and how it takes the object. */
  readonly asks: 'has_function_privilege' | 'has_schema_privilege' | 'has_table_privilege'
  readonly target: string
}

/**
 * Who may run a function, look into a schema and read a view is what the plan's grants say: everybody may run a new function, and platforms grant
 * more by default, so what no grant gives must be known to be refused.
 */
export function privilegeProbes(stage: Stage): readonly Probe[] {
  const { schema } = stage.facts
  const touches = schema.tables.map(nameOf)
  return heldObjects(stage).flatMap((held) =>
    oneOfEach(stage.actors).map((actor): Probe => {
      const { role } = actor.identity
      const given = schema.grants.some(
        (grant) =>
          grant.object.kind === held.kind &&
          grant.object.schema === held.is.schema &&
          grant.object.name === held.is.name &&
          (grant.role === role || grant.role === 'public') &&
          grant.privileges.some((one) => one.privilege === held.privilege && one.columns === undefined),
      )
      const expected = given ? 'held' : 'not held'
      return {
        check: 'privileges',
        object: held.object,
        tried: held.privilege,
        actor: actor.name,
        expected,
        touches,
        steps: [
          {
            sql: `select 1 where ${held.asks}(${literal(role)}, ${literal(held.target)}, ${literal(held.privilege)})`,
            rows: true,
          },
        ],
        judge: ([outcome]) => {
          const observed = outcome?.state ?? (outcome?.count === 1 ? 'held' : 'not held')
          return { observed, passed: observed === expected }
        },
      }
    }),
  )
}

/** The functions that clients could call by name: those beside the tables, which the platform's interface shows. */
export function callable(stage: Stage): readonly { readonly object: string; readonly shown: string }[] {
  const exposed = new Set(stage.facts.schema.tables.map((table) => table.schema))
  return stage.facts.schema.routines
    .filter((routine) => routine.returns !== 'trigger' && exposed.has(routine.schema))
    .map((routine) => ({ object: `${routine.schema}.${signatureOf(routine)}`, shown: `${routine.name}()` }))
}

function heldObjects({ facts: { schema } }: Stage): readonly Held[] {
  return [
    ...schema.namespaces.map(
      ({ name }): Held => ({
        object: name,
        kind: 'schema',
        privilege: 'usage',
        is: { schema: name, name: '' },
        asks: 'has_schema_privilege',
        target: name,
      }),
    ),
    ...schema.routines
      .filter((routine) => routine.returns !== 'trigger')
      .map((routine): Held => {
        const signature = signatureOf(routine)
        return {
          object: `${routine.schema}.${signature}`,
          kind: 'function',
          privilege: 'execute',
          is: { schema: routine.schema, name: signature },
          asks: 'has_function_privilege',
          target: `${qualified(routine.schema, routine.name)}${signature.slice(routine.name.length)}`,
        }
      }),
    ...schema.views.map(
      (view): Held => ({
        object: view.name,
        kind: 'view',
        privilege: 'select',
        is: view,
        asks: 'has_table_privilege',
        target: `${identifier(view.schema)}.${identifier(view.name)}`,
      }),
    ),
  ]
}

/** A visitor, somebody who is signed in, the backend: privileges are held by their roles. */
function oneOfEach(actors: readonly Actor[]): readonly Actor[] {
  return actors.filter((actor, at) => actors.findIndex((other) => other.kind === actor.kind) === at)
}
