import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, Document, DocumentKind, Inline } from './document.ts'
import { parseDocument } from './parse-document.ts'

const sample = `# Product Requirements Document - Garden

<conversation_summary>
<decisions>
1. Beds have a \`name\` (max 80 characters) &amp; a **size**.
   Continued \\*here\\* with [a link](https://example.org).
2. ~~Gone~~ kept
    </decisions>
> quoted
> text

| Column | Type |
|---|---|
| \`a\\|b\` | text |

### US-001: Sign in
ID: US-002
Acceptance criteria:
- one
  - two 😀

\`\`\`sql
select 1;
\`\`\`
`

const pieces = fc.constantFrom(
  ...[
    '# ',
    '\n',
    '\n\n',
    '- ',
    '1. ',
    '   ',
    '    ',
    '`',
    '```',
    '**',
    '*',
    '~~',
    '> ',
    '|',
    '|---|',
    '<decisions>',
    '</decisions>',
    '<a',
    '<!--',
    '-->',
    '[x](y)',
    '\\',
    '&lt;',
    '&',
    '\r\n',
    '\r',
    '\t',
    '\ufeff',
    '\0',
    '😀',
    'ż',
    'US-001: ',
    'Label:',
    'word ',
    '. 2. Next',
    '---',
    '\u2028',
  ],
)
const soup = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''))
const mutated = fc
  .tuple(fc.nat(sample.length), fc.nat(sample.length), soup)
  .map(([from, to, insert]) => sample.slice(0, from) + insert + sample.slice(Math.max(from, to)))
const text = fc.oneof(soup, mutated, fc.string({ unit: 'grapheme', maxLength: 200 }))
const kind = fc.constantFrom<DocumentKind>('prd', 'notes', 'stack', 'glossary')

const inlinesOf = (block: Block): readonly Inline[] =>
  block.kind === 'table' ? [...block.header, ...block.rows.flat()] : block.kind === 'code' ? [] : [block.inline]

const parse = (text: string, kind: DocumentKind): Document => parseDocument({ id: kind, kind, path: 'x.md', text })

test('any text is a document, and its blocks refer to themselves rightly', () => {
  fc.assert(
    fc.property(text, kind, (text, kind) => {
      const { blocks, lines } = parse(text, kind)
      for (const [index, block] of blocks.entries()) {
        expect(block.line).toBeGreaterThanOrEqual(1)
        expect(block.line).toBeLessThanOrEqual(lines.length)
        if ('parent' in block && block.parent !== undefined) expect(block.parent).toBeLessThan(index)
        for (const { text, marks } of inlinesOf(block)) {
          expect(text).toBe(text.trim())
          for (const mark of marks) expect(0 <= mark.start && mark.start < mark.end && mark.end <= text.length).toBe(true)
        }
      }
    }),
    { numRuns: 600 },
  )
})

test('every character of a text stands in the document where its origin says', () => {
  fc.assert(
    fc.property(text, kind, (text, kind) => {
      const { blocks, lines } = parse(text, kind)
      for (const inline of blocks.flatMap(inlinesOf)) {
        if (inline.text === '') continue
        expect(inline.origins[0]?.offset).toBe(0)
        for (const [index, origin] of inline.origins.entries()) {
          const end = inline.origins[index + 1]?.offset ?? inline.text.length
          expect(end).toBeGreaterThan(origin.offset)
          const line = lines[origin.line - 1] as string
          for (let offset = origin.offset; offset < end; offset++) {
            const there = line[origin.column - 1 + offset - origin.offset]
            const here = inline.text[offset] as string
            // A line end, a tag and a forced break are spaces in the text; an entity, an escape and NUL stand for another character.
            const stands =
              here === there || here === ' ' || there === '&' || there === '\\' || there === '\0' || there === undefined
            if (!stands)
              expect.fail(`${JSON.stringify(here)} is not at ${origin.line}:${origin.column} of ${JSON.stringify(text)}`)
          }
        }
      }
    }),
    { numRuns: 600 },
  )
})

test('the same text gives the same document', () => {
  fc.assert(
    fc.property(text, kind, (text, kind) => {
      expect(parse(text, kind)).toEqual(parse(text, kind))
    }),
    { numRuns: 50 },
  )
})
