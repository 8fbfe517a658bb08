import { type Operation, operations } from '../../schema/access.ts'
import { identifier } from '../../sql/quote.ts'
import { reads } from '../checks/touches.ts'
import type { Actor } from '../people/actors.ts'
import { describeOutcome, type Probe } from '../probe.ts'
import { type Attack, targetName } from './attack.ts'

/** invalid_object_definition for policies that name each other, statement_too_complex for those that call themselves through a function. */
const recursion = new Set(['42P17', '54001'])

/** e: policies that lead back to themselves: every statement of every caller ends in an answer or a refusal. */
export const recursionAttack: Attack = (stage) => {
  const callers = ['anonymous', 'person']
    .map((kind) => stage.actors.find((actor) => actor.kind === kind))
    .filter((actor): actor is Actor => actor !== undefined)
  return stage.facts.schema.tables.map((table): Probe => {
    const target = targetName(table)
    const column = identifier(table.columns.find((one) => one.generated === undefined && one.identity !== 'always')?.name ?? 'id')
    const statements = {
      select: `select 1 from ${target} limit 1`,
      update: `update ${target} set ${column} = ${column}`,
      delete: `delete from ${target}`,
      insert: `insert into ${target} default values`,
    }
    // Where no policy applies, none can lead back.
    const applies = (actor: Actor, operation: Operation) =>
      table.policies.some(
        ({ command, roles }) =>
          (command === operation || command === 'all') && [actor.identity.role, 'public'].some((role) => roles.includes(role)),
      )
    return {
      check: 'attack e',
      object: table.name,
      tried: 'read, change, delete and add, looking for policies that never end',
      expected: 'an answer to each',
      touches: reads(stage.facts, table),
      // With every privilege granted, so that no missing grant hides a policy.
      setup: [stage.facts.traits.anonymous, stage.facts.traits.signedIn].map(
        (role) => `grant all on table ${target} to ${identifier(role)}`,
      ),
      withoutTriggersOn: target,
      steps: callers.flatMap((actor) =>
        operations
          .filter((operation) => applies(actor, operation))
          .map((operation) => ({ sql: statements[operation], as: actor.identity })),
      ),
      judge: (outcomes) => {
        const endless = outcomes.find((outcome) => outcome.state !== undefined && recursion.has(outcome.state))
        return { observed: endless === undefined ? 'an answer to each' : describeOutcome(endless), passed: endless === undefined }
      },
    }
  })
}
