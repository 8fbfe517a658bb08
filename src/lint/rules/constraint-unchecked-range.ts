import { displayName, findColumn } from '../../schema/lookups.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'
import { columnOf, nodesOf } from '../tree.ts'

const pairs: readonly (readonly [RegExp, string])[] = [
  [/^start_(.+)$/, 'end_$1'],
  [/^(.+)_start$/, '$1_end'],
  [/^starts_(at|on)$/, 'ends_$1'],
  [/^start(s|ed)?_at$/, 'end$1_at'],
  [/^(valid|available|active|effective|open|date)_from$/, '$1_to'],
  [/^(valid|available|active|effective|open|date)_from$/, '$1_until'],
  [/^min_(.+)$/, 'max_$1'],
  [/^(data|wazn[aey]|dostepn[aey])_od$/, '$1_do'],
  [/^(.*)rozpoczeci([ea])(.*)$/, '$1zakonczeni$2$3'],
  [/^(.*)poczatek(.*)$/, '$1koniec$2'],
]

/** What the end of a period may be called whose beginning has this name. */
function endNames(name: string): readonly string[] {
  return [...new Set(pairs.flatMap(([from, to]) => (from.test(name) ? [name.replace(from, to)] : [])))]
}

/** What begins ends later: checked together. */
export const uncheckedRange: Rule = {
  code: 'constraint/unchecked-range',
  severity: 'note',
  what: 'A beginning and an end stand side by side, and nothing compares them.',
  why: 'A period that ends before it begins is stored without a word, and every report counts it.',
  advice: 'Add a check: end >= start.',
  fails:
    'create table leases (id uuid primary key, start_date date not null, end_date date not null); alter table leases enable row level security;',
  passes:
    'create table leases (id uuid primary key, start_date date not null, end_date date not null, check (end_date >= start_date)); alter table leases enable row level security;',
  check: (facts) =>
    facts.schema.tables.flatMap((table) =>
      table.columns.flatMap((column) =>
        endNames(column.name).flatMap((name) => {
          const other = findColumn(table, name)
          if (other === undefined || other.type !== column.type) return []
          const expressions = [
            ...table.checks.map((one) => one.expression),
            ...table.exclusions.flatMap((one) => one.elements.map((part) => part.expression)),
          ]
          const isChecked = expressions.some((expression) => {
            const named = nodesOf(facts.tree(expression), 'ColumnRef').map((node) => columnOf({ ColumnRef: node }))
            return named.includes(column.name) && named.includes(other.name)
          })
          return isChecked
            ? []
            : [
                {
                  part: partIn(table, 'column', other.name),
                  message: `Nothing keeps ${displayName(table)}.${other.name} from being before ${column.name}.`,
                },
              ]
        }),
      ),
    ),
}
