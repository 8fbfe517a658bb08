import type { CallToolResult } from '@modelcontextprotocol/server'
import { DatabaseFailure } from '../postgres/database-failure.ts'
import { Failure } from '../project/failure.ts'

export const told = (...paragraphs: readonly string[]): CallToolResult => ({
  content: [{ type: 'text', text: paragraphs.filter((one) => one !== '').join('\n\n') }],
})

/** Runs a tool; what a person or an agent can mend comes back as the tool's error, a bug without its stack. */
export async function answered(run: () => Promise<CallToolResult>): Promise<CallToolResult> {
  try {
    return await run()
  } catch (error) {
    const known = error instanceof Failure || error instanceof DatabaseFailure
    const message = error instanceof Error ? error.message : String(error)
    const help = known && error.help !== undefined ? ` ${error.help}` : ''
    const text = known ? `${message}${help}` : `dbplan has a bug: ${message}. Please report it.`
    return { ...told(text), isError: true }
  }
}
