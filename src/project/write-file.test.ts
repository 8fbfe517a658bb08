import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Failure } from './failure.ts'
import { writablePath } from './project-path.ts'
import { writeFileAtomically } from './write-file.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dbplan-write-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('writes whole, makes folders, keeps permissions, leaves nothing behind', async () => {
  const path = join(dir, 'a/b/plan.md')
  await writeFileAtomically(path, 'one')
  writeFileSync(join(dir, 'a/b/tight.md'), '', { mode: 0o600 })
  await writeFileAtomically(join(dir, 'a/b/tight.md'), 'two')
  expect(readFileSync(path, 'utf8')).toBe('one')
  expect(statSync(join(dir, 'a/b/tight.md')).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(dir, 'a/b'))).toEqual(['plan.md', 'tight.md'])
})

test('a fresh file replaces nothing', async () => {
  const path = join(dir, 'plan.md')
  writeFileSync(path, 'mine')
  await expect(writeFileAtomically(path, 'yours', { fresh: true })).rejects.toThrow(Failure)
  expect(readFileSync(path, 'utf8')).toBe('mine')
  expect(readdirSync(dir)).toEqual(['plan.md'])
})

test('a folder in the way is said in words', async () => {
  mkdirSync(join(dir, 'plan.md'))
  await expect(writeFileAtomically(join(dir, 'plan.md'), 'x')).rejects.toThrow(/cannot be written: it is a folder/)
})

test('links are followed inside the project and refused where they lead out', () => {
  const project = join(dir, 'project')
  mkdirSync(join(project, 'docs'), { recursive: true })
  mkdirSync(join(dir, 'outside'))
  symlinkSync(join(project, 'docs'), join(project, '.ai'))
  expect(writablePath(join(project, '.ai/plan.md'), project)).toMatch(/project\/docs\/plan\.md$/)
  symlinkSync(join(dir, 'outside'), join(project, 'out'))
  expect(() => writablePath(join(project, 'out/plan.md'), project)).toThrow(/leads out of the project/)
  symlinkSync(join(dir, 'nowhere'), join(project, 'gone.md'))
  expect(() => writablePath(join(project, 'gone.md'), project)).toThrow(Failure)
  // What the person names outside of the project is theirs to write.
  expect(writablePath(join(dir, 'outside/plan.md'), project)).toMatch(/outside\/plan\.md$/)
})
