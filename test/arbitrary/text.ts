import fc from 'fast-check'
import type { Reason } from '../../src/schema/reason.ts'

const plainNames = ['item', 'note', 'owner', 'title', 'amount', 'slot', 'created_at', 'kind', 'member', 'price', 'room', 'label']
const hostileNames = [
  'users"; drop table "users',
  "o'clock",
  'Order',
  'select',
  'two words',
  'zażółć_gęślą',
  'dollar$$sign',
  'semi;colon--comment',
  'back\\slash',
  '`tick`',
  'pipe|bar',
  'dot.ted',
  'a_name_so_long_that_only_a_part_of_it_fits_into_sixty_three_bytes',
  '日本語',
]

/** A stem for a name: mostly an ordinary one, sometimes one that breaks whoever forgets to quote. */
export const stem: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...plainNames) },
  { weight: 1, arbitrary: fc.constantFrom(...hostileNames) },
)

/** One line of free text, as a comment or a purpose: quotes, markdown, dollar signs and letters beyond ASCII included. */
export const line: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'What it holds.',
    "The owner's copy.",
    'Zażółć gęślą jaźń.',
    'Costs 5 $$ or `10`, see notes:3.',
    'A "quoted" | piped \\ word 🎲.',
  ),
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ,'"()-]{0,30}[a-z.]$/).map((text) => text.replaceAll(/ +/g, ' ')),
)

export const reasons: fc.Arbitrary<readonly Reason[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('source' as const),
      document: fc.constantFrom('prd', 'notes', 'notes-2', 'stack'),
      line: fc.integer({ min: 1, max: 400 }),
    }),
    fc.record({
      kind: fc.constant('source' as const),
      document: fc.constant('prd'),
      line: fc.integer({ min: 1, max: 400 }),
      requirement: fc.constantFrom('US-001', 'FR-012'),
    }),
    fc.constant({ kind: 'convention' as const }),
    fc.constant({ kind: 'inferred' as const }),
    fc.record({ kind: fc.constant('assumption' as const), number: fc.integer({ min: 1, max: 9 }) }),
  ),
  { minLength: 1, maxLength: 2 },
)

/** Cuts a name to PostgreSQL's 63 bytes, keeping `suffix`, which makes it unique. */
export function named(base: string, suffix: string): string {
  const bytes = (text: string) => new TextEncoder().encode(text).length
  let head = base
  while (bytes(`${head}_${suffix}`) > 63) head = [...head].slice(0, -1).join('')
  return `${head}_${suffix}`
}
