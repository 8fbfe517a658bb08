import type { Code } from 'mdast'
import type { Draft, Remark } from '../draft.ts'
import { addEnum } from '../layout/enums.ts'
import type { TableSketch } from '../layout/sketch.ts'
import { codeIn, codeOffset, type Placed } from '../layout/walk.ts'
import { readSql } from '../sql/read-sql.ts'
import { readDbml } from './dbml.ts'
import type { ModelText } from './model-text.ts'
import { readPrisma } from './prisma.ts'

/** The tables of a document's blocks of DBML, Prisma and Drizzle; their enums and indexes go into the draft. */
export async function readModels(
  draft: Draft,
  blocks: readonly Placed[],
  text: string,
  file: string,
): Promise<readonly TableSketch[]> {
  const codes = blocks.flatMap(({ node }) => codeIn(node))
  const found: ModelText[] = []
  for (const code of codes) {
    const read = await modelsOf(code, codeOffset(code, text), file)
    if (read !== undefined) found.push(read)
  }
  for (const { enums } of found) for (const { name, values, spot } of enums) addEnum(draft, name, values, spot)
  for (const { what, spot } of found.flatMap(({ unread }) => unread)) draft.remarks.push(notRead(what, spot))
  for (const { statements } of found)
    for (const { sql, spot } of statements) await readSql(draft, { text: sql, file, offset: spot.start, isSql: true })
  return found.flatMap(({ tables }) => tables)
}

const notRead = (what: string, spot: Remark['spot']): Remark => ({
  code: 'plan/model-unread',
  severity: 'warning',
  message: `This is not read: ${what}.`,
  help: 'What is made while the program runs cannot be known here; it is not in the schema that is checked.',
  spot,
})

async function modelsOf({ lang, value }: Code, offset: number, file: string): Promise<ModelText | undefined> {
  const language = (lang ?? '').toLowerCase()
  const isUnnamed = ['', 'text', 'txt', 'plaintext'].includes(language)
  if (language === 'dbml' || (isUnnamed && /^\s*table\s+"?[\w.]+"?[^{\n]*\{\s*$/im.test(value)))
    return readDbml(value, offset, file)
  const isPrisma = /^\s*model\s+\w+\s*\{\s*$/m.test(value)
  if (isDrizzle(language, value)) {
    const { readDrizzle } = await import('./drizzle/read-drizzle.ts')
    return readDrizzle(value, offset, file)
  }
  return isPrisma && (isUnnamed || language === 'prisma') ? readPrisma(value, offset, file) : undefined
}

/** A script that makes tables for PostgreSQL with Drizzle. */
const isDrizzle = (language: string, code: string): boolean =>
  ['', 'ts', 'typescript', 'js', 'javascript', 'tsx', 'mts'].includes(language) &&
  /\bpg(Table|Enum|TableCreator|Schema)\s*\(/.test(code)
