import { type Node, propertiesOf } from './script.ts'

/** Drizzle's column builders that say no more than a type (drizzle-orm/pg-core). */
const plainTypes: Readonly<Record<string, string>> = {
  uuid: 'uuid',
  text: 'text',
  integer: 'integer',
  int: 'integer',
  smallint: 'smallint',
  bigint: 'bigint',
  serial: 'serial',
  smallserial: 'smallserial',
  bigserial: 'bigserial',
  boolean: 'boolean',
  real: 'real',
  doublePrecision: 'double precision',
  date: 'date',
  interval: 'interval',
  json: 'json',
  jsonb: 'jsonb',
  inet: 'inet',
  cidr: 'cidr',
  macaddr: 'macaddr',
  point: 'point',
  line: 'line',
  bytea: 'bytea',
}

/** The type that a builder makes of its settings: `varchar("name", { length: 80 })`; undefined for a builder that is not known. */
export function columnType(builder: string, args: readonly Node[]): string | undefined {
  const settings = new Map(
    args.flatMap((one) =>
      propertiesOf(one).flatMap(({ key, value }) => (key === undefined ? [] : ([[key, value?.value]] as const))),
    ),
  )
  const sized = (type: string, ...keys: readonly string[]): string => {
    const sizes = keys.flatMap((key) => (typeof settings.get(key) === 'number' ? [String(settings.get(key))] : []))
    return sizes.length === 0 ? type : `${type}(${sizes.join(',')})`
  }
  const zoned = settings.get('withTimezone') === true
  const made: Readonly<Record<string, () => string>> = {
    varchar: () => sized('varchar', 'length'),
    char: () => sized('char', 'length'),
    numeric: () => sized('numeric', 'precision', 'scale'),
    decimal: () => sized('numeric', 'precision', 'scale'),
    timestamp: () => sized(zoned ? 'timestamptz' : 'timestamp', 'precision'),
    time: () => sized(zoned ? 'timetz' : 'time', 'precision'),
    vector: () => sized('vector', 'dimensions'),
  }
  return made[builder]?.() ?? plainTypes[builder]
}
