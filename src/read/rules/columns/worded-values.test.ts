import { describe, expect, it } from 'vitest'
import { decided, required } from '../testing.ts'

/** The lists of values that a PRD's sentence gives, beside lines that say what a ticket has. */
async function values(sentence: string, polish: boolean): Promise<readonly string[]> {
  const before = polish
    ? 'Użytkownik tworzy i usuwa bilety. Bilet ma tytuł, priorytet i stan.'
    : 'Users create tickets and delete tickets. A ticket has a title, a priority and a state.'
  const said = await required(before, sentence)
  const read = said.filter((line) => line.startsWith('values') || /^attribute ticket\.(?!title|priority|state)/.test(line))
  // Where a sentence names the field alone, the design gives it to the one table that has it.
  return read.map((line) => line.replace('values ?.', 'values ticket.'))
}

describe('values in words', () => {
  it.each([
    "The available priorities are 'low', 'medium', and 'high'.",
    'The possible priorities are low, medium and high.',
    'Priority can be low, medium or high.',
    "A ticket's priority is one of low, medium, high.",
    'Tickets have a priority (low, medium, high).',
    'The user selects a priority: low, medium or high.',
    'A ticket may have one of the following priorities: low, medium, high.',
    'The priority must be one of: low, medium, high.',
    'The ticket priority takes the values low, medium, and high.',
    'Available priorities: low, medium, high.',
  ])('%s', async (sentence) => {
    expect(await values(sentence, false)).toEqual(['values ticket.priority low|medium|high'])
  })

  it.each([
    'Możliwe priorytety to niski, średni i wysoki.',
    'Dostępne priorytety: niski, średni, wysoki.',
    'Priorytet może być niski, średni lub wysoki.',
    'Priorytet biletu: niski, średni, wysoki.',
    'Bilet może mieć priorytet niski, średni lub wysoki.',
    'Bilet ma jeden z priorytetów: niski, średni, wysoki.',
    'Priorytet przyjmuje wartości: niski, średni, wysoki.',
    'Użytkownik wybiera priorytet: niski, średni albo wysoki.',
    'Priorytety biletów to niski, średni i wysoki.',
  ])('%s', async (sentence) => {
    expect(await values(sentence, true)).toEqual(['values ticket.priority niski|średni|wysoki'])
  })

  it.each([
    ['The state of a ticket changes from open to closed.', false],
    ['The state is required and shown in the list.', false],
    ['The state can be changed, hidden or deleted by the author.', false],
    ['The user fills in the type: title, note and date.', false],
    ['Stan biletu zmienia się z nowego na zamknięty.', true],
    ['Stan jest wymagany i widoczny na liście.', true],
  ])('no values: %s', async (sentence, polish) => {
    expect((await values(sentence, polish)).filter((line) => line.startsWith('values'))).toEqual([])
  })
})

describe('bounds that are no field of their own', () => {
  it.each([
    'Tekst wklejony przeze mnie jest za krótki (< 100 znaków) lub za długi (> 2000 znaków).',
    'Pole tekstowe ma wymaganą długość 100–2000 znaków, z walidacją i licznikiem.',
  ])('%s', async (sentence) => {
    const said = await required('Użytkownik tworzy i usuwa bilety. Bilet ma tytuł.', sentence)
    expect(said.filter((line) => line.startsWith('limit'))).toEqual([])
  })
})

it('a word for an index in front of its columns names no table', async () => {
  const said = await decided('Zdarzenia w `gate_events` (indeks `(gate, opened_at)`), zliczanie wejść.')
  expect(said.filter((line) => line.startsWith('entity'))).toEqual(['entity gate_events table'])
})
