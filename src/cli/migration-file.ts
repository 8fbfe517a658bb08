import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { shownPath } from '../diagnostic/shown-path.ts'
import { migrationFileName, migrationFolder } from '../migration/migration-path.ts'
import { Failure } from '../project/failure.ts'
import { writablePath } from '../project/project-path.ts'
import { writeFileAtomically } from '../project/write-file.ts'
import type { Plan } from '../schema/plan.ts'
import type { Output } from './output.ts'

export interface MigrationFileOptions {
  readonly dir: string
  readonly out?: string
  readonly name?: string
  readonly down?: boolean
}

/** Where a migration goes: the file that `--out` names, or one with the next name in its folder or the platform's. */
export function migrationFile({ dir, out, name, down }: MigrationFileOptions, plan: Plan, usual: string): string {
  const { platform } = plan.schema
  const direction = down === true ? 'down' : 'up'
  const fileName = migrationFileName(platform, name ?? usual, new Date(), direction)
  if (out === undefined) return join(resolve(dir), migrationFolder(platform, direction), fileName)
  return /\.sql$/i.test(out) ? resolve(out) : join(resolve(out), fileName)
}

/** Writes a migration where none is, and says where. */
export async function writeMigration(path: string, script: string, dir: string, { out }: Output): Promise<void> {
  const target = writablePath(path, dir)
  const there = await readFile(target, 'utf8').catch(() => undefined)
  if (there !== undefined) {
    throw new Failure('A migration is never overwritten, and this file is there already.', {
      place: { file: shownPath(path), line: 1 },
      help: 'Give another --name or --out.',
    })
  }
  await writeFileAtomically(target, script, { fresh: true })
  out.write(`${shownPath(path)}\n`)
}

/** The migrations that a folder holds already. Comments do not make a migration another one. */
export async function migrationsIn(
  folder: string,
  script: string,
): Promise<readonly { readonly path: string; readonly same: boolean }[]> {
  const names = (await readdir(folder).catch(() => []))
    .filter((name) => name.endsWith('.sql') && !name.endsWith('.down.sql'))
    .sort()
  return await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      const text = await readFile(path, 'utf8').catch(() => '')
      return { path, same: statementsOf(text) === statementsOf(script) }
    }),
  )
}

function statementsOf(script: string): string {
  return script
    .replaceAll('\r\n', '\n')
    .replace(/^(--[^\n]*\n)*/, '')
    .trim()
}
