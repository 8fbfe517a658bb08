/** The database platforms that a plan can target. */
export type PlatformKind = 'supabase' | 'neon' | 'postgres'

/** Object-relational mappers whose presence changes who owns the migrations. */
export type Orm =
  | 'prisma'
  | 'drizzle'
  | 'typeorm'
  | 'sequelize'
  | 'mikro-orm'
  | 'kysely'
  | 'sqlalchemy'
  | 'django'
  | 'rails'
  | 'hibernate'
  | 'ef-core'
  | 'eloquent'

/** What the tech stack says about the database: platform, major version of PostgreSQL that is targeted, and ORM if one is named. */
export interface Platform {
  readonly kind: PlatformKind
  /** Major version, 15 to 18. */
  readonly version: number
  readonly orm?: Orm
}

/** What differs between platforms, in one place; everything else asks this and never compares kinds. */
export interface PlatformTraits {
  readonly title: string
  /** The role of callers who are not signed in, or null where the platform has none. */
  readonly anonymous: string
  readonly signedIn: string
  readonly backend: string
  /** Roles the migration must create because the platform does not bring them. */
  readonly ownRoles: readonly string[]
  /** SQL expression, uuid, of the caller's account; evaluated once per query when wrapped in `(select …)`. */
  readonly callerId: string
  /** The table where the platform itself keeps accounts, or null where the project needs its own `users`. */
  readonly accounts: { readonly schema: string; readonly table: string; readonly key: string } | null
  /** The schema extensions are installed into. */
  readonly extensionSchema: string
  /** The schema for helper functions that no API exposes. */
  readonly helperSchema: string
}

const plain: Omit<PlatformTraits, 'title'> = {
  anonymous: 'app_anonymous',
  signedIn: 'app_user',
  backend: 'app_backend',
  ownRoles: ['app_anonymous', 'app_user', 'app_backend'],
  callerId: 'private.current_user_id()',
  accounts: null,
  extensionSchema: 'public',
  helperSchema: 'private',
}

const traits: Readonly<Record<PlatformKind, PlatformTraits>> = {
  supabase: {
    title: 'Supabase',
    anonymous: 'anon',
    signedIn: 'authenticated',
    backend: 'service_role',
    ownRoles: [],
    callerId: 'auth.uid()',
    accounts: { schema: 'auth', table: 'users', key: 'id' },
    extensionSchema: 'extensions',
    helperSchema: 'private',
  },
  neon: { title: 'Neon', ...plain },
  postgres: { title: 'plain PostgreSQL', ...plain },
}

export function traitsOf(platform: Platform): PlatformTraits {
  return traits[platform.kind]
}
