import { fromSession, strongest } from '../../design/claim-order.ts'
import { displayName } from '../../schema/lookups.ts'
import type { Table } from '../../schema/table.ts'
import type { Comparison, Difference } from '../difference.ts'
import { partOfTable } from '../part-of.ts'

/** Rules for the whole schema: what keys are, whether JSON and row level security are used. One finding for each rule, at the first table that breaks it. */
export const compareConventions: Comparison = ({ draft, schema, pairs }) => {
  const { conventions, keys } = draft.facts.general
  const said = (rule: (typeof conventions)[number]['rule']) =>
    strongest(conventions.filter((claim) => claim.rule === rule && fromSession(claim.source)))
  const found: Difference[] = []
  const add = (source: Difference['source'], tables: readonly Table[], message: (names: string) => string, help: string) => {
    const [first] = tables
    if (first === undefined) return
    const names = tables.map(displayName).join(', ')
    found.push({ code: 'against/convention', message: message(names), help, source, part: partOfTable(first) })
  }
  const json = said('no jsonb')
  if (json !== undefined)
    add(
      json.source,
      schema.tables.filter((table) => table.columns.some(({ type }) => /^jsonb?(\[\])?$/.test(type))),
      (names) => `The document wants no JSON columns; there are some in ${names}.`,
      'Make columns or a table of them, or correct the document.',
    )
  const open = said('no row level security')
  // A session that also says who may do what speaks of some of the tables only.
  const saysWho = [...draft.facts.general.access, ...[...draft.facts.entities.values()].flatMap(({ access }) => access)].some(
    ({ source }) => fromSession(source),
  )
  if (open !== undefined && !saysWho)
    add(
      open.source,
      schema.tables.filter(({ rowSecurity }) => rowSecurity !== 'off'),
      (names) => `The document wants no row level security; it is on for ${names}.`,
      'Correct the document if it is meant; on Supabase nothing else protects the rows.',
    )
  const key = strongest(keys.filter(({ type, source }) => type !== undefined && fromSession(source)))
  const families: Readonly<Record<string, RegExp>> = {
    uuid: /^uuid$/,
    uuidv7: /^uuid$/,
    bigint: /^(bigint|integer|smallint)$/,
    integer: /^(bigint|integer|smallint)$/,
  }
  const family = families[key?.type ?? '']
  if (key !== undefined && family !== undefined) {
    const others = pairs.filter(({ asked, table }) => {
      const columns = table.primaryKey?.columns ?? []
      const type = table.columns.find(({ name }) => name === columns[0])?.type
      const isReference = table.foreignKeys.some((one) => one.columns.includes(columns[0] ?? ''))
      return (
        columns.length === 1 &&
        type !== undefined &&
        !isReference &&
        /^(uuid|bigint|integer|smallint)$/.test(type) &&
        !family.test(type) &&
        // A table with a key of its own in the documents is an exception they make.
        (asked.facts?.keys ?? []).length === 0 &&
        family.test(asked.columns.find(({ name }) => name === asked.primaryKey[0])?.type ?? '')
      )
    })
    add(
      key.source,
      others.map(({ table }) => table),
      (names) => `The document wants keys of type ${key.type}; ${names} ${others.length === 1 ? 'has' : 'have'} others.`,
      'Change the type of the keys and of what references them, or correct the document.',
    )
  }
  return found
}
