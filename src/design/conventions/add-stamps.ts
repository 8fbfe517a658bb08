import { fromSession, strongest } from '../claim-order.ts'
import { type Draft, type DraftColumn, type DraftTable, mapTables } from '../draft.ts'
import { isSessionColumn } from '../relations/wanted-attributes.ts'
import { isRecord } from '../tables/record-words.ts'
import { because, byConvention, type Why } from '../why.ts'

/** Other tables of things that happened: rows are written once. */
const written = /(^|_)(usage|measurement|review|vote|view|notification|snapshot|revision)$/

/** Whether rows of a table are written once and then only read. */
export function isLog(table: DraftTable): boolean {
  return /(^|_)(log|event|history|audit|audit_trail|revision|change)$/.test(table.key)
}

/**
 * `created_at` everywhere, `updated_at` with its trigger where people edit rows: not on links, logs and dictionaries. Stamps that documents name
 * are taken as they are. "No updated_at" is obeyed.
 */
export function addStamps(draft: Draft): Draft {
  const stamps = draft.facts.general.conventions.filter((claim) => claim.rule === 'timestamps')
  const attributes = draft.facts.general.attributes.filter((claim) => /^(created|updated)_at$/.test(claim.attribute.name))
  const general: Why = stamps.length + attributes.length === 0 ? byConvention : because([...stamps, ...attributes], 'convention')
  const off = strongest(draft.facts.general.conventions.filter((claim) => claim.rule === 'no updated_at'))
  return mapTables(draft, (table) => stamped(table, general, off !== undefined))
}

function stamped(table: DraftTable, general: Why, withoutUpdated: boolean): DraftTable {
  const created = table.columns.find((column) => column.facts?.key === 'created_at')
  const updated = table.columns.find((column) => column.facts?.key === 'updated_at')
  const others = table.columns.filter((column) => column !== created && column !== updated)
  const isStamped = others.some((column) =>
    /^(assigned|joined|added|occurred|sent|recorded|logged|consumed|measured|reviewed)_at$/.test(column.name),
  )
  const columns: DraftColumn[] = [...others]
  const said = general.sources.length > 0
  const list = sessionList(table)
  if (created !== undefined) columns.push(asStamp(created, 'created'))
  else if (!(isStamped && (table.part === 'join' || isLog(table))) && (said || !list.exact))
    columns.push({ ...stamp('created_at', 'created'), why: general })
  const edited =
    updated !== undefined ||
    (!withoutUpdated &&
      (said || !(list.exact || (list.long && created !== undefined))) &&
      table.part !== 'join' &&
      table.part !== 'lookup' &&
      !isRecord(table.key) &&
      !written.test(table.key) &&
      !isLog(table))
  if (edited)
    columns.push(updated === undefined ? { ...stamp('updated_at', 'updated'), why: general } : asStamp(updated, 'updated'))
  return { ...table, columns }
}

/**
 * How completely the session lists a table's columns. A list with types is exact: what is not on it is not wanted. A long one that names
 * `created_at` has thought of the other stamp too.
 */
function sessionList(table: DraftTable): { readonly exact: boolean; readonly long: boolean } {
  const stated = [...(table.facts?.attributes.values() ?? [])].filter(isSessionColumn)
  const typed = stated.filter((facts) => facts.attributes.some((claim) => claim.type !== undefined && fromSession(claim.source)))
  const keyed =
    stated.some((facts) => facts.key === 'id' || facts.attributes.some((claim) => claim.primaryKey === true)) ||
    table.part === 'join'
  return { exact: keyed && stated.length >= 3 && typed.length * 3 >= stated.length * 2, long: stated.length >= 3 }
}

function stamp(name: string, part: 'created' | 'updated'): Omit<DraftColumn, 'why'> {
  return { name, part, type: 'timestamptz', nullable: false, default: 'now()' }
}

function asStamp(column: DraftColumn, part: 'created' | 'updated'): DraftColumn {
  const type = column.type === 'date' || column.type === 'timestamptz' || column.type === 'text' ? 'timestamptz' : column.type
  return type === 'timestamptz' ? { ...column, part, type, nullable: false, default: 'now()' } : column
}
