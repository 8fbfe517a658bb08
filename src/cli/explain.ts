import { resolve } from 'node:path'
import { findDocuments } from '../brief/find-documents.ts'
import { type ExplainedObject, explainName } from '../explain/explain-name.ts'
import { objectNames } from '../explain/find-objects.ts'
import { nearest } from '../explain/nearest.ts'
import type { DocumentLines } from '../explain/reasons.ts'
import { Failure } from '../project/failure.ts'
import { planPath, readPlanFile } from '../project/read-plan-file.ts'
import { exitCodes } from './exit-codes.ts'
import { type Output, openOutput } from './output.ts'
import { clean, reportDiagnostics } from './report/diagnostics.ts'

export interface ExplainOptions {
  readonly dir: string
  readonly plan?: string
  readonly prd?: string
  readonly notes?: readonly string[]
  readonly stack?: string
  readonly json?: boolean
}

/** `dbplan explain NAME`: what the plan says of an object, why it is there, and the lines of the documents that asked for it. */
export async function runExplain(name: string, options: ExplainOptions): Promise<number> {
  const output = openOutput(options)
  const dir = resolve(options.dir)
  const { plan, text, shown, diagnostics } = await readPlanFile(
    options.plan === undefined ? planPath(dir) : resolve(options.plan),
  )
  if (plan === undefined) {
    reportDiagnostics(diagnostics, output)
    return exitCodes.usage
  }
  const { value: documents } = await findDocuments({
    dir,
    ...(options.prd === undefined ? {} : { prd: resolve(options.prd) }),
    ...(options.notes === undefined ? {} : { notes: options.notes.map((file) => resolve(file)) }),
    ...(options.stack === undefined ? {} : { stack: resolve(options.stack) }),
  })
  const lines: DocumentLines = new Map(documents.map((document) => [document.id, { path: document.path, lines: document.lines }]))
  const explained = explainName(name, { plan, text, file: shown }, lines)
  if (explained.length === 0) {
    const near = nearest(name, objectNames(plan.schema))
    throw new Failure(`${shown} has nothing called "${clean(name)}".`, {
      help:
        near.length === 0
          ? 'Name a table, table.column, index, constraint, policy, type or function.'
          : `Did you mean ${near.join(', ')}?`,
    })
  }
  if (output.json) output.out.write(`${JSON.stringify({ command: 'explain', name, objects: explained }, undefined, 2)}\n`)
  else for (const object of explained) print(object, output)
  return exitCodes.done
}

function print({ kind, name, plan, reasons }: ExplainedObject, { out }: Output): void {
  out.write(`${out.bold(name)} ${out.dim(`(${kind})`)}\n`)
  for (const { file, line, text } of plan) out.write(`  ${out.dim(`${file}:${line}`)}  ${clean(text)}\n`)
  if (reasons.length === 0) out.write('  no reason is written down for it\n')
  for (const { reference, meaning, place, quote } of reasons) {
    out.write(`  ${out.cyan(reference)}  ${clean(meaning)}\n`)
    if (place !== undefined)
      out.write(
        `    ${out.dim(place)}  ${quote === undefined ? out.yellow('the document has no such line any more') : clean(quote)}\n`,
      )
  }
}
