import { createHash } from 'node:crypto'

/** Keeps answers, so that the same documents cost nothing twice and give the same plan. A store that fails is as good as none. */
export interface AnswerStore {
  /** The text kept under a key, or undefined. */
  read(key: string): Promise<string | undefined>
  write(key: string, text: string): Promise<void>
}

/** The key of a question: everything that decides what is asked of whom, and no secret. */
export function answerKey(parts: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)
}
