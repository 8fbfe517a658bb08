import type { Claim } from '../claim/claim.ts'
import { type Platform, traitsOf } from '../schema/platform.ts'
import { groupsOfMembers } from './accounts/groups-of-members.ts'
import { nameMembers } from './accounts/name-members.ts'
import { rolesOfMembers } from './accounts/roles-of-members.ts'
import { settleAccounts } from './accounts/settle-accounts.ts'
import { strongest } from './claim-order.ts'
import { readLists } from './constraints/read-lists.ts'
import type { Draft, DraftTable } from './draft.ts'
import type { Fragments } from './fragments.ts'
import { gatherFacts } from './identity/gather-facts.ts'
import { tableName } from './naming/table-name.ts'
import { oneLine } from './notes/one-line.ts'
import { emptyTable } from './relations/empty-table.ts'
import { chooseTables } from './tables/choose-tables.ts'
import { withColumnsOfAll } from './tables/columns-of-all.ts'

export interface DesignInput {
  readonly title: string
  readonly platform: Platform
  readonly claims: readonly Claim[]
}

/** The first draft: which entities there are, which of them are tables, and where accounts are kept. Tables have names and nothing else yet. */
export function startDraft({ title, platform, claims }: DesignInput, fragments: Fragments): Draft {
  const traits = traitsOf(platform)
  const facts = gatherFacts(rolesOfMembers(nameMembers(groupsOfMembers(readLists(claims, fragments)))))
  const choice = chooseTables(facts)
  const settled = settleAccounts(facts, choice.tables, choice.session, traits, platform)
  const taken = new Set<string>()
  const tables = settled.tables.map((chosen): DraftTable => {
    let name = chosen.name ?? tableName(chosen.facts)
    for (let number = 2; taken.has(name); number++) name = `${chosen.name ?? tableName(chosen.facts)}_${number}`
    taken.add(name)
    const described = strongest(chosen.facts.entities.filter((claim) => claim.description !== undefined))?.description
    return {
      ...emptyTable(chosen.facts.key, name, chosen.why),
      facts: withColumnsOfAll(chosen.facts, facts),
      part: chosen.part,
      ...(described === undefined ? {} : { comment: oneLine(described) }),
    }
  })
  return {
    title,
    platform,
    traits,
    fragments,
    facts,
    session: choice.session,
    accounts: settled.accounts,
    tables,
    enums: [],
    routines: [],
    access: { groups: [], rules: [] },
    questions: settled.questions,
    decisions: [],
    conflicts: [],
    leftOut: choice.leftOut,
  }
}
