import type { Path, PathStep } from '../../schema/access.ts'
import type { Schema } from '../../schema/schema.ts'
import { identifier } from '../../sql/quote.ts'
import { type QualifiedName, scanIdentifier, scanQualified, tableName } from './name.ts'

/**
 * A path of foreign keys in one code span: `race_id → races.host_id`, `id ← matches(recipient_id).giver_id`. The key that a
 * step to the right arrives at is left out where the tables' foreign keys say it; otherwise it stands like the key of a
 * step to the left, `race_id → races(code).host_id`.
 */
export function formatPath(path: Path, from: QualifiedName, schema: Schema): string {
  let table = from
  let text = ''
  for (const step of path.steps) {
    const target = { schema: step.schema, name: step.table }
    const known = step.direction === 'forward' && referencedKey(schema, table, step.column, target) === step.key
    const key = known ? '' : `(${identifier(step.key)})`
    text += `${identifier(step.column)} ${step.direction === 'forward' ? '→' : '←'} ${tableName(step.schema, step.table)}${key}.`
    table = target
  }
  return text + identifier(path.column)
}

/** Reads what {@link formatPath} writes, with `->` and `<-` for the arrows too; undefined if it is anything else. */
export function parsePath(code: string, from: QualifiedName, schema: Schema): Path | undefined {
  const text = code.trim()
  const steps: PathStep[] = []
  let table = from
  let at = 0
  for (;;) {
    const column = scanIdentifier(text, at)
    if (column === undefined) return undefined
    if (column.end === text.length) return { steps, column: column.name }
    const arrow = /\s*(→|←|->|<-)\s*/y
    arrow.lastIndex = column.end
    const found = arrow.exec(text)?.[1]
    if (found === undefined) return undefined
    const direction = found === '→' || found === '->' ? 'forward' : 'backward'
    const step = parseStep(text, arrow.lastIndex, { direction, column: column.name, table, schema })
    if (step === undefined) return undefined
    steps.push(step.step)
    table = { schema: step.step.schema, name: step.step.table }
    at = step.end
  }
}

interface StepStart {
  readonly direction: PathStep['direction']
  readonly column: string
  readonly table: QualifiedName
  readonly schema: Schema
}

/** A step's target: `races.`, `races(code).`, `billing.invoices.`, up to and with the point before the next column. */
function parseStep(text: string, at: number, start: StepStart): { readonly step: PathStep; readonly end: number } | undefined {
  const first = scanIdentifier(text, at)
  if (first === undefined) return undefined
  const bare = { object: { schema: 'public', name: first.name }, end: first.end }
  for (const target of [scanQualified(text, at), bare]) {
    if (target === undefined) continue
    const key = /\(([^()]*|"(?:[^"]|"")*")\)/y
    key.lastIndex = target.end
    const given = key.exec(text)?.[1]
    const end = given === undefined ? target.end : key.lastIndex
    if (text[end] !== '.') continue
    const name = given === undefined ? undefined : scanIdentifier(given, 0)?.name
    const { direction, column, table, schema } = start
    const known = name ?? (direction === 'forward' ? referencedKey(schema, table, column, target.object) : undefined)
    return {
      step: { direction, column, schema: target.object.schema, table: target.object.name, key: known ?? 'id' },
      end: end + 1,
    }
  }
  return undefined
}

/** The column of `target` that `column` of `table` references, if the foreign keys leave one answer. */
export function referencedKey(schema: Schema, table: QualifiedName, column: string, target: QualifiedName): string | undefined {
  const found = new Set<string>()
  const keys = schema.tables.find((t) => t.schema === table.schema && t.name === table.name)?.foreignKeys ?? []
  for (const { columns, references } of keys) {
    if (references.schema !== target.schema || references.table !== target.name) continue
    columns.forEach((name, i) => {
      const key = references.columns[i]
      if (name === column && key !== undefined) found.add(key)
    })
  }
  return found.size === 1 ? [...found][0] : undefined
}
