import { column, createdAt, idColumn, index, reference, schema, supabase, table } from '../../src/proof/gallery/build.ts'
import type { Schema } from '../../src/schema/schema.ts'
import { triggerFunction } from '../../src/schema/trigger-function.ts'

const recordDeletion = triggerFunction({
  schema: 'public',
  name: 'record_deletion',
  body: '\nbegin\n  insert into public.deletions (what) values (old.id);\n  return null;\nend\n',
  reasons: [],
})

/**
 * A trigger with the caller's rights that writes when a row goes. Up to PostgreSQL 17 triggers that a cascade reaches run as whoever deleted
 * (the account service, which may not write there), since 18 as the role that queued them: deleting an account works on one and
 * not on the other.
 */
export const cascadeTrap: Schema = schema(
  supabase,
  [
    table('notes', [idColumn, column('user_id', 'uuid')], {
      foreignKeys: [reference('notes', 'user_id', 'auth.users')],
      indexes: [index('notes', 'user_id')],
      triggers: [
        {
          name: 'record_deletion',
          timing: 'after',
          events: [{ kind: 'delete' }],
          level: 'row',
          function: 'public.record_deletion',
          reasons: [],
        },
      ],
    }),
    table('deletions', [idColumn, column('what', 'uuid'), createdAt]),
  ],
  {},
  { routines: [recordDeletion] },
)
