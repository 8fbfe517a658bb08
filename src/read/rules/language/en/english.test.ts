import { expect, test } from 'vitest'
import { loadEnglish } from './english.ts'

test('reads', async () => {
  const english = await loadEnglish([])
  for (const text of [
    "Each user's saved recipes have a title (max 100 characters), e.g. 'soup'.",
    'A user can have at most three meal plans.',
    'As an admin, I want to list users so that I can delete them.',
    'Store the name of the airplane, date of birth, number of guests and a list of ingredients.',
  ]) {
    const { words, markers, nouns } = english.analyse(text, [])

      text,
      '\n',
      words.map((w) => `${w.text}/${w.pos}/${w.lemma}`).join(' '),
      '\n',
      markers
        .map(
          (m) =>
            `${m.meaning}[${words
              .slice(m.from, m.to)
              .map((w) => w.text)
              .join(' ')}]`,
        )
        .join(' '),
      '\n',
      nouns.map((n) => JSON.stringify(n)).join('\n '),
    )
  }
  expect(1).toBe(1)
})
