import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A held example: a pottery studio whose notes decide little, and whose PRD says the rest in free prose. */
export const prd = `# Clayhouse

## 1. Overview

Clayhouse helps members of a pottery studio to plan their firings.

## 2. Functional requirements

- FR-001 A member registers and logs in.
- FR-002 A member keeps a record of pieces. What a piece weighs before it goes in matters to everyone who loads the kiln.
- FR-003 Nobody remembers glazes by heart, so the recipe book of the studio lists every glaze, under a code that no other glaze carries.

## 3. Out of scope

- Selling pieces, and a newsletter.
`

export const notes = `<conversation_summary>
<decisions>

1. Two tables: \`pieces\` and \`firings\`.
2. \`pieces\` has: \`title\`, \`clay\`. A title has at most 80 characters.
3. \`firings\` has: \`kiln_name\`, \`fired_on\` date.
4. Each piece belongs to one firing.
5. Users can read and change only their own pieces.
6. Hard delete everywhere, no soft delete.
7. Weight is kept in whole grams as \`weight_grams\`, a smallint, never above 9000.
8. Glazes become a table of their own: \`glazes\` with \`code\` and \`finish\`, which is glossy, satin or matt.
</decisions>
</conversation_summary>
`

export const stack = `# Tech stack

- Supabase (PostgreSQL 17)
`

/** A project in a folder of its own. */
export function makeProject(documents: { readonly prd?: string; readonly notes?: string } = {}): {
  readonly dir: string
  remove(): void
} {
  const dir = mkdtempSync(join(tmpdir(), 'dbplan-models-'))
  mkdirSync(join(dir, '.ai'))
  writeFileSync(join(dir, '.ai/prd.md'), documents.prd ?? prd)
  writeFileSync(join(dir, '.ai/db-planning-session.md'), documents.notes ?? notes)
  writeFileSync(join(dir, '.ai/tech-stack.md'), stack)
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}
