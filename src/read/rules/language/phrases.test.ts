import { describe, expect, test } from 'vitest'
import { compilePhrases, type Phrases, withoutInner } from './phrases.ts'
import type { PartOfSpeech } from './sentence.ts'

/** `word/verb/lemma` */
const find = (phrases: Phrases, sentence: string) =>
  compilePhrases(phrases)(
    sentence.split(' ').map((written) => {
      const [text = '', pos = 'noun', lemma = text] = written.split('/')
      return { text, pos: pos as PartOfSpeech, lemma, ...(/^\d+$/.test(text) ? { value: Number(text) } : {}) }
    }),
  ).map(({ meaning, from, to }) => `${meaning} ${from}-${to}`)

describe('a phrase', () => {
  test.each([
    ['matches lemmas', { HAS: ['have'] }, 'it has/verb/have', ['HAS 1-2']],
    ['matches texts', { HAS: ['has'] }, 'it has/verb/have', ['HAS 1-2']],
    ['may ask for the text only', { HAS: ['=have'] }, 'has/verb/have', []],
    ['may ask for a part of speech', { VIEW: ['view:noun'] }, 'view/verb view/noun', ['VIEW 1-2']],
    ['has alternatives', { LATER: ['next version/release'] }, 'next release', ['LATER 0-2']],
    ['has words that may be missing', { AT_MOST: ['a? maximum of'] }, 'maximum of', ['AT_MOST 0-2']],
    ['has numbers', { BETWEEN: ['# to #'] }, 'from 3 to 5', ['BETWEEN 1-4']],
    ['has any word', { CAN: ['allow ~ to'] }, 'allow users to', ['CAN 0-3']],
    ['has determiners or none', { DELETE: ['delete & account'] }, 'delete the/determiner account', ['DELETE 0-3']],
    ['has determiners or none', { DELETE: ['delete & account'] }, 'delete account', ['DELETE 0-2']],
    [
      'reads a hyphenated word by its parts',
      { ONE_TO_MANY: ['one to many'], MANY: ['many'] },
      'a one-to-many link',
      ['ONE_TO_MANY 1-2'],
    ],
    ['finds little inside a hyphenated word', { TEXT: ['text'], PER: ['per'] }, 'text-based per-user', ['PER 1-2']],
    [
      'hides what it contains',
      { SOFT_DELETE: ['soft delete'], DELETE: ['delete'] },
      'soft delete delete',
      ['SOFT_DELETE 0-2', 'DELETE 2-3'],
    ],
    [
      'stands beside others as long',
      { MANY: ['zero or more'], ZERO_OR: ['zero or more'] },
      'zero or more',
      ['MANY 0-3', 'ZERO_OR 0-3'],
    ],
    ['counts once', { HAS: ['have', 'has'] }, 'has/verb/have', ['HAS 0-1']],
    ['need not be there', { HAS: ['have'] }, 'nothing', []],
  ] as [string, Phrases, string, string[]][])('%s: %j in %s', (_, phrases, sentence, expected) =>
    expect(find(phrases, sentence)).toEqual(expected),
  )
})

test('inner markers are left out, overlapping ones stay', () => {
  expect(
    withoutInner([
      { meaning: 'NOT', from: 1, to: 2 },
      { meaning: 'REJECT', from: 0, to: 3 },
      { meaning: 'ALL', from: 2, to: 4 },
    ]),
  ).toEqual([
    { meaning: 'REJECT', from: 0, to: 3 },
    { meaning: 'ALL', from: 2, to: 4 },
  ])
})
