import { keyOf } from '../../schema/order.ts'
import type { Plan } from '../../schema/plan.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import type { Base, MergeNote } from './decide.ts'

/** Compiles access rules to policies, grants and the functions behind them. */
export type CompileAccess = (schema: Schema) => Schema

/**
 * Whether policies and grants of a merged plan are to be compiled from its rules: where dbplan compiled them before, so that it knows which ones a person wrote, and where
 * all rules are known.
 */
export function isCompiled({ schema: { access } }: Plan, base: Base): boolean {
  return base !== undefined && access.rules.length > 0 && (access.unread ?? []).length === 0
}

/** The person's plan with row level security on those tables of their own that they said nothing about it of. */
export function securedOwn(mine: Plan, theirs: Plan): Plan {
  const designed = new Set(theirs.schema.tables.map(keyOf))
  const secured = (table: Table): Table =>
    designed.has(keyOf(table)) || table.rowSecurity !== 'off' ? table : { ...table, rowSecurity: 'on' }
  return { ...mine, schema: { ...mine.schema, tables: mine.schema.tables.map(secured) } }
}

/** Whether a note is about what is compiled: policies, grants and functions. */
export const isAboutAccess = ({ name }: MergeNote): boolean => /^(policy "|grant on |function |trigger ")/.test(name)

/** What the documents alone would not have changed changes because of the person's edits. */
export function asFollowing(note: MergeNote, documents: readonly MergeNote[]): MergeNote {
  const isTheirs = documents.some(({ name, what }) => name === note.name && what === note.what)
  return ['added', 'changed', 'removed'].includes(note.what) && !isTheirs ? { ...note, what: 'follows' } : note
}

/** What was designed, with what was compiled for the plan as the person has it: what the next merge takes for untouched. */
export function withCompiled(theirs: Plan, compiled: Schema): Plan {
  const tables = new Map(compiled.tables.map((table) => [keyOf(table), table]))
  return {
    ...theirs,
    schema: {
      ...theirs.schema,
      routines: compiled.routines,
      grants: compiled.grants,
      tables: theirs.schema.tables.map((table) => {
        const own = tables.get(keyOf(table))
        return own === undefined ? table : { ...table, policies: own.policies, triggers: own.triggers }
      }),
    },
  }
}
