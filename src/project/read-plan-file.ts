import { join } from 'node:path'
import { readText } from '../brief/files/read-text.ts'
import { type Diagnostic, hasErrors } from '../diagnostic/diagnostic.ts'
import { shownPath } from '../diagnostic/shown-path.ts'
import type { Plan } from '../schema/plan.ts'

export const planPath = (dir: string): string => join(dir, '.ai', 'db-plan.md')

export interface PlanFile {
  /** Undefined where the file cannot be read, or holds what cannot be understood; the diagnostics say what. */
  readonly plan: Plan | undefined
  readonly text: string
  readonly shown: string
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a plan from its file. */
export async function readPlanFile(path: string): Promise<PlanFile> {
  const shown = shownPath(path)
  const read = await readText(path, shown)
  if ('diagnostic' in read) {
    const { code, message, place, severity } = read.diagnostic
    const help = 'Run `dbplan` first: it writes the plan. Or name the plan.'
    return {
      plan: undefined,
      text: '',
      shown,
      diagnostics: [{ code: code.replace('brief/', 'plan/'), message, severity, help, ...(place ? { place } : {}) }],
    }
  }
  const { readPlan } = await import('../plan/read-plan.ts')
  const { value, diagnostics } = await readPlan(read.text, shown)
  return { plan: hasErrors(diagnostics) ? undefined : value, text: read.text, shown, diagnostics }
}
