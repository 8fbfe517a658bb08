import { describe, expect, it } from 'vitest'
import { required } from '../testing.ts'

describe('fields listed behind what is kept', () => {
  it.each([
    // The list is of what is recorded, not of what it is recorded about.
    ['Drivers record repairs of a car: date, mileage and price.', ['repair.date', 'repair.mileage', 'repair.price']],
    ['The user can set alarms for a boat with a title and a due date.', ['alarm.title', 'alarm.due_date']],
    [
      'Pracownik zapisuje naprawy roweru: data, opis, cena.',
      ['bike_repair.date', 'bike_repair.description', 'bike_repair.price'],
    ],
  ])('%s', async (line, fields) => {
    const claims = await required('Users add cars, boats and bikes.', 'Użytkownik może dodawać rowery.', line)
    for (const field of fields) expect(claims).toContainEqual(expect.stringMatching(new RegExp(`^attribute ${field}\\b`)))
    expect(claims.filter((claim) => /^attribute (?:car|boat|bike)\./.test(claim))).toEqual([])
  })

  it('reads one line of several things, each with its fields in a parenthesis', async () => {
    const english = await required('We need suppliers (company name, phone, email) and deliveries (date, quantity).')
    expect(english).toEqual(
      expect.arrayContaining([
        'entity supplier thing',
        'attribute supplier.phone',
        'entity delivery thing',
        'attribute delivery.quantity',
      ]),
    )
    const polish = await required('Tabele: dostawcy (nazwa, telefon, e-mail), dostawy (data, ilość).')
    expect(polish).toEqual(expect.arrayContaining(['attribute supplier.phone', 'attribute delivery.quantity']))
  })

  it('knows a thing by what is done to it, and not by what is done to something before it', async () => {
    const story = 'Jako kierownik chcę mieć składanie zamówień, przeglądanie grafików zespołów i eksport danych.'
    expect(await required('Kierownik widzi grafiki zespołów.', story)).not.toContainEqual(expect.stringMatching(/schedule thing/))
  })

  it('gives what holds the fields to what they are of', async () => {
    const claims = await required(
      'Users add boats.',
      'Boat details: name, length and price.',
      'Kartoteka pacjenta zawiera: imię, nazwisko, telefon.',
    )
    expect(claims).toEqual(expect.arrayContaining(['attribute boat.name', 'attribute patient.phone']))
  })

  it.each([
    'The list shows boats (name, length).',
    'The system checks the form (email, password).',
    'Status (open, closed) is shown on the list.',
    'The history contains: date, user, action.',
    'Rules are enforced in the service layer (ten-order limit, 30 days).',
    'Use colors sparingly (e.g. title, date).',
  ])('invents nothing of: %s', async (line) => {
    const claims = await required(line)
    expect(claims.filter((claim) => claim.startsWith('entity') || /^attribute .*\bstated/.test(claim))).toEqual([])
  })
})

describe('what is made in something else', () => {
  it.each([
    ['Users can add workshops. In a workshop the owner adds machines. Users edit machines.', 'machine > workshop'],
    ['Użytkownik dodaje kursy. Do kursu można dodawać lekcje. Użytkownik usuwa lekcje.', 'lesson > course'],
    ['Users add cars. Users add inspections. The user records inspections of a car.', 'inspection > car'],
  ])('%s', async (line, relation) => {
    const [child, parent] = relation.split(' > ')
    const claims = await required(line)
    expect(claims).toContainEqual(expect.stringMatching(new RegExp(`^${child} many to one ${parent}`)))
  })

  it('relates nothing that is refused or said of several', async () => {
    const claims = await required(
      'Users add workshops and machines.',
      'Users cannot add machines to a workshop.',
      'Users add machines to workshops.',
    )
    expect(claims.filter((claim) => /^machine many to one workshop/.test(claim))).toEqual([])
  })
})

describe('what hangs on something', () => {
  it.each([
    ['Users add boats. Photos can be attached to a boat.', 'boat_photo many to one boat'],
    ['Users add tasks and delete tasks. Members add files to a task.', 'task_file many to one task'],
    ['Użytkownik dodaje kursy. Do kursu można dodać zdjęcia.', 'course_photo many to one course'],
    ['Użytkownik dodaje łodzie. Pracownik dodaje notatki do łodzi.', 'boat_note many to one boat'],
  ])('%s', async (line, relation) => {
    expect(await required(line)).toContainEqual(expect.stringMatching(new RegExp(`^${relation}`)))
  })

  it.each([
    'Users add boats. A photo can be added to a boat.',
    'Users add boats. Photos cannot be attached to a boat.',
    'Users add photos to their account.',
    'Users add notes and delete notes. Notes are kept for users.',
    'Użytkownik dodaje kursy. Do kursu można dodać zdjęcie.',
  ])('nothing of: %s', async (line) => {
    expect((await required(line)).filter((claim) => /_(?:photo|note|file) many/.test(claim))).toEqual([])
  })
})

