import type { Schema } from '../schema/schema.ts'
import { keywords } from './keywords.ts'

/**
 * A name as SQL, quoted only where PostgreSQL's `quote_ident` would: when it is not `[a-z_][a-z0-9_]*` or is a key word.
 * The one function that turns a name into SQL. (Manual, 4.1.1 Identifiers and Key Words.)
 *
 * @throws RangeError for an empty name or one with a zero byte, which no PostgreSQL object can have.
 */
export function identifier(name: string): string {
  if (name === '' || name.includes('\u0000')) throw new RangeError(`not a PostgreSQL name: ${JSON.stringify(name)}`)
  return /^[a-z_][a-z0-9_]*$/.test(name) && !keywords.has(name) ? name : `"${name.replaceAll('"', '""')}"`
}

/** Names as SQL, separated by commas. */
export function identifiers(names: readonly string[]): string {
  return names.map(identifier).join(', ')
}

/**
 * A string as a SQL literal. With `standard_conforming_strings` on, as it is by default since PostgreSQL 9.1, a backslash means itself.
 *
 * @throws RangeError for text with a zero byte, which PostgreSQL cannot store.
 */
export function literal(text: string): string {
  if (text.includes('\u0000')) throw new RangeError('PostgreSQL text cannot hold a zero byte')
  return `'${text.replaceAll("'", "''")}'`
}

/** `schema.name` as SQL. Never left to the search path. */
export function qualified(schema: string, name: string): string {
  return `${identifier(schema)}.${identifier(name)}`
}

/** A name as people write it: bare in `public`, qualified anywhere else. It depends on the search path, so it is for what is read, or run where the path is known. */
export function shortName({ schema, name }: { readonly schema: string; readonly name: string }): string {
  return schema === 'public' ? identifier(name) : qualified(schema, name)
}

/**
 * A column's type as SQL. The model writes types of `public` bare (see `schema/column.ts`); here the enums and tables of the schema
 * are qualified, so that the statement means the same under every search path.
 */
export function typeName(type: string, schema: Schema): string {
  const arrays = /(\[\])*$/.exec(type)?.[0] ?? ''
  const base = type.slice(0, type.length - arrays.length)
  return publicNames(schema).has(base) ? `public.${base}${arrays}` : type
}

/** What can name a type in `public`, as SQL; made once per schema. */
const namesOfSchema = new WeakMap<Schema, ReadonlySet<string>>()

function publicNames(schema: Schema): ReadonlySet<string> {
  const known = namesOfSchema.get(schema)
  if (known !== undefined) return known
  const objects = [...schema.enums, ...schema.tables, ...schema.views]
  const names = new Set(objects.filter((object) => object.schema === 'public').map((object) => identifier(object.name)))
  namesOfSchema.set(schema, names)
  return names
}

/** Text between dollar quotes, with a tag that neither occurs in it nor runs together with its end. (Manual, 4.1.2.4 Dollar-Quoted String Constants.) */
export function dollarQuoted(text: string): string {
  let tag = '$$'
  for (let n = 0; `${text}${tag}`.indexOf(tag) !== text.length; n++) tag = n === 0 ? '$body$' : `$body_${n}$`
  return `${tag}${text}${tag}`
}
