import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { findDocuments } from '../../brief/find-documents.ts'
import { checkPlan } from '../../check/check-plan.ts'
import { checkSchema } from '../../check/check-schema.ts'
import { type Diagnostic, hasErrors } from '../../diagnostic/diagnostic.ts'
import { formatPlace } from '../../diagnostic/place.ts'
import { explainName } from '../../explain/explain-name.ts'
import { objectNames } from '../../explain/find-objects.ts'
import { nearest } from '../../explain/nearest.ts'
import { findingsOf } from '../../findings.ts'
import type { Finding } from '../../lint/finding.ts'
import { Failure } from '../../project/failure.ts'
import { proveOn } from '../../proof/prove-on.ts'
import { emptyNotes } from '../../schema/notes.ts'
import type { Plan } from '../../schema/plan.ts'
import { applyScripts, platformOfScripts } from '../../source/apply-scripts.ts'
import type { SourceSchema } from '../../source/read-schema.ts'
import { recogniseSource } from '../../source/schema-source.ts'
import { answered, told } from '../result.ts'
import { planFile, tell, type Workspace } from '../workspace.ts'
import { proofOf } from './design-and-prove.ts'
import { openPoints } from './open-points.ts'

/** `check` and `explain`: plans and SQL as they stand. */
export function addCheckAndExplain(server: McpServer, workspace: Workspace): void {
  server.registerTool(
    'check',
    {
      title: 'Check a plan or SQL',
      description: `Reads a plan (default: ${planFile}), a .sql file or a folder of migrations in the project, or SQL given here, applies the rules, and proves it on an embedded PostgreSQL. Says what they find and what failed.`,
      inputSchema: z.object({
        path: z.string().max(500).optional().describe('relative to the project'),
        sql: z.string().max(2_000_000).optional(),
        against: z.boolean().optional().describe("hold it against the project's PRD and notes as well"),
      }),
      annotations: { readOnlyHint: true },
    },
    ({ path, sql, against }) =>
      answered(async () => {
        const { plan, said, findings } = await readAny(workspace, path, sql, against === true)
        const proof = await proveOn(plan, { mutations: false })
        const { uncovered, contradictory, unproven } = findingsOf(plan, proof)
        return told(
          lintOf(findings),
          proofOf(proof),
          openPoints({ schema: '', uncovered, contradictory, unproven, asked: [] }),
          said,
        )
      }),
  )
  server.registerTool(
    'explain',
    {
      title: 'Explain a part of the plan',
      description: 'Why a table, column, constraint, index or policy of the written plan is there, with the quoted lines.',
      inputSchema: z.object({ name: z.string().min(1).max(300) }),
      annotations: { readOnlyHint: true },
    },
    ({ name }) =>
      answered(async () => {
        const { plan, text } = await workspace.plan()
        const { value: documents } = await findDocuments({ dir: workspace.dir })
        for (const document of documents) workspace.path(document.path)
        const lines = new Map(documents.map(({ id, path, lines }) => [id, { path, lines }]))
        const objects = explainName(name, { plan, text, file: planFile }, lines)
        if (objects.length > 0) return told(JSON.stringify(objects, undefined, 2))
        const near = nearest(name, objectNames(plan.schema))
        throw new Failure(`The plan has nothing called ${JSON.stringify(name)}.`, {
          ...(near.length === 0 ? {} : { help: `Did you mean ${near.join(', ')}?` }),
        })
      }),
  )
}

async function readAny(
  workspace: Workspace,
  path: string | undefined,
  sql: string | undefined,
  against: boolean,
): Promise<{ readonly plan: Plan; readonly said: string; readonly findings: readonly Finding[] }> {
  const titled = (schema: Plan['schema'], title: string): Plan => ({ title, schema, notes: emptyNotes })
  if (sql !== undefined) {
    const scripts = [{ text: sql, file: 'sql' }]
    const { value, diagnostics } = await applyScripts(scripts, await platformOfScripts(scripts))
    const places = { shown: 'SQL', isOwn: false, spots: new Map(), texts: new Map(), writtenTypes: new Map() }
    const source = { schema: value, ...places, remarks: [], managed: {} }
    const held = await heldAgainst(workspace, source, against)
    const findings = [...(await checkSchema(source, {})), ...held.findings]
    return { plan: titled(value, 'SQL'), said: tell([...diagnostics, ...held.diagnostics]), findings }
  }
  // Only paths: a URL or a revision would lead out of the folder.
  const source = await recogniseSource(workspace.path(path ?? planFile), workspace.path(planFile))
  if (source.kind === 'migrations') for (const name of await readdir(source.folder)) workspace.path(join(path ?? planFile, name))
  const { value, diagnostics } = await checkPlan(source)
  if (value === undefined || (source.kind === 'plan' && hasErrors(diagnostics))) throw new Failure(tell(diagnostics))
  const { plan, schema, shown } = value.source
  const held = await heldAgainst(workspace, value.source, against)
  const findings = [...value.findings, ...held.findings]
  return { plan: plan ?? titled(schema, shown), said: tell([...diagnostics, ...held.diagnostics]), findings }
}

async function heldAgainst(
  workspace: Workspace,
  source: SourceSchema,
  against: boolean,
): Promise<{ readonly findings: readonly Finding[]; readonly diagnostics: readonly Diagnostic[] }> {
  if (!against) return { findings: [], diagnostics: [] }
  const { value: documents } = await findDocuments({ dir: workspace.dir })
  for (const document of documents) workspace.path(document.path)
  const { checkAgainst } = await import('../../against/check-against.ts')
  const { value, diagnostics } = await checkAgainst(source, { dir: workspace.dir, files: [] })
  if (value === undefined) throw new Failure(tell(diagnostics))
  return { findings: value, diagnostics }
}

/** What the rules find, with the mend where one is certain. */
function lintOf(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'The rules find nothing.'
  const lines = findings.map(({ code, severity, message, place, help, fix, asked }) =>
    [
      `- ${severity} ${code}${place === undefined ? '' : ` at ${formatPlace(place)}`}: ${message}`,
      ...(asked === undefined ? [] : [`  ${formatPlace(asked.place)}: "${asked.quote}"`]),
      ...(help === undefined ? [] : [`  ${help}`]),
      ...(fix?.sql === undefined ? [] : [`  ${fix.sql.replaceAll('\n', '\n  ')}`]),
    ].join('\n'),
  )
  return `The rules find:\n${lines.join('\n')}`
}
