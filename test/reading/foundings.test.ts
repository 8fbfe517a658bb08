import { describe, expect, test } from 'vitest'
import { outline, planOfPrd } from './outline.ts'

const club = `# Rowing club

A user can found a club and becomes its admin. A club has a name. Members are invited by e-mail; an invitation expires after 7 days and can be accepted or declined.
`

describe('who founds a group', () => {
  test('it has members with a role, and invitations with what is said of them', async () => {
    expect(outline(await planOfPrd(club))).toEqual([
      'club_members: club_id > clubs, role (admin|member), user_id > accounts',
      'clubs: created_by? > accounts, name',
      'invitations: club_id > clubs, email, expires_at? timestamptz, invited_by? > accounts, status (pending|accepted|declined)',
    ])
  })

  test('puts the first people in it, and says what they are there', async () => {
    const { schema } = await planOfPrd(club)
    const may = (table: string, kind: string) =>
      schema.access.rules
        .filter((rule) => rule.table === table && rule.who.kind === kind)
        .flatMap((rule) =>
          rule.may.map(({ operation, columns }) => `${operation} ${columns?.toSorted().join(', ') ?? ''}`.trim()),
        )
    expect(may('clubs', 'owner')).toEqual(['select', 'insert'])
    expect(may('club_members', 'owner')).toEqual(['insert club_id, role, user_id', 'delete'])
    expect(schema.tables.some(({ name }) => name === 'user_roles')).toBe(false)
  })

  test('„zakłada … i zostaje administratorem”, „tworzy … i zaprasza do niej”', async () => {
    const klub =
      '# Klub\n\nUżytkownik może założyć klub i zostaje jego administratorem. Klub ma nazwę i miasto. Administrator zaprasza członków przez e-mail; zaproszenie jest ważne 7 dni.\n'
    expect(outline(await planOfPrd(klub))).toEqual([
      'club_members: club_id > clubs, role (admin|member), user_id > accounts',
      'clubs: city, created_by? > accounts, name',
      'invitations: club_id > clubs, email, expires_at? timestamptz, invited_by? > accounts',
    ])
    const wspolnota =
      '# Ogródki\n\nUżytkownik tworzy wspólnotę i zaprasza do niej sąsiadów. Wspólnota ma nazwę. Zaproszenie zawiera adres e-mail, status i datę wygaśnięcia.\n'
    expect(outline(await planOfPrd(wspolnota))).toEqual([
      'communities: created_by? > accounts, name',
      'community_members: community_id > communities, user_id > accounts',
      'invitations: community_id > communities, email, expires_at? timestamptz, invited_by? > accounts, status',
    ])
  })

  test.each([
    ['# Club\n\nA user can found a club. A club has a name. Members join by an invitation code.\n'],
    ['# Klub\n\nUżytkownik może założyć klub. Klub ma nazwę. Członkowie dołączają za pomocą kodu zaproszenia.\n'],
  ])('a code that lets people in is the group’s: %s', async (prd) => {
    expect(outline(await planOfPrd(prd))).toContain('clubs: created_by? > accounts, invitation_code, name')
  })

  test('nobody founds what people in a role make', async () => {
    const prd =
      '# Depot\n\nAs a dispatcher, I want to create teams with a name and a city. As a driver, I want to be a member of a team.\n'
    expect((await planOfPrd(prd)).schema.tables.flatMap(({ columns }) => columns).some(({ name }) => name === 'created_by')).toBe(
      false,
    )
  })

  test.each([
    '# Notes\n\nUsers create notes with a title and a date. Users can invite friends to the app.\n',
    '# Notes\n\nA user creates notes with a title and a date, and sends them to the admin.\n',
    '# Notatki\n\nUżytkownik tworzy notatki z tytułem i datą. Użytkownik może zaprosić znajomych do aplikacji.\n',
  ])('nobody founds anything: %s', async (prd) => {
    expect(outline(await planOfPrd(prd))).toEqual(['notes: date date, title, user_id > accounts'])
  })
})
