import { describe, expect, test } from 'vitest'
import { notesInEnglish } from './notes-english.ts'
import { planOfNotes, summary } from './notes-outline.ts'
import { notesInPolish } from './notes-polish.ts'

describe.each([
  ['English', notesInEnglish],
  ['Polish', notesInPolish],
])('notes in %s', (_, cases) => {
  test.each(cases)('$name', async ({ plan, ...documents }) => {
    expect(summary(await planOfNotes(documents))).toEqual([...plan].sort())
  })
})
