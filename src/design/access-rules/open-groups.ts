import { singularise } from '../../schema/inflect.ts'
import type { DraftTable, Question } from '../draft.ts'
import { supposed } from '../why.ts'
import type { DraftRule } from './add-access-rules.ts'
import type { FoundGroup } from './groups.ts'

/**
 * What nobody is said to do, and without which a group stays empty: founding one, and putting people into it. Until somebody says who, the backend alone does.
 */
export function openGroupQuestion(
  table: DraftTable,
  rules: readonly DraftRule[],
  groups: readonly FoundGroup[],
): Question | undefined {
  const ask = (id: string, text: string): Question => ({ id: `${table.name}/${id}`, topic: 'access', text, why: supposed })
  const adds = rules.some((rule) => rule.may.some(({ operation }) => operation === 'insert'))
  const founded = groups.find((found) => found.key === table.key)
  if (founded !== undefined && !adds)
    return ask('founders', `The backend alone adds \`${table.name}\`: no document says who founds a ${spoken(founded)}.`)
  const joined = groups.find((found) => found.membership.key === table.key)
  if (joined === undefined) return undefined
  if (table.part === 'profile' || table.part === 'accounts')
    return ask(
      'joins',
      `The backend alone says to which ${spoken(joined)} a person belongs: no document says who puts people in one.`,
    )
  return adds
    ? undefined
    : ask('joins', `The backend alone puts people into a ${spoken(joined)}: no document says who may let them in.`)
}

function spoken({ key }: FoundGroup): string {
  return singularise(key).replaceAll('_', ' ')
}
