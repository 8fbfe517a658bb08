import { describe, expect, test } from 'vitest'
import { positionsOf } from '../../diagnostic/positions.ts'
import { readForeignPlan } from '../read-foreign-plan.ts'

/** Code, severity and line of what is said of open lists, by a plan with one enum. */
async function said(words: {
  readonly column?: string
  readonly notes?: string
  readonly type?: string
}): Promise<readonly string[]> {
  const text = `# Rowing club, on Supabase

## Types

- \`boat_class\`: ENUM ('single', 'double', 'coxed_four')${words.type ?? ''}

## Tables

### boats

| Column | Type | Constraints | Description |
|---|---|---|---|
| id | uuid | primary key | |
| class | boat_class | not null | ${words.column ?? 'The class'} |
| name | text | not null | What its crew calls it, e.g. Swan, Heron |

## Notes

${words.notes ?? '- Nothing.'}
`
  const { remarks } = await readForeignPlan(text, 'plan.md')
  return remarks
    .filter(({ code }) => code === 'plan/open-list')
    .map(({ severity, message, spot }) => `${positionsOf(text, 'plan.md')(spot.start).line} ${severity} ${message}`)
}

describe('an enum of which the document says that it is open', () => {
  test.each([
    [
      { column: 'Class of the boat, e.g. single, double' },
      '14 warning boat_class is an enum; its values are given as examples here.',
    ],
    [
      { column: 'Klasa łodzi, np. single, coxed four' },
      '14 warning boat_class is an enum; its values are given as examples here.',
    ],
    [{ type: ', etc.' }, '5 warning boat_class is an enum; its values are given as examples here.'],
    [
      { notes: '- `boats.class`: coaches can add their own classes.' },
      '19 warning boat_class is an enum; people are to add values of their own.',
    ],
    [
      { notes: '- `boat_class`: trener może dodawać własne klasy.' },
      '19 warning boat_class is an enum; people are to add values of their own.',
    ],
    [{ notes: 'The list is open for boat_class.' }, '19 note boat_class is an enum; its list is to grow.'],
    [
      { notes: '- `boat_class`: kolejne klasy zostaną dodane po sezonie.' },
      '19 note boat_class is an enum; its list is to grow.',
    ],
  ])('%j', async (words, expected) => {
    expect(await said(words)).toEqual([expected])
  })

  test.each([
    [{}],
    [{ column: 'One of single, double, coxed four' }],
    [{ column: 'Decides on the rigging (e.g. oars)' }],
    [{ notes: '- `boat_class`: people cannot add their own values.' }],
    [{ notes: '- `boat_class` is closed; lista nie jest otwarta.' }],
    [{ notes: '- Crews, e.g. single or double ones, may change during the season.' }],
    [{ notes: '- Rowers can add their own boats; see `boats.name`.' }],
  ])('not: %j', async (words) => {
    expect(await said(words)).toEqual([])
  })
})
