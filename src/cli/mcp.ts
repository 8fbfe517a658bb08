import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { shownPath } from '../diagnostic/shown-path.ts'
import { Failure } from '../project/failure.ts'
import { exitCodes } from './exit-codes.ts'

export interface McpOptions {
  readonly dir: string
}

/** `dbplan mcp`: serves the project to a coding agent, until the agent hangs up. */
export async function runMcp(options: McpOptions): Promise<number> {
  const dir = resolve(options.dir)
  const found = await stat(dir).catch(() => undefined)
  if (found?.isDirectory() !== true)
    throw new Failure(`There is no folder ${shownPath(dir)}.`, { help: 'Give the project folder with --dir.' })
  const { serve } = await import('../mcp/serve.ts')
  await serve(dir)
  return exitCodes.done
}
