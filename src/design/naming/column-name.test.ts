import { expect, test } from 'vitest'
import { columns, decided, table } from '../testing.ts'

test.each([
  ['lesson', 'duration_minutes'],
  ['lesson', 'prep_time_minutes', 'prep time'],
  // what a program does is over in less
  ['import_error', 'duration_ms'],
  ['summary_generation', 'duration_ms'],
])('a length of time of a %s says its unit: %s', async (entity, name, said = 'duration') => {
  const { schema } = await decided(table(entity), columns(entity, 'title', said))
  expect(schema.tables[0]?.columns.map((column) => column.name)).toContain(name)
})
