import type { Rule } from './rule.ts'
import { backendPolicy } from './rules/access-backend-policy.ts'
import { childOfForeignParent } from './rules/access-child-of-foreign-parent.ts'
import { definerSearchPath } from './rules/access-definer-search-path.ts'
import { definerView } from './rules/access-definer-view.ts'
import { exposedAccounts } from './rules/access-exposed-accounts.ts'
import { keptPasswords } from './rules/access-kept-passwords.ts'
import { leftPrivileges } from './rules/access-left-privileges.ts'
import { manyPolicies } from './rules/access-many-policies.ts'
import { missingDelete } from './rules/access-missing-delete.ts'
import { noPolicy } from './rules/access-no-policy.ts'
import { noRole } from './rules/access-no-role.ts'
import { openReading } from './rules/access-open-reading.ts'
import { openWriting } from './rules/access-open-writing.ts'
import { perRowCall } from './rules/access-per-row-call.ts'
import { policyClause } from './rules/access-policy-clause.ts'
import { policyRecursion } from './rules/access-policy-recursion.ts'
import { raiseOneself } from './rules/access-raise-oneself.ts'
import { rlsOff } from './rules/access-rls-off.ts'
import { softDeletionBlocked } from './rules/access-soft-deletion-blocked.ts'
import { userMetadata } from './rules/access-user-metadata.ts'
import { nowInIndex } from './rules/constraint-now.ts'
import { partitionKey } from './rules/constraint-partition-key.ts'
import { softDeletedUnique } from './rules/constraint-soft-deleted-unique.ts'
import { uncheckedRange } from './rules/constraint-unchecked-range.ts'
import { uniquePosition } from './rules/constraint-unique-position.ts'
import { unknownColumn } from './rules/constraint-unknown-column.ts'
import { duplicateIndex } from './rules/index-duplicate.ts'
import { blockedAccountDeletion } from './rules/key-blocked-account-deletion.ts'
import { noPrimaryKey } from './rules/key-no-primary-key.ts'
import { serialKey } from './rules/key-serial.ts'
import { setNullNotNull } from './rules/key-set-null-not-null.ts'
import { keyTarget } from './rules/key-target.ts'
import { unindexedKey } from './rules/key-unindexed.ts'
import { quotedName } from './rules/name-quoted.ts'
import { missingFunction } from './rules/trigger-missing-function.ts'
import { staleUpdatedAt } from './rules/trigger-stale-updated-at.ts'
import { charType } from './rules/type-char.ts'
import { enumDefault } from './rules/type-enum-default.ts'
import { jsonType } from './rules/type-json.ts'
import { moneyType } from './rules/type-money.ts'
import { textSearch } from './rules/type-text-search.ts'
import { plainTimestamp } from './rules/type-timestamp.ts'
import { unknownType } from './rules/type-unknown.ts'
import { uuidFunction } from './rules/type-uuid-function.ts'

/** Every rule, in the order in which they are documented. Codes are never reused. */
export const rules: readonly Rule[] = [
  backendPolicy,
  childOfForeignParent,
  definerSearchPath,
  definerView,
  exposedAccounts,
  keptPasswords,
  leftPrivileges,
  manyPolicies,
  missingDelete,
  noPolicy,
  noRole,
  openReading,
  openWriting,
  perRowCall,
  policyClause,
  policyRecursion,
  raiseOneself,
  rlsOff,
  softDeletionBlocked,
  userMetadata,
  nowInIndex,
  partitionKey,
  softDeletedUnique,
  uncheckedRange,
  uniquePosition,
  unknownColumn,
  duplicateIndex,
  blockedAccountDeletion,
  noPrimaryKey,
  serialKey,
  setNullNotNull,
  keyTarget,
  unindexedKey,
  quotedName,
  missingFunction,
  staleUpdatedAt,
  charType,
  enumDefault,
  jsonType,
  moneyType,
  textSearch,
  plainTimestamp,
  unknownType,
  uuidFunction,
]