describe('one of a kind that leads to another of it', () => {
  it.each([
    ['A task has a title and a due date. A task may depend on another task.', 'task many to one task'],
    ['Wpis ma treść i datę. Wpis może być odpowiedzią na inny wpis.', 'entry many to one entry'],
    ['Każda kategoria ma nazwę i kategorię nadrzędną.', 'category many to one category'],
  ])('%s', async (line, relation) => {
    expect(await required(line)).toContainEqual(expect.stringMatching(new RegExp(`^${relation} optional`)))
  })

  it('is no move to another, and nothing that may not be', async () => {
    const claims = await required(
      'A boat has a name and a price. A boat can be moved to another harbor.',
      'A task has a title and a due date. A task may not depend on another task.',
    )
    expect(claims.filter((claim) => /^(?:boat|task) many to one (?:boat|task)/.test(claim))).toEqual([])
  })
})

describe('profiles of people', () => {
  it.each([
    'Trainers have a profile with first name, phone and biography.',
    'Trenerzy mają profil z imieniem, telefonem i opisem.',
  ])('are no relation of theirs: %s', async (line) => {
    const claims = await required('Trainers add courses. Trenerzy dodają kursy.', line)
    expect(claims).toContainEqual(expect.stringMatching(/^attribute profile\.phone/))
    expect(claims.filter((claim) => /^(?:attribute )?trainer\b|^trainer/.test(claim))).toEqual([])
  })
})

describe('fields that share a word', () => {
  it.each([
    ['A shift has a place, start and end time and a title.', ['shift.start_time', 'shift.end_time', 'shift.title']],
    ['Wizyta ma termin rozpoczęcia i zakończenia oraz opis.', ['visit.start_time', 'visit.end_time']],
    ['Wizyta ma liczbę powtórzeń i cenę oraz opis.', ['visit.price']],
  ])('%s', async (line, fields) => {
    const claims = await required(line)
    for (const field of fields) expect(claims).toContainEqual(expect.stringMatching(new RegExp(`^attribute ${field}\\b`)))
  })

  it('gives the fields of what something has to that alone', async () => {
    const claims = await required('Cyclists have a licence with a number, a date and a category.')
    expect(claims).toContain('attribute licence.date')
    expect(claims.filter((claim) => claim.startsWith('attribute cyclist.'))).toEqual([])
  })
})

describe('states', () => {
  it.each([
    ['A boat has a name. A boat can be available, rented or withdrawn.', 'values boat.status available|rented|withdrawn'],
    ['Kurs ma nazwę. Kurs może być planowany, trwający lub zakończony.', 'values course.status planowany|trwający|zakończony'],
    ['A boat has a name. New boats start as available.', 'attribute boat.status default available'],
    ['An order has a number. A new order gets the status open.', 'attribute order.status default open'],
    ['Zgłoszenie ma numer. Nowe zgłoszenie otrzymuje status „przyjęte”.', 'attribute submission.status default przyjęte'],
  ])('%s', async (line, said) => {
    const [kind, name, value] = said.split(/ (?=\S+\.)|(?<=status) /)
    const claims = await required(line)
    expect(claims.filter((claim) => claim.startsWith(`${kind} ${name}`)).join('\n')).toContain(value)
  })

  it.each([
    'A boat has a name. A boat can be edited, deleted or shared.',
    'A list has a name. A list can be public or private.',
    'A boat has a note. The note can be short or empty.',
    'A boat has a name. New boats are shown first.',
    'Kurs ma nazwę. Kurs może być edytowany lub usunięty.',
  ])('none of: %s', async (line) => {
    const claims = await required(line)
    expect(claims.filter((claim) => claim.includes('.status'))).toEqual([])
  })
})

describe('preferences', () => {
  it.each([
    ['Users set their preferred currency and time zone.', ['user.currency', 'user.time_zone']],
    ['A member can set their default volume and language.', ['user.default_volume', 'user.language']],
    ['Użytkownik może ustawić preferencje: waluta, język, godzina przypomnienia.', ['user.currency', 'user.language']],
    ['Nauczyciel ustawia domyślną stawkę i strefę czasową.', ['user.default_rate', 'user.time_zone']],
  ])('%s', async (line, fields) => {
    const claims = await required(line)
    for (const field of fields) expect(claims).toContainEqual(expect.stringMatching(new RegExp(`^attribute ${field}\\b`)))
    expect(claims.filter((claim) => claim.startsWith('entity'))).toEqual([])
  })

  it.each([
    'Users edit the price and title of a boat.',
    'The administrator cannot set default currencies.',
    'The system sets the default status and date.',
    'Użytkownik może edytować nazwę i opis łodzi.',
  ])('none of: %s', async (line) => {
    const claims = await required(line)
    expect(claims.filter((claim) => claim.startsWith('attribute user.'))).toEqual([])
  })
})
