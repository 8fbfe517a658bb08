import { describe, expect, it } from 'vitest'
import { decided } from '../testing.ts'

const tables = [
  'Tables: `halls` (id, label), `events` (id, hall_id, title), `guests` (id, user_id, full_name), `ratings` (id, event_id, guest_id, score).',
  'Tabela `masts` (id, label) – maszty. Tabela `flags` (id, mast_id, colour) – flagi.',
]

async function rules(line: string): Promise<readonly string[]> {
  return [...new Set((await decided(...tables, line)).filter((claim) => claim.startsWith('delete')))]
}

describe('deletions in words', () => {
  it.each([
    ['Deleting a hall deletes its events.', 'delete events to halls cascade'],
    ['When a hall is deleted, its events are deleted too.', 'delete events to halls cascade'],
    ['Deleting a hall must not delete events.', 'delete events to halls set null'],
    ['When a guest is deleted, the ratings remain.', 'delete ratings to guests set null'],
    ['Ratings stay when their guest is deleted.', 'delete ratings to guests set null'],
    ['A hall with events cannot be deleted.', 'delete events to halls restrict'],
    ['Halls cannot be deleted if they have events.', 'delete events to halls restrict'],
    ['Deleting a hall is blocked while events exist.', 'delete events to halls restrict'],
    ['Usunięcie sali (`halls`) usuwa wydarzenia (`events`).', 'delete events to halls cascade'],
    ['Usunięcie sali (`halls`) nie usuwa wydarzeń (`events`).', 'delete events to halls set null'],
    ['Nie wolno usunąć sali (`halls`), która ma wydarzenia (`events`).', 'delete events to halls restrict'],
  ])('%s', async (line, rule) => {
    expect(await rules(line)).toEqual([rule])
  })

  it('each clause of its own', async () => {
    expect(await rules('Deleting a hall deletes its events; deleting an event deletes its ratings.')).toEqual([
      'delete events to halls cascade',
      'delete ratings to events cascade',
    ])
  })

  it.each([
    'Guests cannot delete ratings.',
    'A guest can delete ratings.',
    'Only an admin may delete events.',
    'Deleting an event asks for confirmation.',
    'Goście nie mogą usuwać ocen.',
  ])('says nothing of: %s', async (line) => {
    expect(await rules(line)).toEqual([])
  })
})
