import { column, createdAt, idColumn, index, reference, table } from '../build.ts'
import { changeTable, type GalleryCase } from '../case.ts'
import { desk, folderDesk, folders } from '../desk.ts'

const applies = [{ check: 'applies' }]
const readsBack = [{ check: 'reads back' }]
const long = 'folders_of_everybody_who_has_ever_opened_this_application_name_check'

/** What PostgreSQL does not take, or takes and keeps as something else. */
export const appliesCases: readonly GalleryCase[] = [
  {
    name: 'a check of a column that is not there',
    mended: folderDesk({ checks: [{ name: 'folders_name_check', expression: "name <> ''", reasons: [] }] }),
    broken: (schema) =>
      changeTable(schema, 'folders', () => ({
        checks: [{ name: 'folders_name_check', expression: "title <> ''", reasons: [] }],
      })),
    findings: applies,
  },
  {
    name: 'a foreign key to a column that is no key',
    mended: desk(),
    broken: (schema) =>
      changeTable(schema, 'papers', () => ({ foreignKeys: [reference('papers', 'folder_id', 'folders', { key: 'owner_id' })] })),
    findings: applies,
  },
  {
    name: 'a default of another type',
    mended: desk([folders(), table('counters', [idColumn, column('amount', 'integer', { default: '0' })])]),
    broken: (schema) =>
      changeTable(schema, 'counters', () => ({ columns: [idColumn, column('amount', 'integer', { default: "'none'" })] })),
    findings: applies,
  },
  {
    name: 'a policy for INSERT that asks of rows that are there',
    mended: folderDesk(),
    broken: (schema) =>
      changeTable(schema, 'folders', ({ policies }) => ({
        policies: policies.map(({ check, ...policy }) =>
          policy.command === 'insert' && check !== undefined
            ? { ...policy, using: check }
            : { ...policy, ...(check === undefined ? {} : { check }) },
        ),
      })),
    findings: applies,
  },
  {
    name: 'now() in the predicate of an index',
    mended: desk([folders(), table('events', [idColumn, createdAt], { indexes: [index('events', 'created_at')] })]),
    broken: (schema) =>
      changeTable(schema, 'events', () => ({ indexes: [index('events', 'created_at', { where: 'created_at > now()' })] })),
    findings: applies,
  },
  {
    name: 'a generated column of a function that is not immutable',
    mended: desk([
      folders(),
      table('events', [
        idColumn,
        column('amount', 'integer'),
        column('double', 'integer?', { generated: { expression: 'amount * 2', stored: true } }),
      ]),
    ]),
    broken: (schema) =>
      changeTable(schema, 'events', (one) => ({
        columns: one.columns.map((each) =>
          each.generated === undefined
            ? each
            : { ...each, generated: { expression: '(random() * amount)::integer', stored: true } },
        ),
      })),
    findings: applies,
  },
  {
    name: 'two constraints of one name',
    mended: folderDesk({ checks: [{ name: 'folders_name_check', expression: "name <> ''", reasons: [] }] }),
    broken: (schema) =>
      changeTable(schema, 'folders', (one) => ({
        checks: [...one.checks, { name: 'folders_pkey', expression: "name <> ' '", reasons: [] }],
      })),
    findings: applies,
  },
  {
    name: 'a constraint whose name PostgreSQL cuts',
    mended: folderDesk({ checks: [{ name: 'folders_name_check', expression: "name <> ''", reasons: [] }] }),
    broken: (schema) =>
      changeTable(schema, 'folders', () => ({ checks: [{ name: long, expression: "name <> ''", reasons: [] }] })),
    findings: readsBack,
  },
  {
    name: 'a serial column, which becomes something else',
    mended: desk([folders(), table('counters', [column('id', 'integer', { identity: 'always' })])]),
    broken: (schema) => changeTable(schema, 'counters', () => ({ columns: [column('id', 'serial')] })),
    findings: readsBack,
  },
  {
    name: 'a policy whose name PostgreSQL cuts',
    mended: folderDesk(),
    broken: (schema) =>
      changeTable(schema, 'folders', (one) => ({
        policies: one.policies.map((policy) => ({
          ...policy,
          name: `${policy.command}: ${'owners may do this with their own folders, '.repeat(2)}`,
        })),
      })),
    findings: readsBack,
  },
]
