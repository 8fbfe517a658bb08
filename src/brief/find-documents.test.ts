import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { assembleBrief } from './assemble-brief.ts'
import { findDocuments } from './find-documents.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dbplan-brief-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const put = (files: Readonly<Record<string, string | Uint8Array>>) => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true })
    writeFileSync(join(dir, name), content)
  }
}
const database = '<decisions>\n1. The table `beds` has a column `name` and a foreign key.\n</decisions>\n'
const interfaceNotes =
  '<decisions>\n1. The screen has a sidebar, buttons and a modal component.\n2. The layout is responsive.\n</decisions>\n'

describe('finding documents', () => {
  test('in .ai, by name and content, notes in order', async () => {
    put({
      '.ai/prd.md': '# Garden',
      '.ai/tech-stack.md': 'Supabase',
      '.ai/session-2.md': database,
      '.ai/session-1.md': database,
      '.ai/session-3.md': interfaceNotes,
      '.ai/db-plan.md': database,
      '.ai/glossary.md': 'bed -> garden_bed',
    })
    const { value, diagnostics } = await findDocuments({ dir })
    expect(value.map(({ id, path }) => `${id} ${path}`)).toEqual([
      'prd .ai/prd.md',
      'notes .ai/session-1.md',
      'notes-2 .ai/session-2.md',
      'stack .ai/tech-stack.md',
      'glossary .ai/glossary.md',
    ])
    expect(diagnostics).toMatchObject([
      { code: 'brief/notes-aside', severity: 'note', place: { file: '.ai/session-3.md', line: 1 } },
    ])
    expect(diagnostics[0]?.message).toContain('the user interface')
  })

  test('files that are named are read, whatever they are called or about', async () => {
    put({ 'docs/what.md': '# Garden', 'docs/ui.md': interfaceNotes, 'docs/how.md': 'Supabase' })
    const { value, diagnostics } = await findDocuments({
      dir,
      prd: 'docs/what.md',
      notes: ['docs/ui.md'],
      stack: join(dir, 'docs/how.md'),
    })
    expect(value.map(({ id, path }) => `${id} ${path}`)).toEqual(['prd docs/what.md', 'notes docs/ui.md', 'stack docs/how.md'])
    expect(diagnostics).toEqual([])
  })

  test('a file that is not there, not UTF-8, UTF-16 or binary is an error with its place', async () => {
    put({
      '.ai/prd.md': Buffer.from([...Buffer.from('# Gard\n\nab'), 0xff, 0x41]),
      'bin.md': Buffer.from([0x41, 0x0a, 0x42, 0, 0x43]),
      'wide.md': Buffer.from('\ufeffGarden', 'utf16le'),
    })
    const diagnosticOf = async (file?: string) =>
      (await findDocuments({ dir, ...(file === undefined ? {} : { prd: file }) })).diagnostics
    expect(await diagnosticOf()).toMatchObject([
      { code: 'brief/not-utf8', severity: 'error', place: { file: '.ai/prd.md', line: 3, column: 3 } },
    ])
    expect(await diagnosticOf('bin.md')).toMatchObject([{ code: 'brief/binary-file', place: { line: 2, column: 2 } }])
    expect(await diagnosticOf('wide.md')).toMatchObject([{ code: 'brief/not-utf8' }])
    expect(await diagnosticOf('none.md')).toMatchObject([{ code: 'brief/file-unreadable', place: { file: 'none.md' } }])
  })

  test('no folder', async () => {
    expect((await findDocuments({ dir: join(dir, 'nope') })).diagnostics).toMatchObject([
      { code: 'brief/folder-missing', severity: 'error' },
    ])
  })
})

describe('assembling the brief', () => {
  const assemble = async () => assembleBrief((await findDocuments({ dir })).value, 'folder')

  test('title, platform, requirements and the words of the project', async () => {
    put({
      '.ai/prd.md': '# Dokument wymagań produktu (PRD) – Ogródek (MVP)\n\n- US-001: Grządki\n',
      '.ai/tech-stack.md': 'Supabase',
      '.ai/glossary.md':
        '# Words\n\ngrządka -> bed\nnasiono: seed\n\n- siewka = seedling\n\n| word | name |\n|---|---|\n| `podlewanie` | `watering` |\n\n- no name here\n- a -> Not Valid\n',
    })
    const { value, diagnostics } = await assemble()
    expect(value).toMatchObject({
      title: 'Ogródek',
      platform: { kind: 'supabase' },
      requirements: [{ id: 'US-001', title: 'Grządki', document: 'prd', line: 3 }],
    })
    expect(value?.glossary).toEqual([
      { word: 'grządka', name: 'bed', line: 3 },
      { word: 'nasiono', name: 'seed', line: 4 },
      { word: 'siewka', name: 'seedling', line: 6 },
      { word: 'podlewanie', name: 'watering', line: 10 },
    ])
    expect(diagnostics.map(({ code, place }) => `${code} ${place?.line}`)).toEqual([
      'brief/glossary-line 12',
      'brief/glossary-line 13',
    ])
  })

  test('without documents there is nothing to design; with notes alone there is, with a warning', async () => {
    expect(await assemble()).toMatchObject({ value: undefined, diagnostics: [{ code: 'brief/prd-missing', severity: 'error' }] })
    put({ '.ai/db-notes.md': database, '.ai/prd.md': '  \n' })
    const { value, diagnostics } = await assemble()
    expect(value?.title).toBe('folder')
    expect(diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'brief/document-empty warning',
      'brief/prd-missing warning',
      'brief/platform-unknown note',
    ])
  })
})
