import { describe, expect, it } from 'vitest'
import { claimsOf, required, sayClaim } from '../testing.ts'

const attributes = (claims: readonly string[]) => claims.filter((each) => each.startsWith('attribute'))

async function below(title: string, ...lines: readonly string[]): Promise<readonly string[]> {
  const prd = `# Product Requirements\n\n## 3. Functional requirements\n\n### 3.1 ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`
  return (await claimsOf({ prd })).map(sayClaim)
}

describe('what a section says is stored', () => {
  it.each([
    [
      'Loans',
      'The system stores who borrowed the kayak, the due date and the deposit.',
      ['attribute loan.due_date', 'attribute loan.deposit'],
    ],
    [
      'Lekarze',
      'Zapisuje się imię, nazwisko i specjalizację.',
      ['attribute doctor.first_name', 'attribute doctor.specialization'],
    ],
    // in a clause of its own, and given by somebody
    ['Zgody', 'Rodzic udziela zgód; zapisywana jest data udzielenia.', ['attribute consent.granted_at']],
    ['Visitors', 'The porter enters the name, the phone number and the arrival time.', ['attribute visitor.phone_number']],
    ['Goście', 'Portier wpisuje imię gościa, telefon i godzinę przyjścia.', ['attribute guest.phone']],
    ['Klienci', 'Przechowywane są nazwa, NIP oraz adres.', ['attribute client.nip', 'attribute client.address']],
    [
      'Wypożyczenia',
      'System zapisuje, kto wypożyczył kajak, kiedy, planowaną datę zwrotu oraz kaucję.',
      ['attribute rental.rented_by', 'attribute rental.planned_return_date', 'attribute rental.deposit'],
    ],
  ])('%s', async (title, line, expected) => {
    expect(await below(title, line)).toEqual(expect.arrayContaining(expected))
  })

  it.each([
    ['Loans', 'The system stores backups for thirty days.'],
    ['Lekarze', 'Zapisuje się pacjentów i wizyty.'],
    ['Lekarze', 'Lekarz podaje e-mail i hasło.'],
    ['Loans', 'The harbour stores the name and the length of each kayak.'],
  ])('%s: nothing of it', async (title, line) => {
    expect((await below(title, line)).filter((each) => each.startsWith('attribute loan.'))).toEqual([])
  })
})

describe('whose fields a sentence lists', () => {
  it.each([
    // the object before the verb, who does it behind it
    [
      'Wpłatę rejestruje kasjerka: kwota, forma płatności, data.',
      ['attribute payment.amount', 'attribute payment.payment_method'],
    ],
    [
      'Dla każdego przejazdu zapisywany jest dystans, czas trwania, liczba postojów oraz status.',
      ['attribute ride.duration', 'attribute ride.status'],
    ],
    [
      'Regaty mają nazwę, datę otwarcia i zamknięcia zapisów oraz opłatę.',
      ['attribute regatta.opened_at', 'attribute regatta.closed_at'],
    ],
    // both ends of one thing, and words that share the noun behind the last of them
    ['Obóz ma nazwę, okres od–do i cenę.', ['attribute camp.start_date', 'attribute camp.end_date']],
    ['Oferta zawiera tytuł, cenę (od–do) i wiek od/do.', ['attribute offer.min_price', 'attribute offer.max_age']],
    ['A slot has a name, a period (from–to) and a price.', ['attribute slot.start_date', 'attribute slot.end_date']],
    [
      'Pomiar zawiera datę, minimalną, maksymalną i średnią temperaturę oraz uwagi.',
      [
        'attribute measurement.min_temperature',
        'attribute measurement.max_temperature',
        'attribute measurement.average_temperature',
      ],
    ],
    // one name of two words that a conjunction joins
    [
      'Recepcjonistka umawia wizyty: data i godzina, czas trwania, opis.',
      ['attribute visit.date_time', 'attribute visit.description'],
    ],
    ['Pacjent ma imię i nazwisko, telefon oraz adres.', ['attribute patient.full_name', 'attribute patient.phone']],
    [
      'Lekarka umawia wizyty: pacjent, gabinet, data i godzina.',
      ['attribute visit.patient', 'attribute visit.office', 'attribute visit.date_time'],
    ],
    ['Pielęgniarka prowadzi wpisy: data i godzina, objawy, dawka.', ['attribute entry.symptom', 'attribute entry.dose']],
    ['The manager splits a site into stages: name, start date, end date.', ['attribute stage.start_date']],
    ['Kierownik dzieli budowę na etapy: nazwa, data od, data do.', ['attribute stage.start_date', 'attribute stage.end_date']],
    ['Wezwania zapisywane są z datą wysłania i terminem płatności.', ['attribute demand.sent_at']],
    ['Repairs are recorded (date, mileage, price).', ['attribute repair.mileage', 'attribute repair.price']],
    ['Historia dzierżaw jest zachowywana (data od, data do).', ['attribute lease.start_date', 'attribute lease.end_date']],
    [
      'Receptura zawiera opis wykonania, nazwę firmy piekarskiej oraz czas wypieku w minutach.',
      ['attribute recipe.instructions', 'attribute recipe.company_name', 'attribute recipe.baking_time_minutes'],
    ],
    ['Dla surowca zapisuje się nazwę, jednostkę i cenę.', ['attribute raw_material.name', 'attribute raw_material.unit']],
    ['Rejs ma datę, czas trwania (30, 45 lub 60 minut) i cenę.', ['attribute cruise.duration', 'attribute cruise.price']],
    ['A coupon has a code, a discount and valid until.', ['attribute coupon.code', 'attribute coupon.valid_until']],
  ])('%s', async (line, expected) => {
    expect(attributes(await required(line))).toEqual(
      expect.arrayContaining(expected.map((each) => expect.stringContaining(each))),
    )
  })
})

describe('what is said of each within another', () => {
  it.each([
    [
      'For each exercise in a workout the coach sets the number of sets, the number of repetitions and the rest time.',
      'An exercise has a name and a muscle group. A workout has a title and a date. Coaches manage the library of exercises.',
      ['attribute workout_exercise.sets integer', 'attribute workout_exercise.rest_time'],
    ],
    [
      'A carer assigns drinks to a guest, specifying the dose and the start date.',
      'A drink has a name and a price. A guest has a name and a room. The manager keeps a list of drinks.',
      ['attribute guest_drink.dose', 'attribute guest_drink.start_date'],
    ],
  ])('%s', async (line, others, expected) => {
    const said = await required(...others.split(/(?<=\.) /), line)
    expect(said).toEqual(expect.arrayContaining(expected))
    expect(said.filter((each) => /^attribute guest\.(?:dose|start_date)/.test(each))).toEqual([])
  })

  it('is a part where it is nothing without the whole', async () => {
    const said = await required(
      'For each line of a quote the clerk enters the quantity and the price.',
      'A quote has a number and a date.',
    )
    expect(said.filter((each) => each.includes('through'))).toEqual([])
  })
})

describe('for each of what something is made', () => {
  it.each([
    [
      'For each mill the agent can create leases. A lease has a start date and a rent. A mill has a name and a river.',
      'lease many to one mill',
    ],
    [
      'Kajak ma nazwę i kolor. Dla każdego kajaka rejestrowane są przeglądy. Przegląd zawiera datę oraz koszt.',
      'inspection many to one kayak',
    ],
  ])('%s', async (line, expected) => {
    expect(await required(...line.split(/(?<=\.) /))).toContain(expected)
  })
})
