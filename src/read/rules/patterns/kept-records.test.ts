import { expect, it } from 'vitest'
import { required } from '../testing.ts'

it.each([
  ['Store statistics related to transcription in the database (in a separate table).', 'transcription_statistics'],
  [
    'All errors related to transcription should be stored in the database so that they can be connected to a specific user.',
    'transcription_error',
  ],
  ['Import errors are saved in a separate table with the user.', 'import_error'],
  ['Błędy importu są zapisywane w osobnej tabeli z informacją o użytkowniku.', 'import_error'],
  ['Statystyki importu przechowywane są w oddzielnej tabeli.', 'import_statistic'],
])('%s', async (line, table) => {
  const said = await required(line)
  expect(said).toContain(`entity ${table} table`)
  expect(said.includes(`${table} many to one user`)).toBe(/user|użytkown/.test(line))
})

it.each([
  [
    'Store in the database (in a separate table) statistics related to transcription, e.g. duration, language, when accepted or discarded.',
    ['duration', 'language'],
  ],
  ['Import errors are stored in a separate table: code, file name, discarded rows.', ['code', 'file_name']],
  ['Błędy importu są zapisywane w osobnej tabeli: kod, kto zatwierdził.', ['code', 'approved_by']],
] as const)('what is certain of its details: %s', async (line, fields) => {
  const said = await required(line)
  expect(said.some((claim) => /^entity \S+ table$/.test(claim))).toBe(true)
  for (const field of fields) expect(said.join('\n')).toContain(field)
})

it.each([
  'Errors are shown to the user.',
  'Import errors are not stored in the database.',
  'The dashboard shows statistics of imports from the database.',
  'Store recordings in the database.',
])('no record: %s', async (line) => {
  expect((await required(line)).filter((claim) => / table$/.test(claim))).toEqual([])
})
