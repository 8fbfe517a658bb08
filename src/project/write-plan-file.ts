import { readFile } from 'node:fs/promises'
import { isUntouched } from '../plan/seal.ts'
import { writeFileAtomically } from './write-file.ts'

/** What became of the plan's file: a plan that a person edited is left as it is. */
export type Written = 'written' | 'unchanged' | 'edited'

/** Writes a plan, unless somebody edited the one that is there and `force` is not given. */
export async function writePlanFile(target: string, text: string, force: boolean): Promise<Written> {
  const before = await readFile(target, 'utf8').catch(() => undefined)
  if (before === text) return 'unchanged'
  if (before !== undefined && before.trim() !== '' && !isUntouched(before) && !force) return 'edited'
  await writeFileAtomically(target, text)
  return 'written'
}
