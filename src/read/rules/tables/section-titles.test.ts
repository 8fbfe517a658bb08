import { describe, expect, it } from 'vitest'
import { claimsOf, sayClaim } from '../testing.ts'

async function sections(...lines: readonly string[]): Promise<readonly string[]> {
  return (await claimsOf({ prd: `# Product Requirements\n\n## 3. Functional Requirements\n\n${lines.join('\n\n')}\n` })).map(
    sayClaim,
  )
}

describe('titles of the requirements', () => {
  it.each([
    ['### 3.2 Lockers', 'The clerk can add a locker.', 'A locker is closed in winter.', 'locker'],
    ['### FR-004: Locker management', 'The clerk can add a locker.', 'A locker may be closed.', 'locker'],
    ['**FR-004 Berths.** The master can add a berth.', 'A berth is closed in winter.', '', 'berth'],
    ['### 3.2 Zarządzanie rezerwacjami', 'Kapitan może dodać rezerwację.', 'Rezerwację można usunąć.', 'reservation'],
  ])('%s', async (title, first, second, name) => {
    expect(await sections(title, first, second)).toContain(`entity ${name} thing`)
  })

  it.each([
    ['### 3.2 Searching', 'The user can find what is free.'],
    ['### 3.2 Security', 'Passwords are kept by the platform.'],
    ['### 3.2 Dashboards', 'A dashboard shows what is free.'],
    ['### 3.2 Preferences', 'The user edits the preferences.'],
    ['### 3.2 Eksport do PDF', 'System generuje plik.'],
  ])('names nothing in %s', async (title, line) => {
    expect((await sections(title, line)).filter((claim) => claim.startsWith('entity'))).toEqual([])
  })
})

describe('fields below a title', () => {
  it('reads a list of fields alone', async () => {
    const claims = await sections(
      '### FR-002 Trams',
      'Label, description, status (running, parked), built on, last repair date.',
      '### FR-003 Tickets',
      'Passengers can buy one: price, valid from, valid to, currency.',
    )
    expect(claims).toEqual(
      expect.arrayContaining([
        'attribute tram.label',
        'attribute tram.built_on',
        'attribute tram.last_repair_date',
        'attribute ticket.price',
        'attribute ticket.valid_to',
      ]),
    )
  })

  it('reads fields behind the name, behind an id', async () => {
    expect(await sections('- FR-005 Discount codes: code, percentage, valid until date')).toEqual(
      expect.arrayContaining(['attribute discount_code.code', 'attribute discount_code.percentage']),
    )
  })

  it.each([
    ['### Trams', 'The list shows: label, status, date.'],
    ['### Trams', 'Sort by: label, date, price.'],
    ['### Trams', 'Status: open, closed, under repair.'],
    ['### Trams', 'An e-mail to the driver contains: order number, date, amount.'],
    ['### Journals', 'People report a leak: date, description, price.'],
  ])('gives %s nothing of "%s"', async (title, line) => {
    expect((await sections(title, line)).filter((claim) => /^attribute (?:tram|journal)\./.test(claim))).toEqual([])
  })

  it('gives what data or a profile is of to that', async () => {
    const claims = await sections(
      '### Profile jachtów',
      'Właściciel dodaje jachty.',
      'Profil jachtu zawiera: nazwę, opis, datę budowy.',
    )
    expect(claims).toEqual(expect.arrayContaining(['attribute yacht.name', 'attribute yacht.description']))
  })
})

describe('rows of a table of features', () => {
  const rows = async (header: string, ...lines: readonly string[]): Promise<readonly string[]> =>
    sections(
      [
        `| ${header} |`,
        `|${header
          .split('|')
          .map(() => '---')
          .join('|')}|`,
        ...lines.map((line) => `| ${line} |`),
      ].join('\n'),
    )

  it('reads the fields of what a row is called', async () => {
    const claims = await rows(
      'ID | Feature | Priority | Notes',
      'F-01 | Wells | Must | label, depth in metres, drilled on, address; published or not',
      'F-02 | Coupons | Should | code, fixed discount, valid from, valid until',
    )
    expect(claims).toEqual(
      expect.arrayContaining([
        'attribute well.label',
        'attribute well.depth_m',
        'attribute well.address',
        'attribute coupon.code',
        'attribute coupon.valid_from',
      ]),
    )
  })

  it('reads a Polish one', async () => {
    const claims = await rows(
      'Nr | Moduł | Opis',
      '1 | Studnie | nazwa, głębokość w metrach, adres',
      '2 | Naprawy pomp | data, studnia, koszt, uwagi',
    )
    expect(claims).toEqual(expect.arrayContaining(['attribute well.depth_m', 'attribute pump_repair.cost']))
  })

  it.each([
    ['ID | Feature | Priority', 'F-01 | Search | Must'],
    ['Feature | Notes', 'Notifications | push and text message'],
    ['Standings | Notes', 'Standings | per league: wins, losses'],
  ])('no thing in %s', async (header, line) => {
    expect((await rows(header, line)).filter((claim) => claim.startsWith('attribute'))).toEqual([])
  })
})

describe('use cases', () => {
  const told = async (title: string, step: string): Promise<readonly string[]> => {
    const prd = `# PRD\n\n## Przypadki użycia\n\n### ${title}\n\n1. ${step}\n`
    return (await claimsOf({ prd })).map(sayClaim).filter((claim) => claim.startsWith('attribute'))
  }

  it.each([
    ['UC-1 Założenie pasieki', 'Podaje nazwę, adres i numer weterynaryjny.', 'attribute apiary.address'],
    ['UC-2 Dodanie wpisu do dziennika', 'Wprowadza treść wpisu (do 900 znaków), datę robót i pogodę.', 'attribute entry.weather'],
    ['UC-3 Adding a borrower', 'The clerk enters the name, the address and the card number.', 'attribute borrower.card_number'],
  ])('%s: its steps say what people give', async (title, step, expected) => {
    expect(await told(title, step)).toContain(expected)
  })

  it.each([
    ['UC-4 Wyszukiwanie pojazdu', 'Podaje numer rejestracyjny i markę.'],
    ['UC-5 Searching a loan', 'The clerk enters the number and the date.'],
  ])('%s: nothing new is kept', async (title, step) => {
    expect(await told(title, step)).toEqual([])
  })
})
