import { type Diagnostic, hasErrors, type Outcome } from '../../diagnostic/diagnostic.ts'
import type { Plan } from '../../schema/plan.ts'
import { readPlan } from '../read-plan.ts'
import { sealedFingerprints } from '../seal.ts'
import { writePlan } from '../write-plan.ts'
import type { MergeNote } from './decide.ts'
import { readFingerprints } from './fingerprint.ts'
import type { CompileAccess } from './follow-access.ts'
import { lostLines } from './lost-lines.ts'
import { mergePlans } from './merge-plans.ts'

/** A plan that a person has edited, with what the documents ask for now brought into it. */
export interface MergedText {
  readonly plan: Plan
  /** What the design comes to in it: the next merge takes that for what nobody touched. */
  readonly designed: Plan
  /** Whether it may take the place of the person's text: nothing they wrote is lost by that. */
  readonly isWhole: boolean
}

/**
 * Merges a design into the text of a plan that a person has edited.
 *
 * @param file how diagnostics name the plan.
 * @param compile policies and grants from access rules: `design/access`.
 * @returns undefined where the text cannot be read as a plan; else the merged plan, and in the diagnostics every part on which the two do not agree.
 */
export async function mergeText(
  text: string,
  file: string,
  theirs: Plan,
  compile: CompileAccess,
): Promise<Outcome<MergedText | undefined>> {
  const mine = await readPlan(text, file)
  if (hasErrors(mine.diagnostics)) return { value: undefined, diagnostics: mine.diagnostics }
  const sealed = sealedFingerprints(text)
  const base = sealed === undefined ? undefined : readFingerprints(sealed)
  const { plan, designed, notes } = mergePlans(mine.value, theirs, base, compile)
  const lost = lostLines(text, writePlan(mine.value))
  const isWhole = sealed !== undefined && lost.length === 0
  return { value: { plan, designed, isWhole }, diagnostics: [...said(notes), ...lost.map((line) => lostLine(file, line))] }
}

const meanings: Readonly<Record<MergeNote['what'], { readonly severity: Diagnostic['severity']; readonly text: string }>> = {
  added: { severity: 'note', text: 'The documents ask for it now, so it comes' },
  changed: { severity: 'note', text: 'The documents ask for something else now, so it changes' },
  removed: { severity: 'note', text: 'The documents no longer ask for it, so it goes' },
  kept: { severity: 'note', text: 'Your edit stays' },
  'left out': { severity: 'note', text: 'You had taken it out, so it stays out' },
  follows: { severity: 'note', text: 'It follows your edits' },
  disputed: { severity: 'warning', text: 'You edited it, and the documents ask for something else; yours stays' },
}

function said(notes: readonly MergeNote[]): readonly Diagnostic[] {
  return (Object.keys(meanings) as MergeNote['what'][]).flatMap((what): readonly Diagnostic[] => {
    const names = notes.filter((note) => note.what === what).map(({ name }) => name)
    if (names.length === 0) return []
    const { severity, text } = meanings[what]
    return [{ code: `plan/merge-${what.replace(' ', '-')}`, severity, message: `${text}: ${names.join('; ')}` }]
  })
}

function lostLine(file: string, line: number): Diagnostic {
  return {
    code: 'plan/merge-unread',
    severity: 'warning',
    message: 'This line says something that a plan has no place for; writing the plan anew would lose it.',
    place: { file, line },
    help: 'Move it into a comment under a heading, a Why cell, or section 5.',
  }
}
