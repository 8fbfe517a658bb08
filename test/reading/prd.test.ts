import { describe, expect, test } from 'vitest'
import { briefProse } from './brief-prose.ts'
import { contents } from './contents.ts'
import { englishProse } from './english-prose.ts'
import { englishStories } from './english-stories.ts'
import { kept } from './kept.ts'
import { outline, planOfPrd } from './outline.ts'
import { polish } from './polish.ts'

describe.each([
  ['Brief prose', briefProse],
  ['English prose', englishProse],
  ['English stories', englishStories],
  ['Polish', polish],
  ['Contents and snapshots', contents],
  ['What stays', kept],
])('%s', (_, cases) => {
  test.each(cases)('$name', async ({ prd, plan }) => {
    expect(outline(await planOfPrd(prd))).toEqual([...plan].sort())
  })
})
