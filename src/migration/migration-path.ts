import type { Platform } from '../schema/platform.ts'

/** Folders, relative to the project: Supabase's command line runs everything in its own. */
export function migrationFolder(platform: Platform, direction: 'up' | 'down'): string {
  if (platform.kind !== 'supabase') return 'migrations'
  // `supabase db push` would run a script of the wrong direction as a migration, so it stands beside the folder.
  return direction === 'up' ? 'supabase/migrations' : 'supabase/rollbacks'
}

/** `20250131094500_create_schema.sql`, in UTC: the name that Supabase's command line gives a migration, and that most other tools sort rightly. */
export function migrationFileName(platform: Platform, name: string, at: Date, direction: 'up' | 'down'): string {
  const stamp = at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)
  return `${stamp}_${slug(name)}${direction === 'down' && platform.kind !== 'supabase' ? '.down' : ''}.sql`
}

function slug(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .toLowerCase()
  return (
    plain
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replaceAll(/^_+|_+$/g, '')
      .slice(0, 60) || 'migration'
  )
}
