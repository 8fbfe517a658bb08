import type { Outcome } from '../diagnostic/diagnostic.ts'
import type { Access } from '../schema/access.ts'
import type { Grant } from '../schema/grant.ts'
import { displayName } from '../schema/lookups.ts'
import { emptyNotes, type Notes } from '../schema/notes.ts'
import { keyOf } from '../schema/order.ts'
import { orderSchema } from '../schema/order-schema.ts'
import type { Plan } from '../schema/plan.ts'
import { emptySchema, type Schema } from '../schema/schema.ts'
import { renameColumn, renamedColumns } from '../sql/rename-column.ts'
import { type RenamedTable, renamedTables, renameTable } from '../sql/rename-table.ts'
import { renamedTypes, renameType } from '../sql/rename-type.ts'
import { readAccessRules } from './read/access.ts'
import { readActors } from './read/actors.ts'
import { placeIndexes, placePolicies } from './read/assemble.ts'
import { readPlatform, readTitle } from './read/header.ts'
import { type PlacedIndex, readIndexes } from './read/indexes.ts'
import { parseSections, type Section } from './read/markdown.ts'
import { readAssumptions, readCoverage, readRemarkList } from './read/notes.ts'
import { Report } from './read/report.ts'
import { readRoutines } from './read/routines.ts'
import { findMainSections, headingName } from './read/sections.ts'
import { readSqlBlocks } from './read/sql/read-sql-blocks.ts'
import type { SqlState } from './read/sql/state.ts'
import { isPlatformTable, type PlanText, readHeadingName, readTableSection } from './read/tables.ts'
import { readExtensions, readNamespaces, readTypes } from './read/types.ts'
import { readViews } from './read/views.ts'

/**
 * Reads `.ai/db-plan.md` back: `readPlan(writePlan(plan))` is `plan`, in the order of `orderSchema`. People edit plans, so wording, case,
 * spacing and the order of columns are free; what cannot be understood is an error at its place, and the rest is still read.
 * Relationships, protected columns, what was observed, the proof and the diagram are made from the rest and not read.
 *
 * @param file how diagnostics name the plan, relative to the project folder.
 */
export async function readPlan(text: string, file: string): Promise<Outcome<Plan>> {
  const report = new Report(text, file)
  const source: PlanText = { text, report }
  const root = parseSections(text)
  const document = root.children.find((section) => section.depth === 1) ?? root
  const main = findMainSections(document, report)
  const tables = main.get('tables')
  const policies = main.get('policies')
  const platform = readPlatform(document, source)
  const asHeaded = { ...emptySchema(platform), ...readTables(tables, source) }
  const viewSection = tables?.children.find((child) => headingName(child) === 'views')
  const isView = viewNames(viewSection, new Report(text, file))
  const sql = await readSqlBlocks([tables, policies], source, isView)
  const indexes = main.get('indexes')
  const placed = indexes === undefined ? [] : readIndexes(indexes, source)
  // Who gives a table another name need not say it everywhere: what still says the old one is read by that.
  const called = renamedTables(asHeaded).filter((one) => isCalledAsBefore(one, placed, sql))
  const base = { ...asHeaded, ...called.reduce(underOldName, asHeaded) }
  const written: Schema = {
    ...base,
    tables: placePolicies(placeIndexes(base.tables, placed, report), sql, report),
    views: viewSection === undefined ? [] : readViews(viewSection, sql, source),
    routines: readRoutines(policies, sql, source),
    grants: [...sql.grants.final(), ...base.usage.filter(({ object }) => !sql.grantedSchemas.has(object.schema))],
  }
  // The same of columns.
  const renames = renamedColumns(written)
  const withObjects = renamedTypes(written).reduce(renameType, renames.reduce(renameColumn, written))
  const { usage: _, ...withAccess } = { ...withObjects, access: readAccess(policies, withObjects, source), usage: base.usage }
  const schema = called.reduce(renameTable, renames.reduce(renameColumn, withAccess))
  const notes = readNotes(main.get('notes'), source)
  return { value: { title: readTitle(document), schema: orderSchema(schema), notes }, diagnostics: report.diagnostics }
}

