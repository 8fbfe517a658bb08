import { describe, expect, test } from 'vitest'
import type { Block, Document, DocumentKind } from './document.ts'
import { parseDocument } from './parse-document.ts'

const parse = (text: string, kind: DocumentKind = 'prd'): Document =>
  parseDocument({ id: kind, kind, path: `.ai/${kind}.md`, text })
const textOf = (block: Block): string => ('inline' in block ? block.inline.text : block.kind === 'code' ? block.text : '')
/** Zone and text of every block, for comparing at a glance. */
const outline = (document: Document) => document.blocks.map((block) => `${block.zone}: ${textOf(block)}`)

describe('zones of notes', () => {
  test('tags give the zone, closed or not, and positions stay true', () => {
    const document = parse(
      '<conversation_summary>\n<decisions>\n1. Beds have a name.\n2. Keep seeds.\n<matched_recommendations>\n1. Use enums.\n</matched_recommendations>\n<unresolved_issues>\n- Who waters?\n</unresolved_issues>\n</conversation_summary>\n',
      'notes',
    )
    expect(outline(document)).toEqual([
      'decisions: Beds have a name.',
      'decisions: Keep seeds.',
      'recommendations: Use enums.',
      'unresolved: Who waters?',
    ])
    expect(document.blocks.map((block) => block.line)).toEqual([3, 4, 6, 9])
  })

  test('tags on one line end what is before them, and enumerations on one line are items', () => {
    const document = parse(
      '<decisions> 1. Beds have a name. 2. Seeds are kept. 3. No sharing. </decisions> <database_planning_summary> Three tables. </database_planning_summary>',
      'notes',
    )
    expect(outline(document)).toEqual([
      'decisions: Beds have a name.',
      'decisions: Seeds are kept.',
      'decisions: No sharing.',
      'summary: Three tables.',
    ])
    expect(document.blocks.map((block) => (block.kind === 'item' ? block.number : undefined))).toEqual([1, 2, 3, undefined])
  })

  test('indented tags and lists are text, never code', () => {
    const document = parse(
      '  <decisions>\n\n     7.  Beds have a name.\n     8.  Keep seeds.\n        </decisions>\n\n        Trailing words.\n',
      'notes',
    )
    expect(document.blocks.map((block) => block.kind)).toEqual(['item', 'item', 'paragraph'])
    expect(document.blocks.map((block) => (block.kind === 'item' ? block.number : 0))).toEqual([7, 8, 0])
    expect(document.blocks[2]?.zone).toBe('memo')
  })

  test('what stands in the session outside of any part is a decision only where nothing else is called one', () => {
    expect(parse('<conversation_summary>\n1. Keep seeds.\n</conversation_summary>', 'notes').blocks[0]?.zone).toBe('decisions')
    expect(
      parse('<conversation_summary>\nIntro.\n<decisions>\n1. Keep seeds.\n</decisions>\n</conversation_summary>', 'notes')
        .blocks[0]?.zone,
    ).toBe('summary')
  })

  test('headings and bold lines in both languages', () => {
    expect(
      outline(
        parse(
          '# Podsumowanie sesji\n\n## Decyzje\n\n### Runda 1 (pytania)\n\n1. Zgoda.\n\n**Nierozwiązane kwestie:**\n\n- Kto podlewa?\n\n## Rekomendacje\n\nIndeksy.\n',
          'notes',
        ),
      ),
    ).toEqual([
      'memo: Podsumowanie sesji',
      'decisions: Decyzje',
      'decisions: Runda 1 (pytania)',
      'decisions: Zgoda.',
      'unresolved: Nierozwiązane kwestie:',
      'unresolved: Kto podlewa?',
      'recommendations: Rekomendacje',
      'recommendations: Indeksy.',
    ])
  })

  test('questions with their answers', () => {
    expect(outline(parse('## Questions\n\n- Question 1: One bed per person?\n- Answer 1: No, several.\n', 'notes'))).toEqual([
      'questions: Questions',
      'questions: Question 1: One bed per person?',
      'answers: No, several.',
    ])
  })

  test('who speaks is no part of what is said', () => {
    expect(outline(parse('**Assistant:** `beds` (id, name). Is that fine?\n\n**User:** Yes, with a note.\n', 'notes'))).toEqual([
      'recommendations: beds (id, name). Is that fine?',
      'answers: Yes, with a note.',
    ])
    expect(outline(parse('AI: Proponuję tabelę `beds`.\nJa: Zgoda.\n', 'notes'))).toEqual([
      'recommendations: Proponuję tabelę beds.',
      'answers: Zgoda.',
    ])
  })

  test('a tag around a session is no part of it', () => {
    const text = '<database_planning>\n<questions>\n1. Own beds?\nAnswer: yes\n</questions>\n</database_planning>\n'
    expect(outline(parse(text, 'notes'))).toEqual(['questions: Own beds?', 'answers: yes'])
  })

  test('a memo has no parts', () => {
    expect(outline(parse('Beds have a name.\n\n- Seeds are kept.\n', 'notes'))).toEqual([
      'memo: Beds have a name.',
      'memo: Seeds are kept.',
    ])
  })

  test('tags in code, placeholders and comparisons stay text', () => {
    const document = parse('Call it `<decisions>` or Array<string>, when a < b.\n\n```\n<decisions>\n```\n', 'notes')
    expect(outline(document)).toEqual(['memo: Call it <decisions> or Array<string>, when a < b.', 'memo: <decisions>'])
  })
})

