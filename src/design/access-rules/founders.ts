import type { Trigger } from '../../schema/trigger.ts'
import { triggerFunction } from '../../schema/trigger-function.ts'
import { identifier, qualified } from '../../sql/quote.ts'
import type { Draft, DraftColumn, DraftRoutine, DraftTable } from '../draft.ts'
import { ownerColumn } from '../relations/ownership.ts'
import type { Why } from '../why.ts'
import { type FoundGroup, findGroups } from './groups.ts'
import { highest } from './roles-of-operations.ts'

/** The column of a group that names who founded it, where that is nobody's for good: it may be left to those who lead the group. */
export function founderColumn(group: DraftTable | undefined): DraftColumn | undefined {
  const owner = group && ownerColumn(group)
  return owner?.nullable === true ? owner : undefined
}

/**
 * Who founded a group puts themselves in it first, when nobody else can. That right must not outlast their membership, or whom the group's leaders have put out
 * could come back as one of them: when the founder's membership goes, the group forgets who founded it.
 */
export function forgetFounders(draft: Draft): Draft {
  const founded = findGroups(draft).flatMap((found) => {
    const group = draft.tables.find((table) => table.key === found.key)
    const founder = founderColumn(group)
    const led = highest(found.group.roles).length > 0 && isTableOfMembers(found.membership)
    return group === undefined || founder === undefined || !led ? [] : [{ found, group, founder }]
  })
  const made = new Map(
    founded.map(({ found, group, founder }) => [
      found.membership.key,
      forgetting(found, group, founder, draft.traits.helperSchema),
    ]),
  )
  return {
    ...draft,
    routines: [...draft.routines, ...[...made.values()].map(({ routine }) => routine)],
    tables: draft.tables.map((table) => {
      const trigger = made.get(table.key)?.trigger
      return trigger === undefined ? table : { ...table, triggers: [...table.triggers, trigger] }
    }),
  }
}

function isTableOfMembers(table: DraftTable): boolean {
  return table.part !== 'profile' && table.part !== 'accounts'
}

function forgetting(
  { group: { membership } }: FoundGroup,
  group: DraftTable,
  founder: DraftColumn,
  schema: string,
): { readonly routine: DraftRoutine; readonly trigger: Omit<Trigger, 'reasons'> & { readonly why: Why } } {
  const name = `forget_founder_of_${group.name}`.slice(0, 63)
  const { why } = founder
  const [column, user, of] = [founder.name, membership.userColumn, membership.groupColumn].map(identifier)
  const key = identifier(group.primaryKey[0] ?? 'id')
  const body = [
    '',
    'begin',
    `  if tg_op = 'DELETE' or new.${user} is distinct from old.${user} or new.${of} is distinct from old.${of} then`,
    `    update ${qualified('public', group.name)} set ${column} = null where ${key} = old.${of} and ${column} = old.${user};`,
    '  end if;',
    '  return null;',
    'end',
    '',
  ].join('\n')
  const { reasons: _none, ...routine } = triggerFunction({
    schema,
    name,
    body,
    comment: `Who leaves or is put out of one of the ${group.name.replaceAll('_', ' ')} has no more right to come back than others, even if they founded it.`,
    reasons: [],
  })
  return {
    routine: { ...routine, security: 'definer', why },
    trigger: {
      name: 'forget_founder',
      timing: 'after',
      events: [{ kind: 'delete' }, { kind: 'update', columns: [membership.groupColumn, membership.userColumn] }],
      level: 'row',
      function: `${schema}.${name}`,
      purpose: `\`${group.name}.${founder.name}\` is cleared when that membership ends`,
      why,
    },
  }
}