const underOldName = (schema: Schema, { schema: home, from, to }: RenamedTable): Schema =>
  renameTable(schema, { schema: home, from: to, to: from })

/** Whether indexes, row level security or policies of a plan are still on a table by its old name. */
function isCalledAsBefore({ schema, from }: RenamedTable, indexes: readonly PlacedIndex[], sql: SqlState): boolean {
  const key = keyOf({ schema, name: from })
  return indexes.some(({ table }) => keyOf(table) === key) || sql.policies.has(key) || sql.rowSecurity.has(key)
}

type Tables = Pick<Schema, 'namespaces' | 'extensions' | 'enums' | 'tables' | 'platformTables'> & {
  readonly usage: readonly Grant[]
}

/** Section 1, but for the views. Every heading that is none of the fixed ones is a table. */
function readTables(section: Section | undefined, source: PlanText): Tables {
  let result: Tables = { namespaces: [], extensions: [], enums: [], tables: [], platformTables: [], usage: [] }
  const seen = new Set<string>()
  for (const child of section?.children ?? []) {
    const heading = headingName(child)
    if (heading === 'views') continue
    if (heading === 'schemas') result = { ...result, ...readNamespaces(child, source) }
    else if (heading === 'extensions') result = { ...result, extensions: readExtensions(child, source) }
    else if (heading === 'types') result = { ...result, enums: readTypes(child, source) }
    else {
      const name = readHeadingName(child, source.report)
      if (name === undefined) continue
      if (seen.has(displayName(name))) {
        source.report.add(
          'plan/duplicate',
          'error',
          child.heading.start,
          `the table \`${displayName(name)}\` stands here a second time`,
          'keep one of the two',
        )
        continue
      }
      seen.add(displayName(name))
      const table = readTableSection(child, name, source)
      if (isPlatformTable(table)) result = { ...result, platformTables: [...result.platformTables, table] }
      else result = { ...result, tables: [...result.tables, table] }
    }
  }
  return result
}

/** Which names are views, for grants, whose SQL does not say; headings are reported on when the views are read. */
function viewNames(section: Section | undefined, silent: Report): (schema: string, name: string) => boolean {
  const names = (section?.children ?? []).map((child) => readHeadingName(child, silent))
  return (schema, name) => names.some((view) => view?.schema === schema && view.name === name)
}

/** Access rules refer to tables, foreign keys and groups, so they are read last. */
function readAccess(section: Section | undefined, schema: Schema, source: PlanText): Access {
  const child = (name: string) => section?.children.find((candidate) => headingName(candidate) === name)
  const actors = child('actors')
  const actorsRead = actors === undefined ? { groups: [] } : readActors(actors, schema, source)
  const rules = child('access rules')
  const withActors: Schema = { ...schema, access: { ...actorsRead, rules: [] } }
  return { ...actorsRead, ...(rules === undefined ? { rules: [] } : readAccessRules(rules, withActors, source)) }
}

function readNotes(section: Section | undefined, source: PlanText): Notes {
  const notes: { -readonly [K in keyof Notes]: Notes[K] } = { ...emptyNotes }
  for (const child of section?.children ?? []) {
    const name = headingName(child)
    if (name === 'decisions') notes.decisions = readRemarkList(child, source)
    else if (name.startsWith('assumptions')) notes.assumptions = readAssumptions(child, source)
    else if (name === 'conflicts') notes.conflicts = readRemarkList(child, source)
    else if (name === 'left out') notes.leftOut = readRemarkList(child, source)
    else if (name.startsWith('requirements')) notes.coverage = readCoverage(child, source)
    else if (name !== 'proof')
      source.report.add('plan/unknown-section', 'warning', child.heading.start, `the section "${child.heading.text}" is not read`)
  }
  return notes
}
