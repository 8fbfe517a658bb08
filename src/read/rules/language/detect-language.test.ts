import { describe, expect, test } from 'vitest'
import { detectLanguage } from './detect-language.ts'

describe('a sentence tells its language by its letters and its function words', () => {
  test.each([
    ['Each user has many recipes.', 'pl', 'en'],
    ['Każdy użytkownik ma wiele przepisów.', 'en', 'pl'],
    ['Tabela recipes z polami id oraz title', 'en', 'pl'],
    ['The table zamowienia is for orders of the users', 'pl', 'en'],
    ['Users can log in with an email', 'pl', 'en'],
    ['Brak tabeli w MVP', 'en', 'pl'],
    ['Soft delete', 'pl', 'pl'],
    ['Soft delete', 'en', 'en'],
    ['MVP', 'pl', 'pl'],
    ['', 'en', 'en'],
    ['Przepisy', 'pl', 'pl'],
    ['10 000', 'pl', 'pl'],
  ] as const)('%j in a document in %s is %s', (text, otherwise, expected) =>
    expect(detectLanguage(text, otherwise)).toBe(expected),
  )
})
