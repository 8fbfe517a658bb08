import { describe, expect, test } from 'vitest'
import { readProseTables, tableLed } from './prose-tables.ts'

const read = (text: string) =>
  readProseTables({ text, file: 'plan.md', start: 0 }, new Set()).map(
    ({ table, columns, constraints }) =>
      `${table?.name ?? '-'}: ${columns.map(({ name, spec }) => `${name} ${spec}`).join(' | ')}${constraints.map(({ text: said }) => ` + ${said}`).join('')}`,
  )

describe('tables in running text', () => {
  test.each([
    [
      'The `kites` table stores kites, with columns `id` (uuid, primary key), `span` (numeric(4,2), not null) and `made_on` (date).',
      ['kites: id uuid, primary key | span numeric(4,2), not null | made_on date'],
    ],
    [
      'Each flight is kept in `flights`: id (uuid, PK), kite_id (uuid, FK → kites.id).',
      ['flights: id uuid, PK | kite_id uuid, FK > kites.id'],
    ],
    [
      'The table wind_logs has the columns id bigint primary key, force smallint not null, seen_at timestamptz.',
      ['wind_logs: id bigint primary key | force smallint not null | seen_at timestamptz'],
    ],
    [
      'Tabela `latawce` zawiera kolumny `id` (uuid, klucz główny) oraz `nazwa` (text, wymagane). Para (id, nazwa) jest unikalna.',
      ['latawce: id uuid, klucz główny | nazwa text, wymagane + unique (id, nazwa)'],
    ],
    [
      'The `teams` table has `id` (uuid, PK) and `name` (text). The `team_pilots` table has `team_id` (uuid) and `pilot_id` (uuid); its primary key is (`team_id`, `pilot_id`).',
      ['teams: id uuid, PK | name text', 'team_pilots: team_id uuid | pilot_id uuid + primary key (team_id, pilot_id)'],
    ],
    ['Stores one row per kite: id (uuid, PK), name (text).', ['-: id uuid, PK | name text']],
  ])('%s', (text, tables) => {
    expect(read(text)).toEqual(tables)
  })

  test.each([
    'The `kites` table is small (about 100 rows) and its `span` column (see above) is never null.',
    'The `kites` table gets a `colour` (text) one day.',
    'Kites (uuid keys) belong to clubs (see `clubs`).',
    'The columns of `kites` are read by date and text search.',
  ])('%s is no description of a table', (text) => {
    expect(read(text)).toEqual([])
  })

  test('a sentence can lead a list', () => {
    expect(tableLed('In the table `flights` we keep:')?.name).toBe('flights')
    expect(tableLed('W tabeli `loty` zapisujemy:')?.name).toBe('loty')
    expect(tableLed('In the table `flights` we keep flights.')).toBeUndefined()
    expect(tableLed('We keep:')).toBeUndefined()
  })
})
