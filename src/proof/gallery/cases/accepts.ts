import type { Trigger } from '../../../schema/trigger.ts'
import { triggerFunction } from '../../../schema/trigger-function.ts'
import { column, idColumn, reference, table } from '../build.ts'
import { changeRoutine, changeTable, type GalleryCase } from '../case.ts'
import { desk, folders, papers } from '../desk.ts'

const updatedAt = column('updated_at', 'timestamptz', { default: 'now()' })
const stamp: Trigger = {
  name: 'set_updated_at',
  timing: 'before',
  events: [{ kind: 'update' }],
  level: 'row',
  function: 'private.set_updated_at',
  reasons: [],
}
const stampRoutine = triggerFunction({
  schema: 'private',
  name: 'set_updated_at',
  body: '\nbegin\n  new.updated_at := now();\n  return new;\nend\n',
  reasons: [],
})
const helpers = { namespaces: [{ name: 'private', reasons: [] }], routines: [stampRoutine] }
const stamped = (events: Trigger['events'] = stamp.events) => {
  const base = folders()
  return desk([folders({ columns: [...base.columns, updatedAt], triggers: [{ ...stamp, events }] })], helpers)
}

/** What the plan means to allow and PostgreSQL refuses, or does otherwise. */
export const acceptsCases: readonly GalleryCase[] = [
  {
    name: 'set null on a column that may not be null',
    mended: desk(),
    broken: (schema) =>
      changeTable(schema, 'papers', (one) => ({
        foreignKeys: one.foreignKeys.map((key) =>
          key.name === 'papers_folder_id_fkey' ? { ...key, onDelete: 'set null' as const } : key,
        ),
      })),
    findings: [{ check: 'accepts', object: 'papers_folder_id_fkey' }],
  },
  {
    name: 'set null where a check wants one of two columns filled',
    mended: desk([
      folders(),
      papers({
        columns: papers().columns.map((one) => (one.name === 'folder_id' ? { ...one, nullable: true } : one)),
        foreignKeys: [
          reference('papers', 'owner_id', 'auth.users'),
          reference('papers', 'folder_id', 'folders', { onDelete: 'set null' }),
        ],
      }),
    ]),
    broken: (schema) =>
      changeTable(schema, 'papers', () => ({
        checks: [{ name: 'papers_folder_id_check', expression: 'folder_id is not null or title is null', reasons: [] }],
      })),
    findings: [{ check: 'accepts', object: 'papers_folder_id_fkey' }],
  },
  {
    name: 'a default that the check of its column refuses',
    mended: desk([
      folders(),
      table('tasks', [idColumn, column('state', 'text', { default: "'open'" })], {
        checks: [{ name: 'tasks_state_check', expression: "state in ('open', 'done')", reasons: [] }],
      }),
    ]),
    broken: (schema) =>
      changeTable(schema, 'tasks', () => ({
        checks: [{ name: 'tasks_state_check', expression: "state in ('todo', 'done')", reasons: [] }],
      })),
    findings: [{ check: 'accepts', object: 'tasks_state_check' }],
  },
  {
    name: 'a trigger that puts the old time back',
    mended: stamped(),
    broken: (schema) =>
      changeRoutine(schema, 'set_updated_at', { body: '\nbegin\n  new.updated_at := old.updated_at;\n  return new;\nend\n' }),
    findings: [{ check: 'accepts', object: 'folders.set_updated_at' }],
  },
  {
    name: 'a trigger that names a column the table does not have',
    mended: stamped(),
    broken: (schema) =>
      changeRoutine(schema, 'set_updated_at', {
        body: '\nbegin\n  new.updated_at := now();\n  new.changed_by := null;\n  return new;\nend\n',
      }),
    findings: [{ check: 'accepts', object: 'folders.set_updated_at' }, { check: 'access' }, { check: 'attack b' }],
  },
  {
    name: 'a trigger that swallows new rows',
    mended: stamped([{ kind: 'insert' }, { kind: 'update' }]),
    broken: (schema) =>
      changeRoutine(schema, 'set_updated_at', {
        body: "\nbegin\n  new.updated_at := now();\n  return case when tg_op = 'UPDATE' or pg_trigger_depth() > 1 then new end;\nend\n",
      }),
    findings: [{ check: 'accepts', object: 'folders' }],
  },
  {
    name: 'two tables that each need a row of the other first',
    mended: desk([
      folders({ columns: [...folders().columns, column('cover_id', 'uuid?')] }),
      papers({ foreignKeys: papers().foreignKeys }),
    ]),
    broken: (schema) =>
      changeTable(schema, 'folders', (one) => ({
        columns: one.columns.map((each) => (each.name === 'cover_id' ? { ...each, nullable: false } : each)),
        foreignKeys: [...one.foreignKeys, reference('folders', 'cover_id', 'papers')],
        indexes: [
          ...one.indexes,
          { ...(one.indexes[0] as (typeof one.indexes)[number]), name: 'folders_cover_id_idx', keys: [{ column: 'cover_id' }] },
        ],
      })),
    findings: [{ check: 'accepts' }],
  },
]
