/** Words of SQL and of schema talk that a sentence about a table may hold and that are no columns of it. */
const sqlWords: ReadonlySet<string> = new Set(
  (
    'not null not_null nullable check on set where desc asc unique primary foreign references default cascade restrict enum varchar char boolean bool integer int ' +
    'bigint smallint serial bigserial numeric decimal jsonb json timestamptz timestamp select insert update delete using with_check now true false in and or is ' +
    'primary_key foreign_key char_length gen_random_uuid auth_uid uid rls index indexes constraint trigger policy policies cascade_delete on_delete on_delete_cascade ' +
    'on_delete_set_null set_null auto_increment generated etc relationship relation one_to_one one_to_many many_to_many many_to_one ' +
    'row_level_security crud mvp sql postgresql postgres supabase enable_row_level_security btree gin current_user_id'
  ).split(' '),
)

export function isSqlWord(key: string): boolean {
  return sqlWords.has(key)
}

/** Entities that are talk about the schema rather than a part of it. */
const schemaTalk: ReadonlySet<string> = new Set(
  (
    'id key data_type type index constraint check policy trigger enum relationship relation primary_key foreign_key column field table entity schema database ' +
    'migration row record uuid text view extension rl rls row_level_security security name value null not_null user_id created_at updated_at join convention ' +
    'cardinality requirement'
  ).split(' '),
)

export function isSchemaTalk(key: string): boolean {
  return schemaTalk.has(key) || /_(id|uuid|at)$/.test(key)
}
