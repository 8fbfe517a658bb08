import { describe, expect, test } from 'vitest'
import type { Block, Document, Inline, Mark } from '../../../brief/document.ts'
import { analyseDocument, inlineOfSentence } from './analyse-document.ts'
import { loadLanguages } from './load-languages.ts'

const inline = (text: string, marks: readonly Mark[] = []): Inline => ({
  text,
  marks,
  origins: [{ offset: 0, line: 1, column: 1 }],
})
const place = { line: 1, zone: 'decisions', headings: [] } as const
const item = (text: string, marks: readonly Mark[] = []): Block => ({
  ...place,
  kind: 'item',
  level: 0,
  inline: inline(text, marks),
})
const document = (blocks: readonly Block[], language: 'en' | 'pl' = 'en'): Document => ({
  id: 'notes',
  kind: 'notes',
  path: 'notes.md',
  language,
  text: '',
  lines: [],
  blocks,
})

const read = async (given: Document) => analyseDocument(given, await loadLanguages([given], []))

describe('a document', () => {
  test('is read sentence by sentence, each with its place', async () => {
    const given = document([
      { ...place, kind: 'heading', depth: 1, inline: inline('Trips') },
      { ...item('A trip has stops. It is private; it may be shared.'), requirement: 'FR-002' },
      { ...place, kind: 'code', language: 'sql', text: 'select 1' },
    ])
    const sentences = await read(given)
    expect(sentences.map(({ text, block, offset }) => [text, block, offset])).toEqual([
      ['Trips', 0, 0],
      ['A trip has stops.', 1, 0],
      ['It is private;', 1, 18],
      ['it may be shared.', 1, 33],
    ])
    expect(sentences[1]).toMatchObject({ document: 'notes', zone: 'decisions', requirement: 'FR-002', language: 'en' })
    for (const sentence of sentences) {
      expect(inlineOfSentence(given, sentence)?.text.slice(sentence.offset, sentence.offset + sentence.text.length)).toBe(
        sentence.text,
      )
    }
  })

  test('has sentences in its table cells', async () => {
    const given = document([
      {
        ...place,
        kind: 'table',
        header: [inline('Column'), inline('Rules')],
        rows: [[inline('title'), inline('Required. At most 100 characters.')]],
      },
    ])
    const sentences = await read(given)
    expect(sentences.map(({ text, cell, offset }) => [text, cell?.row, cell?.column, offset])).toEqual([
      ['Column', -1, 0, 0],
      ['Rules', -1, 1, 0],
      ['title', 0, 0, 0],
      ['Required.', 0, 1, 0],
      ['At most 100 characters.', 0, 1, 10],
    ])
    for (const sentence of sentences) expect(inlineOfSentence(given, sentence)?.text).toContain(sentence.text)
  })

  test('may be in both languages', async () => {
    const sentences = await read(document([item('Each trip has many stops.'), item('Każda podróż ma wiele przystanków.')]))
    expect(sentences.map(({ language }) => language)).toEqual(['en', 'pl'])
  })

  test('gives a sentence the marks that stand in it', async () => {
    const text = 'First. The stop_id key and trip notes.'
    const sentences = await read(
      document([
        item(text, [
          { kind: 'code', start: 11, end: 18 },
          { kind: 'strong', start: 27, end: 37 },
        ]),
      ]),
    )
    expect(sentences[1]?.words.filter((word) => word.identifier).map((word) => word.text)).toEqual(['stop_id'])
    expect(sentences[1]?.words.filter((word) => word.strong).map((word) => word.text)).toEqual(['trip', 'notes'])
  })

  test('loads the languages that it needs', async () => {
    const english = document([item('Each trip has many stops.')])
    expect(Object.keys(await loadLanguages([english], []))).toEqual(['en'])
    expect(Object.keys(await loadLanguages([document([])], []))).toEqual([])
    expect(analyseDocument(english, {})).toEqual([])
  })
})
