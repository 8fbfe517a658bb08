import { describe, expect, it } from 'vitest'
import { required } from '../testing.ts'

const attributesOf = async (line: string): Promise<readonly string[]> =>
  (await required(line)).filter((claim) => claim.startsWith('attribute '))

describe('what a statement lists of its object, whatever its verb', () => {
  it.each([
    ['The harbour charges tolls: season, amount, due date.', ['toll.season', 'toll.amount', 'toll.due_date']],
    [
      'The backend must log every AI translation: model, prompt tokens, duration in ms, outcome.',
      ['ai_translation.model', 'ai_translation.prompt_token', 'ai_translation.duration_ms', 'ai_translation.outcome'],
    ],
    [
      'A skipper notes each transfer of a boat (carrier, tracking number, weight, shipped on).',
      ['transfer.carrier', 'transfer.tracking_number', 'transfer.shipped_on'],
    ],
    ['Sailors enter their absences: from, to, reason.', ['absence.starts_at', 'absence.ends_at', 'absence.reason']],
    ['Whenever a parcel arrives, the porter registers it: weight, date, shelf.', ['parcel.weight', 'parcel.date']],
    [
      'The porter records every hand-over: who collected it, document number, date.',
      ['hand_over.collected_by', 'hand_over.document_number', 'hand_over.date'],
    ],
    ['A permit carries a number, an issue date and a note.', ['permit.number', 'permit.issue_date']],
    ['For every mooring we remember the length, the depth and the price.', ['mooring.length', 'mooring.depth', 'mooring.price']],
    ['Each watch entry stores the start, the end and whether it was billed.', ['watch_entry.start', 'watch_entry.is_billed']],
    [
      'Every reminder is recorded with the date, the recipient and whether it was delivered.',
      ['reminder.date', 'reminder.is_delivered'],
    ],
    ['Outlays are simple: a skipper records an amount, a date and a category.', ['outlay.amount', 'outlay.date']],
    ['Import errors are stored in a separate table with a code and a message.', ['import_error.code', 'import_error.message']],
    ['Moorings have a price, how long it lasts (minutes), and a label.', ['mooring.price', 'mooring.duration', 'mooring.label']],
  ])('%s', async (line, fields) => {
    const claims = await attributesOf(line)
    for (const field of fields) expect(claims).toContainEqual(expect.stringMatching(new RegExp(`^attribute ${field}(?: |$)`)))
  })

  it.each([
    'Users can: create moorings, edit moorings and delete moorings.',
    'The page shows: header, footer, name and price.',
    'Sailors filter berths by: name, price, category.',
    'The harbour supports two languages: English, Polish.',
    'A mooring is either free or taken.',
  ])('no fields in: %s', async (line) => {
    expect(await attributesOf(line)).toEqual([])
  })

  it('gives a list inside a list to its own thing', async () => {
    const claims = await attributesOf(
      'A permit has a number, an issue date and a list of permit lines (label, quantity, unit price).',
    )
    expect(claims.filter((claim) => /permit\.(?:label|quantity)/.test(claim))).toEqual([])
    expect(claims).toContainEqual(expect.stringMatching(/^attribute permit_line\.quantity/))
  })
})
