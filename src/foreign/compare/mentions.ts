import { singularise } from '../../schema/inflect.ts'
import { displayName } from '../../schema/lookups.ts'
import type { Draft, DraftTable } from '../draft.ts'

/** What a text names, in its order: tables of the document, and columns as `table.column`. Offsets count in the text. */
export interface Mentioned {
  readonly tables: readonly Named[]
  readonly columns: readonly NamedColumn[]
}

interface Named {
  /** The key of a table of the document, or {@link accounts}. */
  readonly key: string
  readonly start: number
  readonly end: number
}

interface NamedColumn extends Named {
  readonly column: string
}

/** Stands for the platform's accounts where the document has no such table of its own. */
export const accounts = 'auth.users'

/** Finds tables in prose and code: by their name, in singular or plural, also written as words (`Order Lines`). */
export class TableMentions {
  private readonly keys = new Map<string, string>()

  constructor(
    private readonly draft: Draft,
    hasAccounts: boolean,
  ) {
    for (const [key, table] of draft.tables) {
      if (table.columns.length === 0) continue
      this.keys.set(displayName(table).toLowerCase(), key)
      this.keys.set(`${table.schema}.${table.name}`.toLowerCase(), key)
      this.keys.set(plain(table.name), key)
    }
    if (!hasAccounts) return
    this.keys.set(accounts, accounts)
    if (!this.keys.has('user')) for (const name of ['users', 'user']) this.keys.set(name, accounts)
  }

  table(key: string): DraftTable | undefined {
    return this.draft.tables.get(key)
  }

  all(): readonly string[] {
    return [...this.draft.tables.keys()]
  }

  keyOf(name: string): string | undefined {
    const lower = name.toLowerCase()
    return this.keys.get(lower) ?? this.keys.get(plain(lower))
  }

  in(text: string): Mentioned {
    const words = [...text.matchAll(/[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*/g)]
    const tables: Named[] = []
    const columns: NamedColumn[] = []
    for (let at = 0; at < words.length; at++) {
      const found = this.longest(words, at, text)
      if (found !== undefined) {
        tables.push(found.named)
        at += found.words - 1
        continue
      }
      const word = words[at]?.[0] ?? ''
      const dot = word.lastIndexOf('.')
      const key = dot < 0 ? undefined : this.keyOf(word.slice(0, dot))
      const start = words[at]?.index ?? 0
      if (key !== undefined) columns.push({ key, start, end: start + word.length, column: word.slice(dot + 1) })
    }
    return { tables, columns }
  }

  /** Names of several words go before those of one: `Order Lines` before `Order`. */
  private longest(words: readonly RegExpMatchArray[], at: number, text: string) {
    for (let count = 4; count > 0; count--) {
      const run = words.slice(at, at + count)
      if (run.length < count) continue
      const start = run[0]?.index ?? 0
      const end = (run.at(-1)?.index ?? 0) + (run.at(-1)?.[0].length ?? 0)
      if (count > 1 && !/^[\w ]+$/.test(text.slice(start, end))) continue
      const key = this.keyOf(run.map(([word]) => word).join('_'))
      if (key !== undefined) return { named: { key, start, end }, words: count }
    }
    return undefined
  }
}

const plain = (name: string): string => name.toLowerCase().split('_').map(singularise).join('_')
