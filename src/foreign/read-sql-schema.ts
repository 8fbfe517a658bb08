import type { Spot } from '../diagnostic/spot.ts'
import type { Platform } from '../schema/platform.ts'
import type { Schema } from '../schema/schema.ts'
import { emptyDraft, type Remark } from './draft.ts'
import { finishDraft } from './finish-draft.ts'
import { readSql } from './sql/read-sql.ts'

export interface SqlSchema {
  readonly schema: Schema
  readonly spots: ReadonlyMap<string, Spot>
  readonly writtenTypes: ReadonlyMap<string, string>
  readonly remarks: readonly Remark[]
}

/** What SQL texts add up to, read without a database: the schema as it is written, and where its parts stand. */
export async function readSqlSchema(
  texts: readonly { readonly text: string; readonly file: string }[],
  platform: Platform,
): Promise<SqlSchema> {
  const draft = emptyDraft()
  for (const { text, file } of texts) await readSql(draft, { text, file, offset: 0, isSql: true })
  const { spots, writtenTypes, remarks } = draft
  return { schema: finishDraft(draft, [], platform), spots, writtenTypes, remarks }
}
