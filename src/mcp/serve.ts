import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { createServer } from './create-server.ts'
import { openWorkspace } from './workspace.ts'

/** Serves a project over standard input and output, until the input ends. */
export async function serve(dir: string): Promise<void> {
  const workspace = openWorkspace(dir)
  const ended = new Promise<void>((done) => {
    process.stdin.once('end', done)
    process.stdin.once('close', done)
  })
  const handle = serveStdio(() => createServer(workspace), {
    onerror: (error) => void process.stderr.write(`dbplan mcp: ${error.message.split('\n')[0]}\n`),
  })
  await ended
  await handle.close()
}
