import type { Plan } from '../schema/plan.ts'
import type { Reason } from '../schema/reason.ts'
import { type Explained, findObjects } from './find-objects.ts'
import { planLines } from './plan-lines.ts'
import { type DocumentLines, explainReason } from './reasons.ts'

/** An object of the plan: where the plan defines it, and why it is there. */
export interface ExplainedObject {
  readonly kind: Explained['kind']
  readonly name: string
  readonly plan: readonly { readonly file: string; readonly line: number; readonly text: string }[]
  readonly reasons: readonly ReturnType<typeof explainReason>[]
}

/** Every object of the plan that the name may mean, with the lines of the documents behind it. `file` is the plan's path as people see it. */
export function explainName(
  name: string,
  { plan, text, file }: { readonly plan: Plan; readonly text: string; readonly file: string },
  documents: DocumentLines,
): readonly ExplainedObject[] {
  return findObjects(plan.schema, name).map((object) => ({
    kind: object.kind,
    name: object.name,
    plan: planLines(text, object).map((line) => ({ file, ...line })),
    reasons: unique(object.reasons).map((reason) => explainReason(reason, documents, plan.notes)),
  }))
}

function unique(reasons: readonly Reason[]): readonly Reason[] {
  const seen = new Set<string>()
  return reasons.filter((reason) => {
    const key = JSON.stringify(reason)
    return seen.has(key) ? false : seen.add(key)
  })
}
