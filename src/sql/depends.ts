import { keyOf } from '../schema/order.ts'
import type { Routine } from '../schema/routine.ts'
import type { Schema } from '../schema/schema.ts'
import { nameOf, tokenise } from './tokenise.ts'

/** The objects that SQL text can name, by what kind of name they have. */
export interface Known {
  readonly relations: ReadonlySet<string>
  readonly routines: ReadonlySet<string>
}

export function knownObjects(schema: Schema): Known {
  return {
    relations: new Set([...schema.tables, ...schema.views].map(keyOf)),
    routines: new Set(schema.routines.map(keyOf)),
  }
}

export interface Mentions {
  /** Keys (see `keyOf`) of the tables and views, and of the functions, that the text may speak of. */
  readonly relations: ReadonlySet<string>
  readonly routines: ReadonlySet<string>
}

/**
 * What SQL text may depend on: a name before `(` is a function, any other a relation; bare names are of `public`. A column that is
 * called like a table counts as that table, which costs nothing but a place in the order.
 */
export function mentionsIn(texts: readonly (string | undefined)[], known: Known): Mentions {
  const relations = new Set<string>()
  const routines = new Set<string>()
  for (const text of texts) {
    const tokens = text === undefined ? [] : tokenise(text)
    tokens.forEach((token, at) => {
      if (token.kind !== 'word') return
      const dotted = tokens[at - 1]?.text === '.' ? tokens[at - 2] : undefined
      const key = keyOf({ schema: dotted?.kind === 'word' ? nameOf(dotted) : 'public', name: nameOf(token) })
      const called = tokens[at + 1]?.text === '('
      if (called && known.routines.has(key)) routines.add(key)
      else if (known.relations.has(key)) relations.add(key)
    })
  }
  return { relations, routines }
}

/**
 * What must exist before a function: the types of its signature always, what its body names only in language `sql`, whose bodies
 * PostgreSQL checks at creation (manual, `check_function_bodies`); `plpgsql` looks names up when it runs.
 */
export function routineMentions(routine: Routine, known: Known): Mentions {
  const signature = [routine.arguments, routine.returns]
  return mentionsIn(routine.language === 'sql' ? [...signature, routine.body] : signature, known)
}
