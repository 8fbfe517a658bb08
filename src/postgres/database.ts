export type Row = Readonly<Record<string, unknown>>

/**
 * A PostgreSQL database that dbplan may do with as it likes: the embedded one, or a scratch database on a server. One session;
 * statements run in the order in which they are given.
 */
export interface Database {
  readonly kind: 'embedded' | 'server'
  /** As the server says it: `18.6`. */
  readonly version: string
  /** The role that migrations run as, where it is not the platform's own. */
  readonly owner?: string
  /**
   * Run first in every transaction, where the platform's objects are not there already: on a server, whose roles other databases
   * share, they exist in that transaction alone.
   */
  readonly setUp?: string
  /** Runs one statement. Its rows have JSON values as objects; other types may differ between drivers: cast them in SQL. */
  readonly query: (sql: string, params?: readonly unknown[]) => Promise<readonly Row[]>
  /** Runs any number of statements. */
  readonly exec: (sql: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** The SQLSTATE of an error that PostgreSQL raised, through either driver, or undefined for any other error. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined
}
