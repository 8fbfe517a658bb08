import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { type NotModelledOptions, notModelled } from '../postgres/catalog/not-modelled.ts'
import type { Database } from '../postgres/database.ts'
import type { Platform } from '../schema/platform.ts'

/** A warning for each object of a database that a plan has no place for, so that none is passed over in silence; an error for what lets callers past the policies. */
export async function tellNotModelled(
  database: Database,
  platform: Platform,
  options: NotModelledOptions = {},
): Promise<readonly Diagnostic[]> {
  const found = await notModelled(database, platform, options)
  return found.map(({ object, what, matters, isOpen }) =>
    isOpen
      ? { code: 'access/open-partition', severity: 'error', message: `${object} is ${what}: ${matters}.` }
      : {
          code: 'source/not-modelled',
          severity: 'warning',
          message: `${object} is ${what}, which a plan has no place for: ${matters}.`,
        },
  )
}
