import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { promisify } from 'node:util'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { shownPath } from '../diagnostic/shown-path.ts'

const run = promisify(execFile)
const largest = 20 * 1024 * 1024

/** The text of a file as it stands in a commit, or why git does not give it. */
export async function readRevision(
  revision: string,
  file: string,
): Promise<{ readonly text: string } | { readonly diagnostic: Diagnostic }> {
  const failed = (message: string, help: string) => ({
    diagnostic: { code: 'source/revision', severity: 'error' as const, message, help },
  })
  // What begins with a hyphen would be an option to git.
  if (revision === '' || revision.startsWith('-'))
    return failed(`"git:${revision}" names no commit.`, 'Name one, as in git:HEAD~1 or git:main.')
  // Started in a folder that is not there, git looks as if it were missing itself.
  if (!existsSync(dirname(file)))
    return failed(
      `There is no folder ${shownPath(dirname(file))} to look for the plan's history in.`,
      'Name the project with --dir.',
    )
  try {
    const name = `${revision}:./${basename(file)}`
    const { stdout } = await run('git', ['show', name], { cwd: dirname(file), maxBuffer: largest, encoding: 'utf8' })
    return { text: stdout }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT')
      return failed('git is not to be found.', 'Install it, or save the earlier plan to a file and name that.')
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n')[0] : String(error)
    return failed(
      `git does not give ${basename(file)} of "${revision}": ${said}.`,
      'Look with git log -- .ai/db-plan.md for the commits that hold the plan.',
    )
  }
}
