import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimsOf, documentsOf } from './testing.ts'

const notes = `<conversation_summary>
<decisions>
1. \`loans\` (id, book_id → books.id, due_on DATE NOT NULL) with \`ON DELETE CASCADE\`.
2. Wszystkie tabele będą używać \`UUID\` jako kluczy głównych.
3. **[CLARIFIED]** Each reader has many loans; at most 5 loans per reader.
</decisions>

<database_planning_summary>
### Key entities
- **\`readers\`**: people who borrow (name, e-mail, telefon).
- \`books\` (1:N with \`loans\`)

| Column | Type |
|---|---|
| id | UUID |

\`\`\`sql
create table books (id uuid primary key, title text not null check (char_length(title) <= 200));
\`\`\`
</database_planning_summary>
<unresolved_issues>
- Whether \`books.cover_url\` is needed.
</unresolved_issues>
`

const prd = `# Library

## 3. Functional Requirements
- FR-001: Users can add, edit and delete books (title, author, year).
- FR-002: Lista książek jest posortowana od najnowszych.

## 4. Out of scope
- Comments, ratings

## 5. User Stories
### US-001: Add a book
As a user I want to add books so that I can find them.
`

/** Cuts, doubles and disturbs a text as editors and models do. */
const disturbed = (text: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.nat(text.length),
        fc.nat(60),
        fc.constantFrom('', '`', '(', ')', '|', '**', '\n', '\n\n- ', "'", '→', '1. ', '<', '\u0000', '😀', 'ż'),
      ),
      { maxLength: 6 },
    )
    .map((edits) => edits.reduce((result, [at, length, put]) => result.slice(0, at) + put + result.slice(at + length), text))

describe('the rules reader', () => {
  it('quotes lines that are there, whatever became of the documents', async () => {
    await fc.assert(
      fc.asyncProperty(disturbed(notes), disturbed(prd), async (changedNotes, changedPrd) => {
        const texts = { notes: changedNotes, prd: changedPrd }
        const documents = new Map(documentsOf(texts).map((document) => [document.id, document]))
        let order = 0
        for (const { source } of await claimsOf(texts)) {
          expect(documents.get(source.document)?.lines[source.line - 1]).toContain(source.quote)
          expect(source.quote).not.toBe('')
          expect(source.order).toBeGreaterThan(order)
          order = source.order
        }
      }),
      { numRuns: 25 },
    )
  })

  it('says the same of the same documents', async () => {
    expect(await claimsOf({ notes, prd })).toEqual(await claimsOf({ notes, prd }))
  })

  it('weighs sentences by where they stand', async () => {
    const claims = await claimsOf({ notes, prd })
    const authority = (document: string, line: number) =>
      claims.find((claim) => claim.source.document === document && claim.source.line === line)?.source.authority
    expect(authority('notes', 3)).toBe('decision')
    expect(authority('notes', 10)).toBe('summary')
    expect(authority('prd', 4)).toBe('prd')
  })

  it('reads nothing of empty documents', async () => {
    expect(await claimsOf({ notes: '', prd: '' })).toEqual([])
  })
})
