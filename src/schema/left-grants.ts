import type { Grant } from './grant.ts'
import type { Platform } from './platform.ts'

/**
 * Whether a text that makes these grants leaves to the platform who may reach its tables. It then counts on what Supabase gave its API roles by default until
 * October 2026: everything in `public`.
 */
export function leavesGrants({ kind }: Platform, grants: readonly Grant[]): boolean {
  return kind === 'supabase' && !grants.some(({ object }) => object.kind === 'table')
}
