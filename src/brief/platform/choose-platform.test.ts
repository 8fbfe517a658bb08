import { describe, expect, test } from 'vitest'
import type { DocumentKind } from '../document.ts'
import { parseDocument } from '../parse-document.ts'
import { choosePlatform } from './choose-platform.ts'

const parse = (kind: DocumentKind, text: string) => parseDocument({ id: kind, kind, path: `.ai/${kind}.md`, text })
const choose = (stack?: string, prd = 'We grow things.') =>
  choosePlatform([parse('prd', prd), ...(stack === undefined ? [] : [parse('stack', stack)])])

describe('what the tech stack names', () => {
  test.each([
    ['- Supabase as the backend, with PostgreSQL', { kind: 'supabase', version: 17 }],
    ['Backend: Supabase (Postgres 15)', { kind: 'supabase', version: 15 }],
    ['Database: Neon with Drizzle ORM', { kind: 'neon', version: 17, orm: 'drizzle' }],
    ['PostgreSQL 16 with Prisma', { kind: 'postgres', version: 16, orm: 'prisma' }],
    ['| Database | PostgreSQL: 18.x |\n|---|---|\n', { kind: 'postgres', version: 18 }],
    ['```yaml\nimage: postgres:16-alpine\n```', { kind: 'postgres', version: 16 }],
    ['We use Postgres instead of MongoDB.', { kind: 'postgres', version: 17 }],
    ['Supabase zamiast Firebase.', { kind: 'supabase', version: 17 }],
    ['PostgreSQL. Rozważano też MySQL, ale odpadł.', { kind: 'postgres', version: 17 }],
    [
      'PostgreSQL on a server of our own.\n\n## Alternatives considered\n\n- Supabase: too much.\n- MongoDB',
      { kind: 'postgres', version: 17 },
    ],
    ['Plain PostgreSQL, not Supabase.', { kind: 'postgres', version: 17 }],
    ['SQLite in tests, PostgreSQL in production.', { kind: 'postgres', version: 17 }],
    ['Django with PostgreSQL 15', { kind: 'postgres', version: 15, orm: 'django' }],
    ['Baza w PostgreSQL, dostęp przez EF Core.', { kind: 'postgres', version: 17, orm: 'ef-core' }],
  ])('%s', (stack, platform) => {
    expect(choose(stack).value).toEqual(platform)
  })

  test.each([
    ['Database: Microsoft SQL Server 2022.', 'SQL Server'],
    ['Dane w MySQL 8.', 'MySQL'],
    ['Firebase with Firestore', 'Firebase'],
    ['Node with MongoDB Atlas', 'MongoDB'],
    ['SQLite only', 'SQLite'],
    ['We use MySQL instead of PostgreSQL.', 'MySQL'],
  ])('no PostgreSQL: %s', (stack, name) => {
    const { value, diagnostics } = choose(stack)
    expect(value).toBeUndefined()
    expect(diagnostics).toMatchObject([
      { code: 'brief/not-postgres', severity: 'error', place: { file: '.ai/stack.md', line: 1 } },
    ])
    expect(diagnostics[0]?.message).toContain(name)
    expect(diagnostics[0]?.message).toContain(stack.slice(0, 10))
  })

  test('the PRD is asked where the stack is silent', () => {
    expect(choose('React', 'People sign in with Supabase.')).toMatchObject({
      value: { kind: 'supabase' },
      diagnostics: [{ code: 'brief/platform-elsewhere' }],
    })
    expect(choose(undefined, 'We use MySQL.').value).toBeUndefined()
    expect(choose(undefined)).toMatchObject({
      value: { kind: 'postgres', version: 17 },
      diagnostics: [{ code: 'brief/platform-unknown', severity: 'note' }],
    })
  })

  test('a PostgreSQL may turn out to be Supabase, unless the stack refuses it or has an ORM', () => {
    const prd = 'Accounts are kept by Supabase Auth.'
    expect(choose('PostgreSQL', prd).value?.kind).toBe('supabase')
    expect(choose('PostgreSQL instead of Supabase', prd).value?.kind).toBe('postgres')
    expect(choose('PostgreSQL with Prisma', prd).value?.kind).toBe('postgres')
  })

  test('a version that is not supported is said', () => {
    expect(choose('PostgreSQL 13')).toMatchObject({
      value: { version: 15 },
      diagnostics: [{ code: 'brief/version-unsupported', severity: 'warning' }],
    })
  })
})
