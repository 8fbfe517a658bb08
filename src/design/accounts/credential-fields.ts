/** Attributes of an account that a platform with accounts keeps itself (Supabase: columns of `auth.users`). */
const kept: ReadonlySet<string> = new Set([
  'id',
  'email',
  'password',
  'password_hash',
  'hash',
  'salt',
  'password_salt',
  'created_at',
  'updated_at',
  'last_sign_in_at',
  'last_login_at',
  'last_login',
  'email_confirmed_at',
  'email_verified',
  'email_verified_at',
  'is_verified',
  'confirmation_token',
  'reset_token',
  'password_reset_token',
  'refresh_token',
  'access_token',
  'token',
  'session',
  'login',
  'confirmed_at',
  'email_confirmed',
  'auth_provider',
  'provider',
  'registration_date',
  'registered_at',
  'user_id',
  'uid',
])

/** Words that prose hangs on people and that are no columns. */
const noFields: ReadonlySet<string> = new Set([
  'account',
  'data',
  'detail',
  'information',
  'credential',
  'session',
  'profile',
  'permission',
  'access',
  'right',
  'need',
  'experience',
  'email_and_password',
  'login_data',
  'identity',
  'authentication',
  'list',
  'history',
  'activity',
  'record',
  'resource',
  'device',
  'browser',
  'inbox',
  'dashboard',
  'screen',
  'page',
  'form',
  'option',
  'ability',
])

export function isCredential(key: string): boolean {
  return kept.has(key)
}

export function isNoField(key: string): boolean {
  return noFields.has(key)
}
