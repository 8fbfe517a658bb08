import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPlural, pluralise, singularise } from './inflect.ts'

const pairs =
  `user users|recipe recipes|category categories|box boxes|bus buses|status statuses|address addresses|quiz quizzes|person people|child children|woman women|man men
  movie movies|cookie cookies|calorie calories|expense expenses|purchase purchases|house houses|leaf leaves|knife knives|shelf shelves|hero heroes|photo photos|potato potatoes|match matches|dish dishes|tax taxes|analysis analyses|criterion criteria
  day days|key keys|company companies|query queries|alias aliases|bonus bonuses|campus campuses|virus viruses|lens lenses|gas gases|life lives|wife wives|half halves|foot feet|tooth teeth|mouse mice|index indexes|matrix matrices|vertex vertices
  api apis|uuid uuids|url urls|api_key api_keys|meal_plan meal_plans|order_status order_statuses|release releases|license licenses|case cases|database databases|phase phases|exercise exercises|course courses|response responses|size sizes|prize prizes|cache caches|badge badges
  image images|page pages|message messages|vehicle vehicles|invoice invoices|service services|device devices|note notes|tie ties|class classes|process processes|business businesses|class_pass class_passes|branch branches|batch batches|switch switches|wish wishes|fox foxes
  journey journeys|delivery deliveries|country countries|city cities|fee fees|employee employees|shoe shoes|toe toes|grandchild grandchildren|salesperson salespeople|fireman firemen|human humans|emoji emojis|menu menus|video videos|radio radios|zero zeros|studio studios
  axis axes|basis bases_|diagnosis diagnoses|medium media|bacterium bacteria|curriculum curricula|virus viruses|octopus octopuses|canvas canvases|atlas atlases|consensus consensuses|thesis theses|crisis crises|goose geese|wolf wolves|scarf scarves|taxi taxis`
    .split(/\||\n/)
    .map((line) => line.trim().split(' '))
    .filter(([, plural]) => plural !== undefined && !plural.endsWith('_')) as [string, string][]

describe('nouns', () => {
  test.each(pairs)('%s, %s', (singular, plural) => {
    expect(pluralise(singular)).toBe(plural)
    expect(singularise(plural)).toBe(singular)
    expect(singularise(singular)).toBe(singular)
    expect(pluralise(plural)).toBe(plural)
    expect(isPlural(plural)).toBe(true)
    expect(isPlural(singular)).toBe(false)
  })
  test.each([
    'data',
    'series',
    'species',
    'news',
    'equipment',
    'information',
    'staff',
    'metadata',
    'media_metadata',
    'analytics',
    'sms',
    'rls',
  ])('%s has one form', (noun) => {
    expect(pluralise(noun)).toBe(noun)
    expect(singularise(noun)).toBe(noun)
  })
  test.each(['', '_', 's', 'ss', 'as', 'its'])('%j harms nothing', (noun) => {
    expect(typeof singularise(noun)).toBe('string')
    expect(typeof pluralise(noun)).toBe('string')
  })
})

// `taxis` is a plural and `axis` none: words in -i and -u need the list.
test('singular and plural of anything come to rest', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^([a-z]{3,10}_)?[a-z]{3,10}[a-hj-rtv-z]$/), (noun) => {
      const plural = pluralise(noun)
      expect(pluralise(plural)).toBe(plural)
      expect(pluralise(singularise(plural))).toBe(plural)
    }),
  )
})
