import type { Outcome } from '../diagnostic/diagnostic.ts'
import { orderSchema } from '../schema/order-schema.ts'
import type { Plan } from '../schema/plan.ts'
import { compileAccess } from './access/compile-access.ts'
import { addAccessRules, type RulesDraft } from './access-rules/add-access-rules.ts'
import { forgetFounders } from './access-rules/founders.ts'
import { addRoles } from './accounts/add-roles.ts'
import { addConditions } from './constraints/add-conditions.ts'
import { addExclusions } from './constraints/add-exclusions.ts'
import { addPairUniques } from './constraints/add-pair-uniques.ts'
import { addRowLimits } from './constraints/add-row-limits.ts'
import { addUniques } from './constraints/add-uniques.ts'
import { addNames } from './conventions/add-names.ts'
import { addSoftDeletion } from './conventions/add-soft-deletion.ts'
import { addStamps } from './conventions/add-stamps.ts'
import { addUpdateTriggers } from './conventions/add-update-triggers.ts'
import type { Draft } from './draft.ts'
import { finish } from './finish.ts'
import { loadFragments } from './fragments.ts'
import { addIndexes } from './indexes/add-indexes.ts'
import { addSearchIndexes } from './indexes/add-search-indexes.ts'
import { addKeys } from './keys/add-keys.ts'
import { matchReferenceTypes } from './keys/match-reference-types.ts'
import { addOpenQuestions } from './notes/open-questions.ts'
import { addJoinTables } from './relations/add-join-tables.ts'
import { addNamedLinks } from './relations/add-named-links.ts'
import { addOwners } from './relations/add-owners.ts'
import { addAttributeColumns } from './relations/attribute-columns.ts'
import { breakCycles } from './relations/break-cycles.ts'
import { keepOneOwner } from './relations/keep-one-owner.ts'
import { leadToProfile } from './relations/lead-to-profile.ts'
import { addRelationshipColumns } from './relations/relationship-columns.ts'
import { settleDeleteActions } from './relations/settle-delete-actions.ts'
import { type DesignInput, startDraft } from './start-draft.ts'
import { settleTimes } from './types/settle-times.ts'

/** The rules in the order they work: each finds what the ones before it made. */
const passes: readonly ((draft: Draft) => Draft)[] = [
  addAttributeColumns,
  settleTimes,
  addRoles,
  addRelationshipColumns,
  addNamedLinks,
  addJoinTables,
  breakCycles,
  addOwners,
  addKeys,
  matchReferenceTypes,
  settleDeleteActions,
  addStamps,
  addSoftDeletion,
  addNames,
  addPairUniques,
  addUniques,
  addConditions,
  addExclusions,
  keepOneOwner,
  addIndexes,
  addSearchIndexes,
  addUpdateTriggers,
  addRowLimits,
  forgetFounders,
  addOpenQuestions,
]

/**
 * Designs the schema that the claims ask for: tables, columns, keys, constraints, indexes, access rules with everything compiled from them, and the
 * notes that say what was decided, supposed and left out. The same claims give the same plan.
 *
 * @returns the plan, with a warning where the claims name nothing to keep. It does not fail on claims that contradict each other: the stronger
 * one holds and the plan says so.
 * @throws only if the SQL parser cannot be loaded.
 */
export async function design(input: DesignInput): Promise<Outcome<Plan>> {
  const plan = finish(await draftSchema(input))
  return {
    value: { ...plan, schema: orderSchema(compileAccess(plan.schema)) },
    diagnostics:
      plan.schema.tables.length > 0
        ? []
        : [
            {
              code: 'design/nothing-to-keep',
              severity: 'warning',
              message: 'The documents name nothing to keep in a database.',
              help: 'Say in the PRD or the notes which things the product stores, and what is known of each.',
            },
          ],
  }
}

/**
 * What the claims ask for before it is finished: every part still knows the claims behind it, in their order of strength.
 *
 * @throws only if the SQL parser cannot be loaded.
 */
export async function draftSchema(input: DesignInput): Promise<RulesDraft> {
  const fragments = await loadFragments()
  return leadToProfile(addAccessRules(passes.reduce((current, pass) => pass(current), startDraft(input, fragments))))
}
