import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import model from 'wink-eng-lite-web-model'
import winkNlp, { type ItsFunction } from 'wink-nlp'
import { lemmatiser } from './lemmatise.ts'
import { makeWordTable } from './make-word-table.ts'
import { wordSplitter } from './split-words.ts'
import { pieceTagger } from './tag-pieces.ts'
import { openWordTable } from './word-table.ts'

const table = openWordTable(makeWordTable())
const split = wordSplitter(table)
const tag = pieceTagger(table)
const lemmatise = lemmatiser(table)

/** What a text is made of by the table: text, part of speech and lemma of each piece. */
function ours(text: string): readonly string[] {
  const pieces = text.split(' ').flatMap((chunk) => (chunk === '' ? [] : split(chunk)))
  const tags = tag(pieces).map((place) => table.rules.tags[place] as string)
  return pieces.map(
    (piece, at) => `${piece.text} ${tags[at]} ${piece.isLemma ? piece.form : lemmatise(piece.form, tags[at] as string)}`,
  )
}

describe('the table of words says what wink-nlp itself says', () => {
  let theirs: (text: string) => readonly string[]
  beforeAll(() => {
    const nlp = winkNlp(model, ['pos'])
    theirs = (text) => {
      const tokens = nlp.readDoc(text).tokens()
      const lemmas = tokens.out(nlp.its.lemma as unknown as ItsFunction<string>)
      const tags = tokens.out(nlp.its.pos)
      return tokens.out().map((word, at) => `${word} ${tags[at]} ${lemmas[at]}`)
    }
  })

  test('of sentences', () => {
    for (const text of [
      'a gardener can borrow tools that belong to the shed and return them later',
      "the club's members don't see each other's phone numbers , but the treasurer's can't be hidden",
      'children , geese and wolves were seen running ; the biggest of them had been sleeping',
      'log in with e-mail , sign out , set up two-factor and re-open a closed ticket',
      "they'd've gone to the 2nd floor at 5pm , 10 % of item",
      'żółw kupił łódź',
    ])
      expect(ours(text)).toEqual(theirs(text))
  })

  test('of any words side by side', () => {
    const count = 80_000
    const known = fc.nat(count).map((at) => table.word(at).toLowerCase())
    const shaped = fc.constantFrom(
      ..."the a of to and is was can each item 5 many , . ; I I'll it's users' non-fiction built-in zorbling frobs blorped u.s. e.g. 3rd ok.".split(
        ' ',
      ),
    )
    const sentence = fc.array(fc.oneof(known, shaped), { maxLength: 12 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(sentence, (text) => {
        expect(ours(text)).toEqual(theirs(text))
      }),
      { numRuns: 1500 },
    )
  })
})

test('every word of the table is found where it stands, and no other is', () => {
  for (let at = 0; at < 87_000; at += 97) expect(table.find(table.word(at))).toBe(at)
  expect(table.find('zqxjvkwq')).toBe(-1)
  expect(table.find('')).toBe(-1)
})

test('a sentence is tagged alike whatever was tagged before it', () => {
  const text = 'the frobnicated zorbs are blorp-ready'
  const before = ours(text)
  ours('zorbs frobnicated . a blorp-ready')
  expect(ours(text)).toEqual(before)
  const anew = openWordTable(makeWordTable())
  expect(pieceTagger(anew)(text.split(' ').flatMap(wordSplitter(anew)))).toEqual(tag(text.split(' ').flatMap(split)))
})
