import { deepStrictEqual } from 'node:assert'
import { expect, test } from 'vitest'
import model from 'wink-eng-lite-web-model'
import { taggerModel } from './tagger-model.ts'

test('the words of the tagger are those that the package itself would load', () => {
  const own = taggerModel().core as () => unknown
  const theirs = model.core as () => unknown
  expect(() => deepStrictEqual(own(), theirs())).not.toThrow()
})
