import { byPlace } from '../../check/check-schema.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { formatPlace } from '../../diagnostic/place.ts'
import { positionsOf } from '../../diagnostic/positions.ts'
import type { Finding } from '../../lint/finding.ts'
import type { Proof } from '../../proof/proof.ts'
import { displayName } from '../../schema/lookups.ts'
import type { Policy } from '../../schema/policy.ts'
import type { Routine } from '../../schema/routine.ts'
import type { SourceSchema } from '../../source/read-schema.ts'
import type { Output } from '../output.ts'
import { clean, reportDiagnostics } from './diagnostics.ts'
import { proofFindings } from './findings/from-proof.ts'
import { githubAnnotations } from './findings/github.ts'
import { markdownReport } from './findings/markdown.ts'
import { sarifLog } from './findings/sarif.ts'
import { cut, findingCounts, writeFindings } from './findings/terminal.ts'
import { countProof, proofLine, reportFailures, reportNotChecked, reportSuspicious } from './proof-report.ts'
import { count } from './wrap.ts'

export const formats = ['text', 'json', 'github', 'sarif', 'markdown'] as const
export type Format = (typeof formats)[number]

/** Everything that a check came to. */
export interface CheckResult {
  readonly source: SourceSchema
  /** Whether `--fix` may rewrite it: a plan, and not SQL that may have run. */
  readonly canFix: boolean
  readonly findings: readonly Finding[]
  readonly proof: Proof | undefined
  /** How many findings `--fix` mended before. */
  readonly mended: number
  readonly exitCode: number
  readonly diagnostics: readonly Diagnostic[]
  readonly pgtap?: { readonly file: string; readonly written: boolean }
}

/** Writes a check in the format that was asked for. */
export function writeCheck(result: CheckResult, format: Format, output: Output): void {
  const all = () => [...result.findings, ...proofFindings(result.proof?.attempts ?? [], result.source)].sort(byPlace)
  const writers: Readonly<Record<Format, () => void>> = {
    text: () => writeText(result, output),
    json: () => output.out.write(`${JSON.stringify(asJson(result), undefined, 2)}\n`),
    github: () => output.out.write(githubAnnotations(all())),
    sarif: () => output.out.write(sarifLog(all())),
    markdown: () =>
      output.out.write(
        markdownReport(all(), result.source.shown, result.proof === undefined ? undefined : proofLine(result.proof)),
      ),
  }
  writers[format]()
}

function writeText({ source, canFix, findings, proof, mended, diagnostics, pgtap }: CheckResult, output: Output): void {
  const { out } = output
  const { tables } = source.schema
  const columns = tables.reduce((sum, table) => sum + table.columns.length, 0)
  const hasErrors = findings.some(({ severity }) => severity === 'error')
  const found = findingCounts(findings)
  if (mended > 0) out.write(`${count(mended, 'finding')} mended in ${source.shown}\n`)
  const paint = hasErrors ? out.red : findings.length > 0 ? out.yellow : out.green
  out.write(`${out.bold(source.shown)}: ${count(tables.length, 'table')}, ${count(columns, 'column')}; ${paint(found)}\n`)
  writeFindings(findings, output, canFix)
  writeTaken(source, output)
  if (proof !== undefined) {
    const failed = countProof(proof).failed > 0
    if (findings.length > 0) out.write('\n')
    out.write(`${out.bold(source.shown)}: ${failed ? out.red(proofLine(proof)) : out.green(proofLine(proof))}\n`)
    reportFailures(proof, output)
    reportSuspicious(proof, output)
    reportNotChecked(proof, output, source.isOwn)
    if (!source.isOwn) writeMatrix(proof, output)
  }
  if (pgtap !== undefined)
    out.write(pgtap.written ? `${pgtap.file} written\n` : `${pgtap.file} not written: tests are made of a plan that is proven\n`)
  reportDiagnostics(diagnostics, output)
}

/** Which words of a plan were taken for which policy: a person has to see whether they were meant so. */
function writeTaken({ taken = [], texts, schema }: SourceSchema, { out, width }: Output): void {
  if (taken.length === 0) return
  out.write(`\n${count(taken.length, 'policy', 'policies')} taken from words\n`)
  for (const helper of helpersOf(taken, schema.routines)) out.write(`  ${out.dim(clean(helper))}\n`)
  for (const [file, text] of texts) {
    const place = positionsOf(text, file)
    for (const { table, policy, spot } of taken.filter((one) => one.spot.file === file)) {
      out.write(`  ${clean(`${table}: ${policy.command} to ${policy.roles.join(', ')} ${conditionsOf(policy)}`)}\n`)
      const quote = text.slice(spot.start, spot.end).replaceAll(/\s+/g, ' ')
      out.write(`    ${formatPlace(place(spot.start))} ${out.dim(cut(`│ ${clean(quote)}`, width - 30))}\n`)
    }
  }
}

/** The functions that policies made of words ask, which no plan has written. */
function helpersOf(taken: NonNullable<SourceSchema['taken']>, routines: readonly Routine[]): readonly string[] {
  const asked = taken.flatMap(({ policy }) => [policy.using, policy.check]).join(' ')
  return routines.flatMap(({ schema: home, name, body }) => {
    const called = `${home}.${name}()`
    return asked.includes(called) ? [`${called}, with its owner's rights: ${body.trim()}`] : []
  })
}

/** `using (…)`, or `with check (…)` of a row that is added. */
const conditionsOf = ({ using, check }: Policy): string => (using === undefined ? `with check (${check})` : `using (${using})`)

const letters = { select: 'S', insert: 'I', update: 'U', delete: 'D', execute: 'X' } as const

/** Who could do what, as PostgreSQL answered: of a plan that does not say it as meaning, a person has to judge. */
function writeMatrix(proof: Proof, { out }: Output): void {
  // Where nobody was granted anything, the tables are their owner's alone.
  if (proof.observed.every(({ allowed }) => allowed.length === 0)) return
  out.write('\nwhat was observed (S select, I insert, U update, D delete, X execute; – nothing)\n')
  for (const table of new Set(proof.observed.map((one) => one.table))) {
    const cells = proof.observed
      .filter((one) => one.table === table)
      .map(({ actor, allowed }) => {
        const parts = allowed.map(
          ({ operation, seen, of }) => `${letters[operation]}${seen === undefined || of === undefined ? '' : ` ${seen}/${of}`}`,
        )
        return `${actor} ${parts.length === 0 ? '–' : parts.join(' ')}`
      })
    out.write(`  ${table}: ${cells.join(', ')}\n`)
  }
}

function asJson({ source, findings, proof, mended, exitCode, diagnostics, pgtap }: CheckResult) {
  const tables = Object.fromEntries(
    source.schema.tables.map((table) => [
      displayName(table),
      table.columns.map(({ name, type, nullable }) => ({ name, type, nullable })),
    ]),
  )
  return {
    command: 'check',
    exitCode,
    plan: source.shown,
    tables,
    managed: source.managed,
    taken: (source.taken ?? []).map(({ table, policy, spot }) => ({
      table,
      policy,
      place: positionsOf(source.texts.get(spot.file) ?? '', spot.file)(spot.start),
    })),
    findings,
    mended,
    proof: proof ?? null,
    ...(pgtap === undefined ? {} : { pgtap }),
    diagnostics,
  }
}