describe('zones of a PRD', () => {
  test.each([
    ['## 1. Product Overview', 'overview'],
    ['## 1. Przegląd produktu', 'overview'],
    ['## 2. User Problem', 'problem'],
    ['## 2. Problem użytkownika', 'problem'],
    ['## 3. Functional Requirements', 'requirements'],
    ['## 3. Wymagania funkcjonalne', 'requirements'],
    ['## 4.2. Out of Scope', 'out of scope'],
    ['## Non-goals', 'out of scope'],
    ['## Co NIE wchodzi w zakres MVP', 'out of scope'],
    ['## Nie w MVP', 'out of scope'],
    ['## Poza zakresem', 'out of scope'],
    ['## Future considerations', 'out of scope'],
    ['## Co wchodzi w zakres MVP', 'requirements'],
    ['## 5. User Stories', 'stories'],
    ['## 5. Historyjki użytkowników', 'stories'],
    ['## Acceptance criteria', 'acceptance'],
    ['## Kryteria akceptacji', 'acceptance'],
    ['## 6. Success Metrics', 'metrics'],
    ['## 6. Metryki sukcesu', 'metrics'],
    ['## Kryteria sukcesu', 'metrics'],
    ['## User roles', 'roles'],
    ['## Role i uprawnienia', 'roles'],
    ['## Model danych', 'data model'],
    ['## Database schema', 'data model'],
    ['## Open questions', 'unresolved'],
  ])('%s', (heading, zone) => {
    const document = parse(`# Product Requirements Document\n\n${heading}\n\nText.\n`)
    expect(document.blocks.at(-1)?.zone).toBe(zone)
  })

  test('what a section about boundaries refuses, by label, by sentence, or item by item', () => {
    expect(
      outline(parse('## Product Boundaries\n\nIn scope:\n\n- beds\n\nOut of scope:\n\n- shops\n\n## User Stories\n')),
    ).toEqual([
      'other: Product Boundaries',
      'requirements: In scope:',
      'requirements: beds',
      'out of scope: Out of scope:',
      'out of scope: shops',
      'stories: User Stories',
    ])
    expect(
      parse('## Granice produktu\n\nPoniższe funkcje nie wchodzą w zakres pierwszej wersji:\n\n- sklepy\n').blocks.at(-1)?.zone,
    ).toBe('out of scope')
    expect(
      outline(parse('## Product Boundaries\n\n- No shops.\n- One garden per account.\n- Prizes (outside MVP).\n')).slice(1),
    ).toEqual(['out of scope: No shops.', 'other: One garden per account.', 'out of scope: Prizes (outside MVP).'])
  })

  test('what would please among measures of success is not out of scope', () => {
    expect(parse('## Success Metrics\n\nNice to have:\n\n- 3 beds per gardener\n').blocks.at(-1)?.zone).toBe('metrics')
  })

  test.each([
    'As the table `quotas` is not part of the MVP, limits should be kept by the application:',
    'Ponieważ tabela `quotas` nie jest częścią MVP, limity powinny być liczone w aplikacji:',
  ])('a reason that something is out of scope puts nothing below it there: %s', (lead) => {
    expect(parse(`## Notes\n\n${lead}\n\n- 30 per hour\n`, 'notes').blocks.at(-1)?.zone).not.toBe('out of scope')
  })

  test('an item that is a label opens a zone for the items in it, also where they are not indented', () => {
    expect(
      outline(parse('## Granice produktu\n\n1. Poza zakresem MVP:\n   - sklepy\n2. Limity:\n   - 10 grządek\n')).slice(1),
    ).toEqual(['out of scope: Poza zakresem MVP:', 'out of scope: sklepy', 'other: Limity:', 'other: 10 grządek'])
    expect(parse('## Scope\n\n1. Out of scope:\n- shops\n').blocks.at(-1)).toMatchObject({
      zone: 'out of scope',
      parent: 1,
      level: 1,
    })
  })

  test('a heading inside a refused part or among stories changes nothing', () => {
    expect(parse('## Out of scope\n\n### User roles\n\n- guests\n').blocks.at(-1)?.zone).toBe('out of scope')
    expect(parse('## User stories\n\n### Role: admin\n\nText.\n').blocks.at(-1)?.zone).toBe('stories')
  })

  test('numbered lines are headings, also when they are indented into a list', () => {
    const document = parse(
      '## 3. Requirements\n\n3.1. Beds\n\n- People add beds.\n\n  3.1.1. Names of beds\n\n- Names are short.\n',
    )
    expect(document.blocks.map((block) => (block.kind === 'heading' ? block.depth : block.kind))).toEqual([
      2,
      3,
      'item',
      4,
      'item',
    ])
    expect(document.blocks.at(-1)?.headings).toEqual(['3. Requirements', '3.1. Beds', '3.1.1. Names of beds'])
  })

  test('a PRD that has no parts is a memo', () => {
    expect(outline(parse('We grow things.\n'))).toEqual(['memo: We grow things.'])
  })
})

