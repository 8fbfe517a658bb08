import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { type AgentFile, agentFiles } from '../agents/agent-files.ts'
import { Failure } from '../project/failure.ts'
import { pathInside } from '../project/path-inside.ts'
import { writeFileAtomically } from '../project/write-file.ts'
import { exitCodes } from './exit-codes.ts'
import { type Output, openOutput } from './output.ts'

export interface InitOptions {
  readonly dir: string
  readonly yes?: boolean
}

/** What is to be done with one file: its new text, or why nothing is. */
interface Proposed {
  readonly file: AgentFile
  readonly target: string
  readonly exists: boolean
  readonly outcome: ReturnType<AgentFile['merge']>
}

/** `dbplan init`: offers to make the project known to coding agents, file by file. What is there is added to, never replaced, and only when asked. */
export async function runInit(options: InitOptions): Promise<number> {
  const output = openOutput({})
  const dir = resolve(options.dir)
  const proposed = await Promise.all(agentFiles.map((file) => propose(file, dir)))
  const open = proposed.filter(({ outcome }) => outcome !== 'there already' && outcome !== 'cannot be merged')
  for (const one of proposed) if (!open.includes(one)) tellWhy(one, output)
  const ask = options.yes === true ? undefined : questioner(output)
  if (ask === undefined && options.yes !== true) {
    for (const { file, exists } of open)
      output.out.write(`${file.path}: would be ${exists ? 'added to' : 'written'} (${file.title})\n`)
    if (open.length > 0) output.out.write('Nothing was written: there is nobody to ask. --yes writes all of it.\n')
    return exitCodes.done
  }
  try {
    for (const { file, target, exists, outcome } of open) {
      const what = `${exists ? 'Add dbplan to' : 'Write'} ${file.path} (${file.title})?`
      if (ask !== undefined && !(await ask.yes(what))) continue
      await writeFileAtomically(target, outcome)
      output.out.write(`${file.path}: ${exists ? 'added to' : 'written'}\n`)
    }
  } finally {
    ask?.close()
  }
  return exitCodes.done
}

async function propose(file: AgentFile, dir: string): Promise<Proposed> {
  const target = pathInside(dir, file.path)
  const before = await readFile(target, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new Failure(`${file.path} cannot be read: ${error.code}.`, { help: 'Check its permissions.' })
  })
  return { file, target, exists: before !== undefined, outcome: file.merge(before) }
}

function tellWhy({ file, outcome }: Proposed, { out }: Output): void {
  if (outcome === 'there already') out.write(`${file.path}: knows dbplan already\n`)
  else out.write(`${file.path}: not touched, it is not plain JSON; ${join('docs', 'agents.md')} of dbplan shows what to add\n`)
}

/** Undefined where there is no person at the terminal. */
function questioner({ out }: Output): { yes(question: string): Promise<boolean>; close(): void } | undefined {
  if (process.stdin.isTTY !== true) return undefined
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  return {
    yes: async (question) => /^\s*(?:y|yes|t|tak)\s*$/i.test(await lines.question(`${out.bold(question)} [y/N] `)),
    close: () => lines.close(),
  }
}
