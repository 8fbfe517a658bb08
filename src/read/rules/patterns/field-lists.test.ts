import { describe, expect, it } from 'vitest'
import { claimsOf, decided, sayClaim } from '../testing.ts'

/** Makes a document of one line one in Polish. */
const polish = 'Wszystkie tabele mają klucze główne typu UUID, a dane widzi tylko zalogowany użytkownik.'

const columnsOf = (said: readonly string[], table: string): readonly string[] =>
  said.flatMap((line) => new RegExp(`^attribute ${table}\\.(\\w+)`).exec(line)?.[1] ?? [])

async function entities(...lines: readonly string[]): Promise<readonly string[]> {
  const list = lines.map((line) => `- ${line}`).join('\n')
  return (await claimsOf({ notes: `# Summary\n\n## Key entities\n\n${list}\n` })).map(sayClaim)
}

describe('fields in words behind a table', () => {
  it.each([
    ['`moorings` – numer, długość, zanurzenie w metrach, uwagi', 'moorings', ['number', 'length', 'note']],
    ['**Łodzie** – numer, długość, uwagi, czy wolna', 'boat', ['number', 'length', 'is_free']],
    [
      'Latarnie: `lighthouses` – nazwa, wysokość w metrach, rok budowy, czy czynna',
      'lighthouses',
      ['name', 'height_m', 'construction_year'],
    ],
    [
      'Dyżury latarników w osobnej tabeli `duties`: początek, koniec, opis, kto zatwierdził, kiedy wysłano',
      'duties',
      ['starts_at', 'ends_at', 'description', 'approved_by', 'sent_at'],
    ],
    ['Boje: tabela `buoys` → nazwa, kolor, rok produkcji, czy świeci', 'buoys', ['name', 'color', 'production_year']],
    [
      'Lampy (`lamps`): nazwa, moc, maksymalna liczba godzin, temperatura maksymalna',
      'lamps',
      ['name', 'max_hours', 'max_temperature'],
    ],
    ['Lighthouses: `lighthouses` – name, height, year, status', 'lighthouses', ['name', 'height', 'year', 'status']],
  ])('%s', async (line, table, columns) => {
    const said = await decided(line, polish)
    expect(columnsOf(said, table)).toEqual(expect.arrayContaining(columns))
  })

  it.each([
    ['`lamp_history` (lampa, status, zmienił, kiedy)', 'lamp_history', ['status', 'changed_by']],
    [
      'Tabela `buoys` przechowuje nazwę, kolor, liczbę łańcuchów oraz kto zatwierdził.',
      'buoys',
      ['name', 'color', 'approved_by'],
    ],
    ['Tabela `refuellings` z kwotą NUMERIC(8,2), datą i opisem.', 'refuellings', ['amount', 'date', 'description']],
  ])('%s', async (line, table, columns) => {
    const said = await decided(line, polish)
    expect(said).toContain(`entity ${table} table`)
    expect(columnsOf(said, table)).toEqual(expect.arrayContaining(columns))
  })

  it('takes a relationship behind a semicolon for no column', async () => {
    const said = await decided('Tabela `lighthouses`.', '`lamps` – nazwa, moc, cena; N:1 z `lighthouses`')
    expect(columnsOf(said, 'lamps')).toEqual(expect.arrayContaining(['name', 'price']))
    expect(columnsOf(said, 'lamps')).not.toContain('n')
  })

  it.each([
    '`moorings` – miejsca, przy których stają jachty gości i rezydentów',
    '`moorings`: wolne, zajęte, w remoncie',
    'Tabela `moorings` przechowuje wszystko, co wiemy o miejscach postoju.',
  ])('no fields: %s', async (line) => {
    expect(columnsOf(await decided('Tabela `moorings`.', line), 'moorings')).toEqual([])
  })

  it('takes columns in a parenthesis behind a table for no tables', async () => {
    const said = await decided('Dwie tabele: `lamps` (nazwa, max_power, burn_hours) oraz `bulbs` (symbol, opis).')
    expect(said.filter((line) => line.startsWith('entity'))).toEqual(['entity lamps table', 'entity bulbs table'])
  })
})

describe('English names in a list of entities', () => {
  it('are tables', async () => {
    const said = (
      await claimsOf({ notes: '# Podsumowanie\n\nEncje:\n- lamps\n- tides, tide_logs\n- keepers: imię, nazwisko, telefon\n' })
    ).map(sayClaim)
    expect(said).toEqual(expect.arrayContaining(['attribute keepers.first_name', 'attribute keepers.phone']))
    expect(await entities('`lamps` – lamps of a house')).toContain('entity lamps table')
  })

  it('an enum beside a table is none', async () => {
    const said = await decided('Tabela `buoys`.', 'Użyć ENUM `buoy_status`: afloat, sunk.')
    expect(said).not.toContain('entity buoy_status table')
  })
})

describe('a subject that is left out', () => {
  it.each([
    'Łódź dotyczy jednego portu. Ma nazwę, wysokość i rok budowy.',
    'Łódź należy do portu. Przechowuje nazwę, wysokość oraz opis.',
    'Łódź jest sprawdzana co roku i zawiera nazwę, opis oraz datę przeglądu.',
  ])('%s', async (line) => {
    const said = (await claimsOf({ notes: `# Notatka o bazie\n\n${line}\n` })).map(sayClaim)
    expect(columnsOf(said, 'boat').length).toBeGreaterThanOrEqual(2)
  })

  it.each(['Łódź stoi w porcie. Przechowujemy nazwę portu i datę.', 'Żeglarz mieszka obok. Ma nazwę i wysokość.'])(
    'not: %s',
    async (line) => {
      const said = (await claimsOf({ notes: `# Notatka o bazie\n\n${line}\n` })).map(sayClaim)
      expect(columnsOf(said, 'boat')).toEqual([])
    },
  )
})
