import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
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

/** A script that comes behind the migration: which one, counted from 1, and what it makes. */
export interface Behind {
  readonly place: number
  readonly what: string
}

/** Where a migration goes: the file that `--out` names, or one with the next name in its folder or the platform's. What comes behind it is named, and sorts, behind it. */
export function migrationFile(
  { dir, out, name, down }: MigrationFileOptions,
  plan: Plan,
  usual: string,
  at: Date,
  behind?: Behind,
): string {
  const { platform } = plan.schema
  const direction = down === true ? 'down' : 'up'
  const ending = behind === undefined ? '' : `_${behind.what}`
  const fileName = migrationFileName(
    platform,
    `${name ?? usual}${ending}`,
    new Date(at.getTime() + (behind?.place ?? 0) * 1000),
    direction,
  )
  if (out === undefined) return join(resolve(dir), migrationFolder(platform, direction), fileName)
  if (!/\.sql$/i.test(out)) return join(resolve(out), fileName)
  const file = resolve(out)
  return behind === undefined ? file : join(dirname(file), `${basename(file, extname(file))}-${behind.place}${extname(file)}`)
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
