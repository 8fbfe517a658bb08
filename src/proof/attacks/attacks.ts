import type { Stage } from '../checks/stage.ts'
import type { Probe } from '../probe.ts'
import { foreignParent } from './a-foreign-parent.ts'
import type { Attack } from './attack.ts'
import { changeHands } from './b-change-hands.ts'
import { claimsOfOnesOwn } from './c-claims-of-ones-own.ts'
import { raiseOneself } from './c-raise-oneself.ts'
import { definerCalls } from './d-definer-calls.ts'
import { definerFunctions } from './d-definer-functions.ts'
import { recursionAttack } from './e-recursion.ts'
import { leakingViews } from './f-leaking-views.ts'
import { withoutAccount } from './h-without-account.ts'
import { softDeletion } from './i-soft-deletion.ts'
import { tellingErrors } from './j-telling-errors.ts'
import { leftPrivileges } from './k-left-privileges.ts'
import { owningRole } from './l-owning-role.ts'
import { comeBack } from './m-come-back.ts'
import { joinAnyGroup } from './m-join-any-group.ts'
import { foundAGroup } from './n-found-a-group.ts'
import { readPartitions } from './o-partitions.ts'

/** By letter. `g` has no statements of its own: see `untriedRules`. */
const attacks: Readonly<Record<string, Attack | readonly Attack[]>> = {
  a: foreignParent,
  b: changeHands,
  c: [raiseOneself, claimsOfOnesOwn],
  d: [definerFunctions, definerCalls],
  e: recursionAttack,
  f: leakingViews,
  h: withoutAccount,
  i: softDeletion,
  j: tellingErrors,
  k: leftPrivileges,
  l: owningRole,
  m: [joinAnyGroup, comeBack],
  n: foundAGroup,
  o: readPartitions,
}

export function attackProbes(stage: Stage): readonly Probe[] {
  return Object.values(attacks)
    .flat()
    .flatMap((attack) => attack(stage))
}
