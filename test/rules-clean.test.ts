import { describe, expect, test } from 'vitest'
import { compileAccess } from '../src/design/access/compile-access.ts'
import { lint } from '../src/lint/lint.ts'
import { settingsOf } from '../src/lint/settings.ts'
import { gallery } from '../src/proof/gallery/gallery.ts'

const nowhere = { spots: new Map(), texts: new Map() }

/** Rules that ask for more than a case of the gallery is about: its tables are as small as they can be. */
const aside = new Set(['trigger/stale-updated-at', 'access/no-policy'])

describe('the rules say nothing of the mended schemas of the gallery', () => {
  test.each(gallery)('$name', async ({ mended }) => {
    const findings = await lint({ schema: compileAccess(mended) }, nowhere, settingsOf({}, ''))
    expect(findings.filter(({ code }) => !aside.has(code)).map(({ code, message }) => `${code}: ${message}`)).toEqual([])
  })
})