describe('layout', () => {
  test('lines that are statements of their own are told apart, wrapped prose is not', () => {
    expect(outline(parse('Title: Sign in\nDescription: As a person I sign in\nwith an address.\nPriority: high\n')).length).toBe(
      3,
    )
    expect(parse('A bed is a place where\nplants grow and people\nwater them.\n').blocks).toHaveLength(1)
    expect(parse('Beds have names.\nSeeds are kept.\n').blocks).toHaveLength(2)
  })

  test('items know their level, number and what they stand under', () => {
    const document = parse('**Beds**:\n\n- name\n  - short\n- size\n\nText.\n\n3. third\n4. fourth\n')
    expect(
      document.blocks.map((block) => (block.kind === 'item' ? [block.level, block.number, block.parent] : block.kind)),
    ).toEqual(['heading', [0, undefined, 0], [1, undefined, 1], [0, undefined, 0], 'paragraph', [0, 3, 4], [0, 4, 4]])
  })

  test('signs that are no markdown bullets make items too', () => {
    expect(parse('• beds\n• seeds\n').blocks.map((block) => [block.kind, textOf(block)])).toEqual([
      ['item', 'beds'],
      ['item', 'seeds'],
    ])
  })

  test('tables keep their cells, also without rows', () => {
    const [table, empty] = parse(
      '| Column | Type |\n|---|---|\n| `name` | text |\n\nText.\n\n| a |\n|---|\n',
      'notes',
    ).blocks.filter(({ kind }) => kind === 'table')
    expect(table).toMatchObject({
      kind: 'table',
      header: [{ text: 'Column' }, { text: 'Type' }],
      rows: [[{ text: 'name', marks: [{ kind: 'code', start: 0, end: 4 }] }, { text: 'text' }]],
    })
    expect(empty).toMatchObject({ kind: 'table', rows: [] })
  })

  test('struck-out text is gone; one tilde means about', () => {
    expect(textOf(parse('~~Every day~~ Once a week, ~50 of ~60 beds.').blocks[0] as Block)).toBe('Once a week, ~50 of ~60 beds.')
  })

  test('a document pasted as one code block is read as the document it is', () => {
    const document = parse('```markdown\n# Garden\n\n```sql\nselect 1;\n```\n\n## User stories\n\n- US-001: Beds\n```\n')
    expect(document.blocks.map((block) => block.kind)).toEqual(['heading', 'code', 'heading', 'item'])
    expect(document.blocks[0]?.line).toBe(2)
  })

  test('a fence that nobody closed ends before the next heading', () => {
    const document = parse('# Garden\n\n```sql\nselect 1;\n\n## User stories\n\n- beds\n')
    expect(document.blocks.map((block) => [block.kind, block.line])).toEqual([
      ['heading', 1],
      ['code', 3],
      ['heading', 6],
      ['item', 8],
    ])
  })

  test('a long paragraph over a line of dashes is no heading; headings without text are nothing', () => {
    expect(parse('Beds have names.\nSeeds are kept.\n---\n\n##\n\n# \n').blocks.map((block) => block.kind)).toEqual([
      'paragraph',
      'paragraph',
    ])
    expect(parse('Garden\n------\n').blocks[0]?.kind).toBe('heading')
  })

  test('line ends of any kind, and a byte-order mark', () => {
    const document = parse('\ufeff# Garden\r\n\r\n- beds\r\n- seeds **kept**\r\n')
    expect(document.blocks.map((block) => block.line)).toEqual([1, 3, 4])
    expect(document.blocks[2]).toMatchObject({
      inline: {
        text: 'seeds kept',
        origins: [
          { offset: 0, line: 4, column: 3 },
          { offset: 6, line: 4, column: 11 },
        ],
      },
    })
    expect(document.lines).toHaveLength(5)
  })

  test('escapes and entities', () => {
    const [block] = parse('a \\*b\\* &amp; c &lt; d &#128512; Q&A; e').blocks
    expect(block).toMatchObject({ inline: { text: 'a *b* & c < d 😀 Q&A; e' } })
    const origins = block && 'inline' in block ? block.inline.origins : []
    expect(origins.at(-1)).toMatchObject({ offset: 16, column: 33 })
  })

  test('a long list is cut without losing what it stands under', () => {
    const long = Array.from({ length: 400 }, (_, index) => `- item number ${index} of the list\n  - nested`).join('\n')
    const document = parse(`Introduction:\n\n${long}\n`)
    const items = document.blocks.filter((block) => block.kind === 'item')
    expect(items).toHaveLength(800)
    expect(new Set(items.filter((item) => item.level === 0).map((item) => item.parent))).toEqual(new Set([0]))
    expect(
      items.filter((item) => item.level === 1).every((item) => document.blocks[item.parent as number]?.kind === 'item'),
    ).toBe(true)
  })
})

describe('language', () => {
  test.each([
    ['People keep their seeds in the garden and water them.', 'en'],
    ['Użytkownik zapisuje grządki oraz nasiona i podlewa je.', 'pl'],
    [
      'Grządki sa dla kazdego.\n\n```sql\nselect the_bed from beds where is_on is not null and not for or as in on to;\n```',
      'pl',
    ],
    ['', 'en'],
  ])('%s', (text, language) => {
    expect(parse(text).language).toBe(language)
  })
})
