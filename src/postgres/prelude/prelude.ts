import type { Platform, PlatformKind } from '../../schema/platform.ts'
import { plainPrelude } from './postgres.ts'
import { supabasePrelude } from './supabase.ts'

/**
 * What a platform has made in a database before the first migration runs, so that the migration meets the same world in a proof.
 */
export interface Prelude {
  /** Short and unique: part of the name of the prepared image. */
  readonly name: string
  /**
   * The role that migrations run as: no superuser, owner of the database. Sessions are superusers; apply a migration between
   * `set role` and `reset role` to see what the owner may not do, and who owns what afterwards.
   */
  readonly owner: string
  /** The search path of every session, as the platform sets it. */
  readonly searchPath: string
  /** Run once as superuser. */
  readonly sql: string
}

export interface PreludeOptions {
  /**
   * Supabase only: `explicit`, since October 2026, grants nothing on new objects of `public`; `legacy`, as projects had before,
   * grants everything on them to the API roles. A migration must hold behind both.
   */
  readonly defaultPrivileges?: 'explicit' | 'legacy'
  /** Another name for the role that migrations run as, where a server has one of that name with other rights. */
  readonly owner?: string
}

const preludes: Readonly<Record<PlatformKind, (options: PreludeOptions) => Prelude>> = {
  supabase: supabasePrelude,
  neon: plainPrelude,
  postgres: plainPrelude,
}

export function preludeOf(platform: Platform, options: PreludeOptions = {}): Prelude {
  return preludes[platform.kind](options)
}
