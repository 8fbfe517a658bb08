import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBlocks } from './markdown.ts'
import { partsOfMarkdown } from './parts-of-markdown.ts'

/** A tree without its lines, which are counted in each part anew. */
const placed = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner) => (key === 'line' || key === 'column' ? undefined : inner)))

const whole = (text: string) => placed(parseBlocks(text, [0]))
const inParts = (text: string) => placed(parseBlocks(text, partsOfMarkdown(text, 1)))

describe('a text is cut', () => {
  test('before each heading behind an empty line', () => {
    expect(partsOfMarkdown('# Boats\n\na\n\n## Masts\n\n- b\n\n### Sails\n', 1)).toEqual([0, 12, 27])
  })

  test('only where a part is long enough', () => {
    expect(partsOfMarkdown('# Boats\n\na\n\n## Masts\n\n- b\n\n### Sails\n', 20)).toEqual([0, 27])
    expect(partsOfMarkdown('# Boats\n\na\n\n## Masts\n')).toEqual([0])
  })

  test.each([
    ['in a fence', 'a\n\n```sql\nselect 1;\n\n# no heading\n```\n'],
    ['in a fence that another kind of sign does not close', 'a\n\n```\n~~~\n\n# no heading\n```\n'],
    ['in a fence that fewer signs do not close', 'a\n\n````\n```\n\n# no heading\n````\n'],
    ['in a fence behind one that an indented fence closed', '```\n a\n  ```\n````\n\n# no heading\n'],
    ['behind a fence in a list', '- a\n\n  ```\n  b\n\n# heading\n'],
    ['right below a line', 'a\n# heading\n'],
    ['where a comment may be open', 'a\n\n<!--\n\n# no heading\n\n-->\n'],
    ['at a sign without a space', 'a\n\n#5 of them\n'],
  ])('not %s', (_, text) => {
    expect(partsOfMarkdown(text, 1)).toEqual([0])
  })
})

test('the parts of any text are together what the whole is', () => {
  const lines = fc.constantFrom(
    ...[
      '',
      '',
      '',
      '# Boats',
      '## `masts`',
      '###',
      '#no',
      '- a',
      '  - b',
      '1. c',
      '> d',
      'e',
      '    f',
      '```',
      '```sql',
      '~~~',
      '````',
      '  ```',
    ],
    ...[
      '| a | b |',
      '|---|---|',
      '| c | d |',
      '<div>',
      '</div>',
      '===',
      '---',
      '\t# g',
      '# h\r',
      '\r',
      '`` ` ``',
      '```x```',
      '* * *',
      ' # i',
    ],
  )
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 24 }), (all) => {
      const text = all.join('\n')
      expect(inParts(text)).toEqual(whole(text))
    }),
    { numRuns: 400 },
  )
})
