import type { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { findingsOf } from '../../findings.ts'
import { Failure } from '../../project/failure.ts'
import { writePlanFile } from '../../project/write-plan-file.ts'
import type { Proof } from '../../proof/proof.ts'
import { answered, told } from '../result.ts'
import { planFile, tell, type Worked, type Workspace } from '../workspace.ts'
import { openPoints } from './open-points.ts'

/** `design`, `prove`, `write_plan`: what the documents and the claims handed in come to. */
export function addDesignAndProve(server: McpServer, workspace: Workspace): void {
  server.registerTool(
    'design',
    {
      title: 'Design the schema',
      description: 'Designs the schema from the documents and the claims handed in, and says what is open. Nothing is written.',
      inputSchema: z.object({}),
      annotations: { readOnlyHint: true },
    },
    () =>
      answered(async () => {
        const worked = await workspace.compile(false)
        return told(schemaOf(worked), openPoints(findingsOf(worked.value.plan, undefined)), tell(worked.diagnostics))
      }),
  )
  server.registerTool(
    'prove',
    {
      title: 'Prove the schema',
      description:
        'Designs the schema and tries it on an embedded PostgreSQL: applies it, breaks every constraint, tries every operation as every actor. Says what failed. Nothing is written.',
      inputSchema: z.object({}),
      annotations: { readOnlyHint: true },
    },
    () =>
      answered(async () => {
        const worked = await workspace.compile(true)
        const { plan, proof } = worked.value
        return told(proofOf(proof), openPoints(findingsOf(plan, proof)), tell(worked.diagnostics))
      }),
  )
  server.registerTool(
    'write_plan',
    {
      title: 'Write the plan',
      description: `Designs, proves and writes ${planFile}. A plan that somebody edited is left alone unless force is given; ask the user first.`,
      inputSchema: z.object({ force: z.boolean().optional() }),
      annotations: { destructiveHint: true, idempotentHint: true },
    },
    ({ force = false }) =>
      answered(async () => {
        const target = workspace.path(planFile)
        const worked = await workspace.compile(true)
        const written = await writePlanFile(target, worked.value.text, { force, unproven: worked.value.proof === undefined })
        if (written === 'edited')
          throw new Failure(`${planFile} was edited by hand and was not touched.`, {
            help: 'Ask the user; with their word, call again with force.',
          })
        if (written === 'kept')
          throw new Failure(`${planFile} is proven and the new plan could not be, so it was not touched.`, {
            help: 'Call again when a database can be started, or with force if the user wants an unproven plan.',
          })
        return told(
          written === 'written' ? `${planFile} is written.` : `${planFile} is as it was.`,
          proofOf(worked.value.proof),
          openPoints(findingsOf(worked.value.plan, worked.value.proof)),
        )
      }),
  )
}

function schemaOf({ value }: Worked): string {
  const { plan } = value
  const access = plan.schema.access.rules.map(
    ({ table, who, may }) => `${table}: ${who.kind} may ${may.map(({ operation }) => operation).join(', ')}`,
  )
  return `${findingsOf(plan, undefined).schema}\n\nAccess:\n${access.join('\n')}`
}

export function proofOf(proof: Proof | undefined): string {
  if (proof === undefined) return 'Not proven.'
  const failed = proof.attempts.filter((attempt) => !attempt.passed).length
  return `PostgreSQL ${proof.engine.version}: ${proof.attempts.length - failed} checks passed, ${failed} failed, ${proof.notChecked.length} not checked.`
}
