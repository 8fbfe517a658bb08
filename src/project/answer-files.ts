import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from './failure.ts'
import { writablePath } from './project-path.ts'
import { writeFileAtomically } from './write-file.ts'

/** Where the answers of models are kept, under a project's folder. */
export const answerFolder = join('.ai', '.dbplan-cache')

/**
 * Keeps texts under `.ai/.dbplan-cache/`, which git is told to ignore. What cannot be read or written counts as not kept; a link that leads out of
 * the project is not followed.
 */
export function answerFiles(dir: string) {
  const fileOf = (name: string) => join(dir, answerFolder, name)
  const quietly = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Failure || (error instanceof Error && 'code' in error)) return undefined
      throw error
    }
  }
  return {
    read: (key: string) => quietly(() => readFile(writablePath(fileOf(`${key}.json`), dir), 'utf8')),
    write: async (key: string, text: string): Promise<void> => {
      await quietly(async () => {
        await writeFileAtomically(writablePath(fileOf('.gitignore'), dir), '*\n')
        await writeFileAtomically(writablePath(fileOf(`${key}.json`), dir), text)
      })
    },
  }
}
