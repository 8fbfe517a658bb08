import type { Plan } from '../../schema/plan.ts'
import { identifier, literal } from '../../sql/quote.ts'
import type { Evidence } from '../evidence.ts'
import type { Identity } from '../probe.ts'
import { accessTests } from './access-tests.ts'
import { attackTests } from './attack-tests.ts'
import { constraintTests } from './constraint-tests.ts'
import { fixtureStatements } from './fixture-rows.ts'
import { tapFunctions } from './functions.ts'
import type { TapTest } from './tap-test.ts'

/**
 * The proof's attempts as a test in pgTAP (https://pgtap.org), which `supabase test db` and `pg_prove` run: the same rows, the same people,
 * the same statements, and what PostgreSQL answered when the plan was proven. It brings its rows, ignores any others, and takes everything
 * back. Whoever runs it owns the tables and may set session_replication_role, as `postgres` on Supabase.
 */
export function writePgtap(plan: Plan, evidence: Evidence): string {
  const sections: readonly (readonly [title: string, tests: readonly TapTest[]])[] = [
    ['Who may do what', accessTests(evidence)],
    ['What the constraints refuse', constraintTests(evidence)],
    ['Attacks', attackTests(evidence)],
  ]
  const count = sections.reduce((sum, [, tests]) => sum + tests.length, 0)
  const { extensionSchema } = evidence.stage.facts.traits
  return [
    `-- ${oneLine(plan.title)}: access and constraints, as dbplan proved them. Written by dbplan check --pgtap.`,
    '-- Run it with supabase test db or pg_prove. It leaves nothing behind.',
    'begin;',
    `create extension if not exists pgtap with schema ${identifier(extensionSchema)};`,
    `select plan(${count});`,
    '',
    tapFunctions,
    '-- The rows that the tests speak of. Triggers have done their work on them already.',
    "set local session_replication_role = 'replica';",
    ...fixtureStatements(evidence.stage),
    "set local session_replication_role = 'origin';",
    ...sections.flatMap(([title, tests]) => (tests.length === 0 ? [] : ['', `-- ${title}`, ...inTurn(tests)])),
    '',
    'select * from finish();',
    'rollback;',
    '',
  ].join('\n')
}

/** The tests, with who runs them said where that changes. */
function inTurn(tests: readonly TapTest[]): readonly string[] {
  let current = ''
  const lines = tests.flatMap(({ as, sql }) => {
    const turn = turnTo(as).join('\n')
    if (turn === current) return [sql]
    current = turn
    return [turn, sql]
  })
  return [...lines, 'reset role;']
}

function turnTo(as: Identity | undefined): readonly string[] {
  if (as === undefined) return ['reset role;']
  const settings = Object.entries(as.settings).map(
    ([name, value]) => `set local ${name.split('.').map(identifier).join('.')} = ${literal(value)};`,
  )
  return [`set local role ${identifier(as.role)};`, ...settings]
}

/** A title comes from a document: it must not end the comment that it stands in. */
const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ')
