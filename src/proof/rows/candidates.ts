import type { Column } from '../../schema/column.ts'
import type { EnumType } from '../../schema/enum-type.ts'
import type { Hints } from './hints.ts'
import { regexSample } from './regex-sample.ts'

/** A value as JSON has it, which PostgreSQL's jsonb_populate_record turns into the column's type. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

/**
 * Values worth trying for a column, the most ordinary first, all of its type; null, where the column allows it, is second. Checks narrow
 * them down by evaluation. `from` numbers the first, so that different calls give different values where the type has enough.
 */
export function candidatesFor(
  column: Column,
  hints: readonly Hints[],
  enums: readonly EnumType[],
  from: number,
): readonly Value[] {
  const values = unique(typed(column.type, hints, enums, from))
  const [first, ...rest] = values
  return column.nullable && first !== undefined ? [first, null, ...rest] : values
}

/** The only values a column can have, if they can be listed: an enum, a boolean, constants that a check lists. */
export function closedValues(column: Column, hints: readonly Hints[], enums: readonly EnumType[]): readonly Value[] {
  const values = enumValues(column.type, enums)
  if (values !== undefined) return values
  if (column.type === 'boolean') return [false, true]
  const listed = hints.filter((one) => one.columns.length === 1 && one.lists).flatMap((one) => one.strings)
  return isText(column.type) ? unique(listed) : []
}

function enumValues(type: string, enums: readonly EnumType[]): readonly string[] | undefined {
  const bare = type.replaceAll('"', '')
  return enums.find((one) => bare === one.name || bare === `${one.schema}.${one.name}`)?.values
}

const isText = (type: string) => /^(text|varchar|char|character|citext|\w+\.citext|name)\b/.test(type)

function typed(type: string, hints: readonly Hints[], enums: readonly EnumType[], from: number): readonly Value[] {
  if (type.endsWith('[]')) {
    const elements = typed(type.slice(0, -2), [], enums, from)
    const sizes = hints.flatMap((one) => one.numbers).flatMap((number) => [number, number + 1, number - 1])
    const lengths = unique([2, 0, 1, ...sizes.filter((size) => size >= 0 && size <= 200)])
    const listed = hints.flatMap((one) => one.strings)
    return [
      ...(listed.length > 0 ? [listed] : []),
      ...lengths.map((size) => Array.from({ length: size }, (_, at) => elements[at % elements.length] ?? null)),
    ]
  }
  const values = enumValues(type, enums)
  if (values !== undefined) return values
  if (isText(type)) return texts(type, hints, from)
  const family = families.find(([pattern]) => pattern.test(type))
  return family === undefined ? ['1'] : family[1](hints, from, type)
}

type Make = (hints: readonly Hints[], from: number, type: string) => readonly Value[]

const days = (from: number) => [0, 20, 50, 90, -3000].map((shift) => new Date(Date.UTC(2030, 0, 10 + from + shift)))
const isDate = /^\d{4}-\d{2}-\d{2}/

