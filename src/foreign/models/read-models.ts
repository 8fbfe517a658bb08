import type { Code } from 'mdast'
import type { Draft } from '../draft.ts'
import { addEnum } from '../layout/enums.ts'
import type { TableSketch } from '../layout/sketch.ts'
import { codeIn, codeOffset, type Placed } from '../layout/walk.ts'
import { readSql } from '../sql/read-sql.ts'
import { readDbml } from './dbml.ts'
import type { ModelText } from './model-text.ts'
import { readPrisma } from './prisma.ts'

/** The tables of a document's blocks of DBML and Prisma; their enums and indexes go into the draft. */
export async function readModels(
  draft: Draft,
  blocks: readonly Placed[],
  text: string,
  file: string,
): Promise<readonly TableSketch[]> {
  const found = blocks.flatMap(({ node }) => codeIn(node).flatMap((code) => modelsOf(code, codeOffset(code, text), file) ?? []))
  for (const { enums } of found) for (const { name, values, spot } of enums) addEnum(draft, name, values, spot)
  for (const { indexes } of found)
    for (const { sql, spot } of indexes) await readSql(draft, { text: sql, file, offset: spot.start, isSql: true })
  return found.flatMap(({ tables }) => tables)
}

function modelsOf({ lang, value }: Code, offset: number, file: string): ModelText | undefined {
  const language = (lang ?? '').toLowerCase()
  const isUnnamed = ['', 'text', 'txt', 'plaintext'].includes(language)
  if (language === 'dbml' || (isUnnamed && /^\s*table\s+"?[\w.]+"?[^{\n]*\{\s*$/im.test(value)))
    return readDbml(value, offset, file)
  const isPrisma = /^\s*model\s+\w+\s*\{\s*$/m.test(value)
  return isPrisma && (isUnnamed || language === 'prisma') ? readPrisma(value, offset, file) : undefined
}
