import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../lint/finding.ts'
import { partKey } from '../../../schema/part-key.ts'
import { openOutput } from '../../output.ts'
import { proofFindings } from './from-proof.ts'
import { githubAnnotations } from './github.ts'
import { markdownReport } from './markdown.ts'
import { sarifLog } from './sarif.ts'
import { writeFindings } from './terminal.ts'

const findings: readonly Finding[] = [
  {
    code: 'key/unindexed',
    severity: 'warning',
    message: 'No index leads with boats.dock_id, a foreign key.',
    help: 'Create one: it is 100% certain.',
    part: { kind: 'column', owner: 'boats', name: 'dock_id' },
    place: { file: 'docs/plan, v2.md', line: 7, column: 3 },
    quote: '- dock_id: uuid',
    fix: { sql: 'create index boats_dock_id_idx on boats (dock_id)' },
  },
  {
    code: 'against/limit-differs',
    severity: 'error',
    message: 'boats.name should hold at most 30 characters; the schema says <50>.',
    part: { kind: 'column', owner: 'boats', name: 'name' },
    place: { file: 'docs/plan, v2.md', line: 9 },
    asked: { place: { file: 'prd.md', line: 4, column: 2 }, quote: 'a *name* of at most\n30 characters' },
  },
  {
    code: 'type/unknown',
    severity: 'note',
    message: 'boats.seen has the type "timestampz".',
    part: { kind: 'column', owner: 'boats', name: 'seen' },
    fix: { edits: [{ spot: { file: 'docs/plan, v2.md', start: 1, end: 2 }, text: 'timestamptz' }] },
  },
]

test('GitHub annotations: one command a line, everything escaped that would end a property or the command', () => {
  expect(githubAnnotations(findings)).toBe(
    [
      '::warning file=docs/plan%2C v2.md,line=7,col=3,title=key/unindexed::No index leads with boats.dock_id, a foreign key. Create one: it is 100%25 certain.',
      '::error file=docs/plan%2C v2.md,line=9,title=against/limit-differs::boats.name should hold at most 30 characters; the schema says <50>. prd.md:4:2: "a *name* of at most%0A30 characters"',
      '::notice title=type/unknown::boats.seen has the type "timestampz".',
      '',
    ].join('\n'),
  )
})

test('markdown: grouped by table, with nothing of a document taken for markup', () => {
  expect(markdownReport(findings, 'docs/plan.md')).toBe(`## dbplan check: docs/plan.md

1 error, 1 warning, 1 note.

### boats

- **warning** \`key/unindexed\` (line 7): No index leads with boats.dock\\_id, a foreign key. Create one: it is 100% certain.

  \`\`\`sql
  create index boats_dock_id_idx on boats (dock_id);
  \`\`\`
- **error** \`against/limit-differs\` (line 9): boats.name should hold at most 30 characters; the schema says \\<50\\>.

  > a \\*name\\* of at most 30 characters (prd.md:4:2)
- **note** \`type/unknown\`: boats.seen has the type "timestampz".
`)
})

test('what the proof found is told in every format, at the place of its part', () => {
  const text = '# Boats\n\n- dock_id: uuid\n'
  const source = {
    spots: new Map([[partKey({ kind: 'column', owner: 'boats', name: 'dock_id' }), { file: 'plan.md', start: 11, end: 24 }]]),
    texts: new Map([['plan.md', text]]),
  }
  const failed = {
    check: 'applies',
    object: 'boats.dock_id',
    tried: '',
    expected: 'success',
    observed: 'no type (42704)',
    passed: false,
  }
  const attack = {
    ...failed,
    check: 'attack a',
    object: 'oars',
    tried: 'add a row',
    actor: 'owner',
    expected: 'refused',
    observed: '1 row',
  }
  expect(proofFindings([failed, attack, { ...failed, passed: true }], source)).toEqual([
    {
      code: 'proof/applies',
      severity: 'error',
      message: 'boats.dock_id: PostgreSQL refuses it (applies). no type (42704).',
      part: { kind: 'column', owner: 'boats', name: 'dock_id' },
      place: { file: 'plan.md', line: 3, column: 3 },
      quote: '- dock_id: uuid',
    },
    {
      code: 'proof/attack-a',
      severity: 'error',
      message:
        "oars: a row under another owner's parent (attack a). Tried: add a row as owner. Expected: refused. Observed: 1 row.",
    },
  ])
})

describe('SARIF', () => {
  const log = JSON.parse(sarifLog(findings)) as {
    readonly $schema: string
    readonly version: string
    readonly runs: readonly [
      {
        readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } }
        readonly results: readonly {
          readonly ruleId: string
          readonly ruleIndex: number
          readonly level: string
          readonly message: { readonly text: string }
          readonly locations?: readonly Location[]
          readonly relatedLocations?: readonly Location[]
        }[]
      },
    ]
  }
  interface Location {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string }
      readonly region: { readonly startLine: number; readonly startColumn?: number }
    }
    readonly message?: { readonly text: string }
  }
  const [run] = log.runs

  test('what the schema of SARIF 2.1.0 demands is there', () => {
    expect(log.version).toBe('2.1.0')
    expect(run.tool.driver.name).toBe('dbplan')
    const ids = run.tool.driver.rules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const result of run.results) {
      expect(ids[result.ruleIndex]).toBe(result.ruleId)
      expect(['none', 'note', 'warning', 'error']).toContain(result.level)
      expect(result.message.text).not.toBe('')
      for (const { physicalLocation } of [...(result.locations ?? []), ...(result.relatedLocations ?? [])]) {
        // A URI reference (RFC 3986) has no spaces in it.
        expect(physicalLocation.artifactLocation.uri).toMatch(/^[\w.~%!$&'()*+,;=:@/-]+$/)
        expect(physicalLocation.region.startLine).toBeGreaterThan(0)
      }
    }
  })

  test('a finding has its place, and the line that asks for it', () => {
    expect(run.results[1]).toMatchObject({
      ruleId: 'against/limit-differs',
      level: 'error',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'docs/plan,%20v2.md' }, region: { startLine: 9 } } }],
      relatedLocations: [
        {
          physicalLocation: { artifactLocation: { uri: 'prd.md' }, region: { startLine: 4, startColumn: 2 } },
          message: { text: 'a *name* of at most\n30 characters' },
        },
      ],
    })
    expect(run.results[2]?.locations).toBeUndefined()
  })
})

test.each([
  [true, 'fix dbplan check --fix mends it'],
  [false, 'fix write: timestamptz'],
])('a mend is promised only where it can be made (%s)', (canFix, expected) => {
  const written: string[] = []
  const output = openOutput({ json: false })
  const out = { ...output.out, write: (text: string) => void written.push(text) }
  writeFindings(findings.slice(2), { ...output, out }, canFix)
  expect(written.join('')).toContain(expected)
})

test('the terminal gives the advice of several findings once', () => {
  const lines: string[] = []
  const output = openOutput({ json: true })
  const out = { ...output.out, write: (text: string) => void lines.push(text) }
  const [first] = findings
  if (first === undefined) throw new Error('no finding')
  writeFindings([first, { ...first, message: 'Another.' }], { ...output, out }, true)
  const text = lines.join('')
  expect(text.split('Create one: it is 100% certain.')).toHaveLength(2)
  expect(text.split('fix create index boats_dock_id_idx')).toHaveLength(3)
})
