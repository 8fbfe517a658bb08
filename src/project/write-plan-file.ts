import { readFile } from 'node:fs/promises'
import { isUntouched, saysProven } from '../plan/seal.ts'
import { writeFileAtomically } from './write-file.ts'

/** What became of the plan's file: `edited` and `kept` say why it was left as it is. */
export type Written = 'written' | 'unchanged' | 'edited' | 'kept'

export interface WriteOptions {
  /** Replace whatever is there. */
  readonly force: boolean
  /** A proof was asked for, and no database could be asked. */
  readonly unproven?: boolean
}

/** Writes a plan, unless somebody edited the one that is there, or that one is proven and the new one could not be. */
export async function writePlanFile(target: string, text: string, { force, unproven = false }: WriteOptions): Promise<Written> {
  const before = await readFile(target, 'utf8').catch(() => undefined)
  if (before === text) return 'unchanged'
  if (before !== undefined && before.trim() !== '' && !force) {
    if (!isUntouched(before)) return 'edited'
    if (unproven && saysProven(before)) return 'kept'
  }
  await writeFileAtomically(target, text)
  return 'written'
}
