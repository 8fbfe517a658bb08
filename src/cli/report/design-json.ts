import type { Compilation } from '../../compile.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { Written } from '../../project/write-plan-file.ts'
import { summariseDocuments } from './brief-counts.ts'
import { countProof } from './proof-report.ts'
import { countProvenance, countSchema } from './schema-counts.ts'

interface DesignResult {
  readonly exitCode: number
  readonly diagnostics: readonly Diagnostic[]
  readonly path: string
  readonly value?: Compilation
  readonly written?: Written
}

/** The run as JSON for other programs: everything the summary says, and every failed check. */
export function designJson({ exitCode, diagnostics, path, value, written }: DesignResult): string {
  const { plan, proof, brief } = value ?? {}
  const result = {
    command: 'design',
    exitCode,
    plan: { path, status: written ?? 'not written' },
    ...(brief === undefined ? {} : { title: brief.title, platform: brief.platform, documents: summariseDocuments(brief) }),
    ...(plan === undefined
      ? {}
      : {
          designed: { ...countSchema(plan.schema), provenance: countProvenance(plan.schema) },
          assumptions: plan.notes.assumptions,
          conflicts: plan.notes.conflicts,
          leftOut: plan.notes.leftOut,
          requirements: plan.notes.coverage,
          proof:
            proof === undefined
              ? null
              : {
                  engine: proof.engine,
                  ...countProof(proof),
                  failures: proof.attempts.filter((attempt) => !attempt.passed),
                  unchecked: proof.notChecked,
                },
        }),
    diagnostics,
  }
  return `${JSON.stringify(result, undefined, 2)}\n`
}
