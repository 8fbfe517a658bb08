import type { Assumption, Notes } from '../../schema/notes.ts'
import { orderSchema } from '../../schema/order-schema.ts'
import type { Plan } from '../../schema/plan.ts'
import type { Table } from '../../schema/table.ts'
import { renamedTables } from '../../sql/rename-table.ts'
import { renamedTypes } from '../../sql/rename-type.ts'
import { type Base, decider, type MergeNote } from './decide.ts'
import { asFollowing, type CompileAccess, isAboutAccess, isCompiled, securedOwn, withCompiled } from './follow-access.ts'
import { underNamesOf, underPolicyNamesOf } from './follow-renames.ts'
import { headOf, keys, noteLists, type TableList, tableLists, unitsOfTable } from './units.ts'

export interface Merged {
  readonly plan: Plan
  /** The design as the plan was made of it: under the person's names, and with the policies and grants that their tables and rules come to. */
  readonly designed: Plan
  readonly notes: readonly MergeNote[]
}

/**
 * Brings what the documents ask for now into a plan that a person has edited, by name. What the person wrote stands; what they have not touched follows the
 * documents. `base` tells the two apart: the fingerprints of what was designed when the plan was written. Without it, nothing that is in the plan is changed or
 * removed, and what it lacks is added. What hangs on an edit follows it: policies and grants that nobody touched are compiled anew from the rules and tables
 * as they are then, and a column that a person renamed is called so throughout.
 */
export function mergePlans(mine: Plan, theirs: Plan, base: Base, compile: CompileAccess): Merged {
  const designed = underNamesOf(mine, theirs)
  const first = mergeParts(mine, designed, base)
  if (!isCompiled(first.plan, base)) return { ...first, designed: theirs }
  const compiled = underPolicyNamesOf(mine, compile(first.plan.schema))
  const { plan, notes } = mergeParts(securedOwn(mine, theirs), { ...designed, schema: compiled }, base)
  return {
    plan,
    designed: withCompiled(designed, compiled),
    notes: [
      ...first.notes.filter((note) => !isAboutAccess(note)),
      ...notes.filter(isAboutAccess).map((note) => asFollowing(note, first.notes)),
    ],
  }
}

function mergeParts(mine: Plan, theirs: Plan, base: Base): Omit<Merged, 'designed'> {
  const { notes, decide, list, isUntouched } = decider(base, [...renamedTables(mine.schema), ...renamedTypes(mine.schema)])
  const [a, b] = [orderSchema(mine.schema), orderSchema(theirs.schema)]

  const mergeTable = (own: Table, designed: Table): Table => {
    const head = decide(keys.table(own), headOf(own), headOf(designed)) === 'theirs' ? designed : own
    const lists = tableLists.map((name) => {
      const key = (one: { readonly name: string }) => keys.item(own, name, one.name)
      return [name, list<{ readonly name: string }>(own[name], designed[name], key)] as const
    })
    return { ...head, ...(Object.fromEntries(lists) as unknown as Pick<Table, TableList>) }
  }
  /** A table goes or stays out as a whole; it goes only where nothing in it was touched. */
  const ownTables = a.tables.flatMap((own): readonly Table[] => {
    const designed = b.tables.find((table) => keys.table(table) === keys.table(own))
    if (designed !== undefined) return [mergeTable(own, designed)]
    const isOld = unitsOfTable(own).every(isUntouched)
    notes.push({ name: keys.table(own), what: isOld ? 'removed' : 'kept' })
    return isOld ? [] : [own]
  })
  const newTables = b.tables.filter(
    (table) =>
      !a.tables.some((own) => keys.table(own) === keys.table(table)) &&
      decide(keys.table(table), undefined, headOf(table)) === 'theirs',
  )
  const bare = { schema: '', name: '', triggers: [] }
  const platformNames = [
    ...new Map([...a.platformTables, ...b.platformTables].map((table) => [keys.table(table), table])).values(),
  ]
  const platformTables = platformNames.map((table) => {
    const own = a.platformTables.find((one) => keys.table(one) === keys.table(table)) ?? bare
    const designed = b.platformTables.find((one) => keys.table(one) === keys.table(table)) ?? bare
    return { ...table, triggers: list(own.triggers, designed.triggers, (one) => keys.item(table, 'triggers', one.name)) }
  })
  const schema = orderSchema({
    platform: b.platform,
    namespaces: list(a.namespaces, b.namespaces, keys.namespace),
    extensions: list(a.extensions, b.extensions, keys.extension),
    enums: list(a.enums, b.enums, keys.type),
    tables: [...ownTables, ...newTables],
    platformTables: platformTables.filter((table) => table.triggers.length > 0),
    views: list(a.views, b.views, keys.view),
    routines: list(a.routines, b.routines, keys.routine),
    grants: list(a.grants, b.grants, keys.grant),
    access: {
      ...(a.access.roles === undefined ? b.access : a.access),
      groups: list(a.access.groups, b.access.groups, keys.group),
      rules: list(a.access.rules, b.access.rules, keys.rule),
    },
  })
  return { plan: { title: mine.title, schema, notes: mergeNotes(mine.notes, theirs.notes, base) }, notes }
}

/** The designer's remarks are those of now; what a person added to them stays, without a word. */
function mergeNotes(mine: Notes, theirs: Notes, base: Base): Notes {
  const { list } = decider(base)
  const lists = noteLists.map((name) => [name, list(mine[name], theirs[name], (one) => `${name} ${one.text}`)] as const)
  const highest = Math.max(0, ...theirs.assumptions.map(({ number }) => number))
  const merged = list<Assumption>(mine.assumptions, theirs.assumptions, keys.assumption)
  const known = new Set(theirs.assumptions.map(({ text }) => text))
  const added = merged.filter(({ text }) => !known.has(text)).map((one, at) => ({ ...one, number: highest + at + 1 }))
  return {
    ...theirs,
    ...Object.fromEntries(lists),
    assumptions: [...merged.filter(({ text }) => known.has(text)), ...added],
    coverage: list(mine.coverage, theirs.coverage, ({ id }) => `requirement ${id}`),
  }
}
