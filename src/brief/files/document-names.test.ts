import { describe, expect, test } from 'vitest'
import { compareNotes, kindByName } from './document-names.ts'

describe('what a file is by its name', () => {
  test.each([
    ['prd.md', 'prd'],
    ['PRD.md', 'prd'],
    ['tech-stack.md', 'stack'],
    ['tech_stack.md', 'stack'],
    ['techstack.md', 'stack'],
    ['techStack.md', 'stack'],
    ['glossary.md', 'glossary'],
    ['db-session.md', 'notes'],
    ['database-planning-summary.md', 'notes'],
    ['db_planning_notes.txt', 'notes'],
    ['podsumowanie-bazy-danych.md', 'notes'],
    ['session-notes.md', 'notes?'],
    ['sesja-1.md', 'notes?'],
    ['summary.md', 'notes?'],
    ['ui-session.md', 'notes?'],
    ['database.md', 'notes?'],
    ['db-plan.md', 'other'],
    ['database-plan.md', 'other'],
    ['api-plan.md', 'other'],
    ['ui-plan.md', 'other'],
    ['test-plan.md', 'other'],
    ['db-schema.md', 'other'],
    ['view-implementation-plan.md', 'other'],
    ['README.md', 'other'],
    ['notes.pdf', 'other'],
  ])('%s', (name, kind) => {
    expect(kindByName(name)).toBe(kind)
  })
})

test('several notes are read by number or date, then by name', () => {
  expect(['session-10.md', 'session-2.md', 'session-1.md', 'notes.md'].sort(compareNotes)).toEqual([
    'notes.md',
    'session-1.md',
    'session-2.md',
    'session-10.md',
  ])
  expect(['notes-02.01.2026.md', 'notes-2025-12-31.md'].sort(compareNotes)).toEqual([
    'notes-2025-12-31.md',
    'notes-02.01.2026.md',
  ])
})
