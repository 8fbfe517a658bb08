import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkPlan } from '../src/check/check-plan.ts'

const folder = resolve(import.meta.dirname, 'plans/faults')

/** What each plan of the folder must be told, in full: the code, and what the line it is said of holds. */
const expected: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'choir-several-commands': [['sql/policy-commands', 'for insert, update, delete to authenticated']],
  'lighthouse-inline-comment': [['sql/inline-comment', "COMMENT 'wysokość, w metrach'"]],
  'ferry-set-null': [
    ['type/unknown', '`leaves_at` TIMESTAMPZ'],
    ['key/set-null-not-null', '`crossing_id` UUID NOT NULL'],
  ],
  'allotments-foreign-parent': [
    ['key/set-null-not-null', '| user_id | uuid | NOT NULL, FOREIGN KEY → auth.users(id) ON DELETE SET NULL |'],
    ['access/child-of-foreign-parent', '"add own beds"'],
  ],
  'kites-soft-deletion': [['access/soft-deletion-blocked', 'create policy kites_read']],
  'rescue-raise-oneself': [
    ['access/policy-recursion', '"chiefs read everyone"'],
    ['access/raise-oneself', '"rescuers change their own row"'],
  ],
  'bakery-text-search': [
    ['type/text-search', "to_tsvector('polish', recipe)"],
    ['access/policy-recursion', '"bakers of one bakery"'],
    ['access/open-reading', '"everyone reads loaves"'],
  ],
  'walks-unique-position': [['constraint/unique-position', 'stops_walk_position_idx']],
  'library-admin': [['access/raise-oneself', '"Edit your profile"']],
  'printing-credits': [['access/raise-oneself', '"change yourself"']],
  'diaries-no-delete': [['access/missing-delete', '"dives: correct"']],
  'weather-backend-only': [['access/open-reading', '**SELECT** dla `anon`']],
  'rowing-open-list': [
    ['plan/open-list', 'e.g. single, double or eight'],
    ['sql/policy-commands', 'ON boats FOR INSERT'],
  ],
}

describe('faults that plans are known to have', () => {
  test('each plan of the folder is expected', () => {
    expect(readdirSync(folder).map((name) => name.replace('.md', ''))).toEqual(Object.keys(expected).sort())
  })

  test.each(Object.entries(expected))('%s: each is found on its line, and nothing else', async (name, faults) => {
    const file = resolve(folder, `${name}.md`)
    const lines = readFileSync(file, 'utf8').split('\n')
    const lineOf = (part: string): number => {
      const places = lines.flatMap((line, at) => (line.includes(part) ? [at + 1] : []))
      expect(places, part).toHaveLength(1)
      return places[0] ?? 0
    }
    const { value } = await checkPlan({ kind: 'plan', file })
    const found = value?.findings.map(({ code, place }) => `${place?.line} ${code}`)
    expect(found).toEqual(faults.map(([code, part]) => `${lineOf(part)} ${code}`))
  })
})
