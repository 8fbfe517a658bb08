import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { compareText } from '../schema/order.ts'

/**
 * The SQL files of a migrations folder in the order in which they are applied, which is that of their names: `20260101000000_create.sql`,
 * `0001_init.sql`, `20260101_create/migration.sql` (Prisma), `1_create.up.sql`. Scripts that take a migration back are left out.
 */
export async function migrationFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files: string[] = []
  for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
    if (entry.isDirectory()) {
      const inner = await readdir(join(folder, entry.name))
      // Drizzle keeps its snapshots in `meta`; Prisma and others keep one script per folder.
      if (inner.includes('migration.sql')) files.push(join(folder, entry.name, 'migration.sql'))
      else if (inner.includes('up.sql')) files.push(join(folder, entry.name, 'up.sql'))
    } else if (isUp(entry.name)) files.push(join(folder, entry.name))
  }
  return files
}

function isUp(name: string): boolean {
  return /\.sql$/i.test(name) && !/[._-](down|undo|rollback|revert)\.sql$/i.test(name) && !/^(U\d|down\.sql$)/.test(name)
}

/** Lines after which a tool's file holds the way back: dbmate, goose, sql-migrate. */
const downMark = /^--\s*(migrate:down|\+goose\s+down|\+migrate\s+down)\b.*$/im

/**
 * The part of a script that goes forward, everything else blanked so that positions stay true. psql's own commands, which begin with a
 * backslash, are no SQL; dumps hold some.
 */
export function forwardPart(text: string): string {
  const down = downMark.exec(text)
  const cut = down === null ? text : text.slice(0, down.index)
  return cut.replaceAll(/^\\[a-z].*$/gm, (line) => ' '.repeat(line.length))
}
