import type { Platform } from '../../schema/platform.ts'
import { traitsOf } from '../../schema/platform.ts'
import type { DesignReport } from '../design.ts'
import type { Output } from '../output.ts'
import { summariseDocuments } from './brief-counts.ts'
import { clean, reportDiagnostics } from './diagnostics.ts'
import { countProof, proofLine, reportFailures } from './proof-report.ts'
import { countProvenance, countSchema } from './schema-counts.ts'
import { count, wrap } from './wrap.ts'

const margin = 10
const indent = ' '.repeat(margin)
const mostQuestions = 12

/** What a person sees after a run: what was read, designed and proven, what needs their answer, and where the plan is. */
export function reportDesign(result: DesignReport): void {
  const { output, value, diagnostics } = result
  const { out } = output
  const heading = (text: string) => out.bold(text.padEnd(margin))

  const read = summariseDocuments(value.brief).map(({ path, requirements, decisions, recommendations }) => {
    const what = [
      ...(requirements > 0 ? [count(requirements, 'requirement')] : []),
      ...(decisions > 0 ? [count(decisions, 'decision')] : []),
      ...(recommendations > 0 ? [count(recommendations, 'recommendation')] : []),
    ]
    return what.length === 0 ? path : `${path}: ${what.join(', ')}`
  })
  out.write(`${heading('Read')}${[...read, platformLine(value.plan.schema.platform)].join(`\n${indent}`)}\n`)

  const counts = countSchema(value.plan.schema)
  const { stated, conventional, inferred } = countProvenance(value.plan.schema)
  const columns = [`${stated} stated`, `${conventional} by convention`, ...(inferred > 0 ? [`${inferred} supposed`] : [])]
  out.write(
    `${heading('Designed')}${count(counts.tables, 'table')}, ${count(counts.columns, 'column')} (${columns.join(', ')}), ${count(counts.relationships, 'relationship')},\n` +
      `${indent}${count(counts.indexes, 'index', 'indexes')}, ${count(counts.policies, 'policy', 'policies')}\n`,
  )

  const { proof } = value
  if (proof === undefined) out.write(`${heading('Proven')}${out.yellow('not proven')}\n`)
  else {
    const line = proofLine(proof)
    out.write(`${heading('Proven')}${countProof(proof).failed > 0 ? out.red(line) : out.green(line)}\n`)
    reportFailures(proof, output)
  }

  reportQuestions(result, heading('Confirm'))
  reportConflicts(result)
  reportDiagnostics(diagnostics, output)
  if (result.written === 'written' || result.written === 'unchanged') {
    const already = result.written === 'unchanged' ? ' (as it was)' : ''
    out.write(`${heading('Plan')}${out.bold(result.path)}${already} ${out.dim(`in ${result.seconds.toFixed(1)} s`)}\n`)
  }
}

function platformLine(platform: Platform): string {
  const orm = platform.orm === undefined ? '' : `, with ${platform.orm}`
  return `for ${platform.kind === 'postgres' ? '' : `${traitsOf(platform).title}, `}PostgreSQL ${platform.version}${orm}`
}

function reportQuestions({ value, output, path }: DesignReport, heading: string): void {
  const { assumptions } = value.plan.notes
  const { out, width } = output
  for (const [index, { number, text }] of assumptions.slice(0, mostQuestions).entries()) {
    const label = `A${number} `.padEnd(5)
    out.write(`${index === 0 ? heading : indent}${label}${wrap(clean(text), width - margin, indent + ' '.repeat(5))}\n`)
  }
  if (assumptions.length > mostQuestions)
    out.write(`${indent}… and ${assumptions.length - mostQuestions} more in ${path}, section 5\n`)
}

function reportConflicts({ value, output }: { readonly value: DesignReport['value']; readonly output: Output }): void {
  const { conflicts } = value.plan.notes
  if (conflicts.length === 0) return
  output.out.write(
    `${indent}The documents contradict each other in ${count(conflicts.length, 'place')}; see Conflicts in section 5.\n`,
  )
}
