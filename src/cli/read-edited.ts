import { asEdited } from '../compile.ts'
import type { Outcome } from '../diagnostic/diagnostic.ts'
import { type ReadSchemaOptions, readSchema, type SourceSchema } from '../source/read-schema.ts'
import type { SchemaSource } from '../source/schema-source.ts'

/** Reads a source; a plan of dbplan's own as its edits mean it (`asEdited`). */
export async function readEdited(
  source: SchemaSource,
  options: ReadSchemaOptions = {},
): Promise<Outcome<SourceSchema | undefined>> {
  const { value, diagnostics } = await readSchema(source, options)
  const [text] = value?.texts.values() ?? []
  if (value?.plan === undefined || !value.isOwn || text === undefined) return { value, diagnostics }
  const { value: plan, diagnostics: followed } = await asEdited(value.plan, text)
  return { value: { ...value, plan, schema: plan.schema }, diagnostics: [...diagnostics, ...followed] }
}