const families: readonly (readonly [RegExp, Make])[] = [
  [/^(smallint|integer|bigint|int[248]?)$/, (hints, from) => numbers(hints, from, 1)],
  [/^(numeric|decimal|real|double|float)/, (hints, from) => [...numbers(hints, from, 1), 0.5]],
  [/^boolean$/, () => [false, true]],
  [/^uuid$/, (_, from) => [0, 1, 2].map((shift) => rowId(from * 3 + shift))],
  [/^date$/, (hints, from) => [...days(from).map((day) => day.toISOString().slice(0, 10)), ...dates(hints)]],
  [/^timestamp/, (hints, from) => [...days(from).map((day) => day.toISOString()), ...dates(hints)]],
  [
    /^time/,
    (hints) => ['09:00:00', '12:00:00', '18:00:00', '00:00:00', ...strings(hints).filter((one) => /^\d\d?:\d\d/.test(one))],
  ],
  [
    /^interval/,
    (hints) => [
      '01:00:00',
      '1 day',
      '00:30:00',
      '00:00:00',
      '-01:00:00',
      '30 days',
      ...strings(hints).filter((one) => /\d/.test(one)),
    ],
  ],
  [/^jsonb?$/, () => [{ sample: 1 }, {}, [], ['sample'], 'sample', 1, true]],
  [/^bytea$/, () => ['\\x01', '\\x']],
  [/^(inet|cidr)$/, (_, from) => [`192.0.2.${1 + (from % 250)}`]],
  [/^macaddr$/, () => ['08:00:2b:01:02:03']],
  [/^tsvector$/, () => ["'sample'"]],
  [/^point$/, () => ['(1,2)']],
  [/^tstzrange$|^tsrange$/, (_, from) => ranges(from, (day) => day.toISOString())],
  [/^daterange$/, (_, from) => ranges(from, (day) => day.toISOString().slice(0, 10))],
  [/^(int[48]range|numrange)$/, (_, from) => [`[${from * 10 + 1},${from * 10 + 5})`]],
  [
    /vector(\((\d+)\))?$/,
    (_hints, _from, type) => [`[${Array.from({ length: Number(/\((\d+)\)/.exec(type)?.[1] ?? 3) }, () => 1).join(',')}]`],
  ],
  [/^bit varying|^varbit/, () => ['1']],
  [/^bit/, (_hints, _from, type) => ['1'.padEnd(Number(/\((\d+)\)/.exec(type)?.[1] ?? 1), '0')]],
]

function ranges(from: number, write: (day: Date) => string): readonly Value[] {
  const start = new Date(Date.UTC(2030, 0, 1 + from * 5))
  const end = new Date(Date.UTC(2030, 0, 4 + from * 5))
  return [`[${write(start)},${write(end)})`]
}

const strings = (hints: readonly Hints[]) => hints.flatMap((one) => one.strings)
const dates = (hints: readonly Hints[]) => strings(hints).filter((text) => isDate.test(text))

function numbers(hints: readonly Hints[], from: number, step: number): readonly number[] {
  const known = hints.flatMap((one) => one.numbers)
  const near = known.flatMap((number) => [number, number + step, number - step, Math.round(number / 2)])
  return [1 + from, 2 + from, ...near, ...near.map((number) => number + 1 + from), 0, 1, -1]
}

/** A key for a generated row: uuids that nobody takes for a real one. */
export const rowId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

function texts(type: string, hints: readonly Hints[], from: number): readonly string[] {
  const number = from + 1
  const limit = Number(/\((\d+)\)/.exec(type)?.[1] ?? Number.POSITIVE_INFINITY)
  const plain = [`sample ${number}`, `s${number}`]
  const found =
    hints.length === 0
      ? plain
      : [
          ...hints.flatMap((one) => one.strings),
          ...hints.flatMap((one) =>
            one.patterns.flatMap((pattern) => [0, 1, 2].flatMap((seed) => regexSample(pattern, from * 3 + seed) ?? [])),
          ),
          ...hints.flatMap((one) =>
            one.likes.map((like) => like.replace(/\\?[%_]/g, (mark) => (mark.length > 1 ? (mark[1] ?? '') : 'a'))),
          ),
          ...plain,
          ...hints.flatMap((one) => (one.measures ? one.numbers.flatMap((length) => lengths(length, number)) : [])),
          `sample${number}@example.com`,
          `https://example.com/${number}`,
          `sample-${number}`,
          String(number),
          String(100000 + number),
          'SAMPLE',
          'PLN',
          'pl',
          '',
          '   ',
        ]
  return found.map((text) => (text.length > limit ? text.slice(0, limit) : text))
}

function lengths(length: number, number: number): readonly string[] {
  const fill = (size: number) => `${number}`.padEnd(size, 'x').slice(0, size)
  return [length, length - 1, length + 1].filter((size) => size >= 0 && size <= 60_000).map(fill)
}

function unique<T extends Value>(values: readonly T[]): readonly T[] {
  const seen = new Set<string>()
  return values.filter((value) => {
    const key = JSON.stringify(value)
    return seen.has(key) ? false : seen.add(key) !== undefined
  })
}
