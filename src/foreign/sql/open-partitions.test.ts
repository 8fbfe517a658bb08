import { describe, expect, test } from 'vitest'
import { readForeignPlan } from '../read-foreign-plan.ts'

const sightings = `create table public.sightings (
  id uuid not null, user_id uuid not null references auth.users (id), seen_on date not null, primary key (id, seen_on)
) partition by range (seen_on);
create table public.sightings_rest partition of public.sightings default;
alter table public.sightings enable row level security;
create policy own on public.sightings for all to authenticated using ((select auth.uid()) = user_id);`

async function open(more: string, before = sightings): Promise<readonly string[]> {
  const text = `# Birds\n\n\`\`\`sql\n${before}\n${more}\n\`\`\`\n`
  const { remarks } = await readForeignPlan(text, 'db-plan.md')
  return remarks
    .filter(({ code }) => code === 'access/open-partition')
    .map(({ message, spot, edit }) => {
      expect(text.slice(spot.start, spot.end)).toMatch(/^create table public\.sightings_rest/)
      expect(edit?.text).toBe(`${text.slice(spot.start, spot.end)};\nalter table public.sightings_rest enable row level security`)
      return message.slice('Row level security is off on '.length, message.indexOf(','))
    })
}

describe('a partition that is read past the policies of its table', () => {
  test.each([
    ['left to what the platform grants', ''],
    ['granted on its own', 'grant select on public.sightings, public.sightings_rest to authenticated;'],
    ['with the rights of its table taken back only', 'revoke all on public.sightings from anon;'],
  ])('%s', async (_, more) => {
    expect(await open(more)).toEqual(['sightings_rest'])
  })

  test.each([
    ['row level security on it too', 'alter table public.sightings_rest enable row level security;'],
    ['its rights taken back', 'revoke all on public.sightings_rest from anon, authenticated;'],
    ['granted on its table alone', 'grant select on public.sightings to authenticated;'],
    ['granted to the backend alone', 'grant select on public.sightings, public.sightings_rest to service_role;'],
  ])('closed: %s', async (_, more) => {
    expect(await open(more)).toEqual([])
  })

  test('a table that is open itself has nothing to get past', async () => {
    expect(await open('', sightings.replace(/alter table[^;]*;\ncreate policy[^;]*;/, ''))).toEqual([])
  })
})
