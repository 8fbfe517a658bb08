import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesOfTar, tarFolder } from './tar.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dbplan-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('what went in comes out, folders before what is in them', async () => {
  await mkdir(join(folder, 'base', '5'), { recursive: true })
  await mkdir(join(folder, 'empty'))
  const long = 'n'.repeat(100 - 'base/5/'.length)
  const contents = { 'base/5/1': '', 'base/5/2': 'x'.repeat(512), [`base/5/${long}`]: 'y'.repeat(513), version: '18\n' }
  for (const [path, content] of Object.entries(contents)) await writeFile(join(folder, path), content)
  const entries = [...filesOfTar(await tarFolder(folder))]
  expect(entries.map(({ path, content }) => [path, content && Buffer.from(content).toString()])).toEqual([
    ['base', undefined],
    ['base/5', undefined],
    ['base/5/1', ''],
    ['base/5/2', 'x'.repeat(512)],
    [`base/5/${long}`, 'y'.repeat(513)],
    ['empty', undefined],
    ['version', '18\n'],
  ])
})
