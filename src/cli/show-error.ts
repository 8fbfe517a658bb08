import { formatPlace } from '../diagnostic/place.ts'
import { DatabaseFailure } from '../postgres/database-failure.ts'
import { Failure } from '../project/failure.ts'
import { exitCodes } from './exit-codes.ts'

/** Shows what went wrong: what a person can mend in words, a bug as one, with its stack only where `DBPLAN_DEBUG` is set. */
export function showError(error: unknown): number {
  const write = (line: string) => process.stderr.write(`${line}\n`)
  if (error instanceof Failure) {
    write(`error: ${error.message}`)
    if (error.place !== undefined) write(`  ${formatPlace(error.place)}`)
    if (error.help !== undefined) write(`  ${error.help}`)
    return exitCodes.usage
  }
  if (error instanceof DatabaseFailure) {
    write(`error: ${error.message}`)
    if (error.help !== undefined) write(`  ${error.help}`)
    return exitCodes.usage
  }
  write(`error: dbplan has a bug: ${error instanceof Error ? error.message : String(error)}`)
  write('  Please report it, with the command and, if you may share them, the documents.')
  if (process.env.DBPLAN_DEBUG) write(error instanceof Error ? (error.stack ?? '') : '')
  else write('  DBPLAN_DEBUG=1 shows where it happened.')
  return exitCodes.bug
}
