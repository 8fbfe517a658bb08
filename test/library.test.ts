import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

test('the example of docs/agents.md runs as it stands', () => {
  const example = /```js\n([\s\S]+?)\n```/.exec(readFileSync(resolve(root, 'docs/agents.md'), 'utf8'))?.[1] ?? ''
  const library = pathToFileURL(resolve(root, 'dist/index.mjs')).href
  const result = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', example.replace("'dbplan'", JSON.stringify(library))],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  expect(result.stderr).toBe('')
  expect(result.stdout.split('\n').slice(0, 6)).toEqual([
    expect.stringMatching(/^3 \d+$/),
    '0',
    '3',
    expect.stringMatching(/^-- .+: creates the schema\.$/),
    '0',
    'true',
  ])
})
