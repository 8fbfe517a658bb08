import type { ColumnType } from './column-type.ts'

/** Types that PostgreSQL knows by these words, as the schema writes them. */
const plain: ReadonlyMap<string, string> = new Map(
  Object.entries({
    uuid: ['uuid', 'guid', 'uniqueidentifier'],
    text: [
      'text',
      'varchar',
      'character varying',
      'string',
      'char',
      'character',
      'nvarchar',
      'longtext',
      'mediumtext',
      'tinytext',
      'clob',
      'citext',
      'str',
      'tekst',
      'napis',
      'łańcuch znaków',
      'ciąg znaków',
      'tekstowy',
      'tekstowe',
      'tekstowa',
      'markdown',
      'long text',
      'short text',
      'free text',
      'rich text',
      'url',
      'email',
    ],
    integer: [
      'integer',
      'int',
      'int4',
      'number',
      'liczba',
      'liczba całkowita',
      'całkowita',
      'mediumint',
      'whole number',
      'liczbowy',
      'liczbowe',
      'serial',
      'serial4',
    ],
    bigint: ['bigint', 'int8', 'long', 'bigserial', 'serial8', 'big integer'],
    smallint: ['smallint', 'int2', 'tinyint', 'smallserial', 'short'],
    numeric: ['numeric', 'decimal', 'dec', 'liczba dziesiętna', 'dziesiętny', 'decimal number', 'liczba zmiennoprzecinkowa'],
    'numeric(12,2)': ['money', 'kwota', 'currency'],
    float8: ['double precision', 'double', 'float', 'float8'],
    float4: ['real', 'float4', 'single'],
    boolean: [
      'boolean',
      'bool',
      'bit',
      'flag',
      'flaga',
      'yes/no',
      'tak/nie',
      'true/false',
      'logiczny',
      'wartość logiczna',
      'logical',
    ],
    date: ['date', 'data', 'calendar date', 'day'],
    time: ['time', 'time without time zone', 'timetz', 'time with time zone', 'godzina', 'czas'],
    timestamptz: [
      'timestamptz',
      'timestamp',
      'timestamp with time zone',
      'timestamp without time zone',
      'datetime',
      'date and time',
      'data i czas',
      'data i godzina',
      'znacznik czasu',
      'date/time',
      'date-time',
      'timestamp with timezone',
      'timestampz',
    ],
    interval: ['interval', 'duration', 'interwał'],
    jsonb: ['jsonb', 'json', 'object', 'obiekt', 'json object', 'map'],
    bytea: ['bytea', 'blob', 'binary', 'varbinary', 'bytes'],
    inet: ['inet', 'ip', 'ip address'],
    tsvector: ['tsvector'],
    int4range: ['int4range'],
    int8range: ['int8range'],
    numrange: ['numrange'],
    daterange: ['daterange'],
    tstzrange: ['tstzrange', 'tsrange'],
    xml: ['xml'],
    cidr: ['cidr'],
    macaddr: ['macaddr'],
    point: ['point'],
  }).flatMap(([type, words]) => words.map((word) => [word, type] as const)),
)

const serial: ReadonlySet<string> = new Set(['serial', 'serial4', 'bigserial', 'serial8', 'smallserial'])
const sized: ReadonlySet<string> = new Set([
  'varchar',
  'character varying',
  'char',
  'character',
  'nvarchar',
  'text',
  'string',
  'citext',
])
const arrays = /\s*(?:\[\s*\d*\s*\]|\s+array)$/i

/**
 * The column type that a document states, in our spelling: `VARCHAR(20)` is `text` with a check of at most 20 characters, `timestamp` is
 * `timestamptz`, `serial` an identity. Undefined where the words are no type that PostgreSQL has.
 * Sources: PostgreSQL wiki "Don't do this" (varchar(n), char(n), timestamp, timetz, money, serial).
 */
export function statedType(written: string): ColumnType | undefined {
  let text = written
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^pg_catalog\.|^extensions\./i, '')
    .toLowerCase()
  let array = false
  while (arrays.test(text)) {
    text = text.replace(arrays, '').trim()
    array = true
  }
  const listed = /^(?:array|list|lista|tablica)(?:\s*<|\s+of\s+|\s*\(|$)\s*([a-z ]*?)s?\s*[>)]?$/.exec(text)
  if (listed !== null) {
    const inner = listed[1] === '' ? 'text' : (plain.get(listed[1] ?? '') ?? 'text')
    return { type: `${inner}[]` }
  }
  const match = /^([\p{L}\d/ _-]*[\p{L}\d])\s*(?:\(\s*(\d{1,6})\s*(?:,\s*(\d{1,4})\s*)?\))?(\s+with(?:out)? time ?zone)?$/u.exec(
    text,
  )
  if (match === null) return undefined
  const word = match[1] ?? ''
  const type = plain.get(word)
  if (type === undefined) return undefined
  const size = match[2] === undefined ? undefined : Number(match[2])
  const scale = match[3] === undefined ? undefined : Number(match[3])
  if (array) return { type: `${type}[]` }
  if (type === 'text' && sized.has(word) && size !== undefined && size > 0)
    return {
      type,
      check: word.startsWith('char') && word !== 'character varying' ? `char_length($) = ${size}` : `char_length($) <= ${size}`,
    }
  if (type === 'numeric' && size !== undefined && size >= 1 && size <= 1000)
    return { type: scale === undefined ? `numeric(${size},0)` : scale <= size ? `numeric(${size},${scale})` : 'numeric' }
  if (word === 'tinyint' && size === 1) return { type: 'boolean' }
  if (serial.has(word)) return { type, identity: 'always' }
  return { type }
}
