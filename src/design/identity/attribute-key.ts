import { singularise } from '../../schema/inflect.ts'
import { snakeCase } from '../naming/snake-case.ts'

/** Ways to say the same stamp. The key is the conventional name; a name that the notes write as code is kept all the same. */
const synonyms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    created_at: [
      'created',
      'creation',
      'created_on',
      'create_date',
      'created_date',
      'creation_date',
      'creation_time',
      'creation_timestamp',
      'date_created',
      'date_of_creation',
      'createdat',
      'created_time',
      'date_added',
      'creation_datetime',
    ],
    updated_at: [
      'updated',
      'updated_on',
      'update_date',
      'updated_date',
      'modified',
      'modified_at',
      'modified_on',
      'modification_date',
      'modified_date',
      'last_modified',
      'last_modified_at',
      'last_updated',
      'last_updated_at',
      'last_update',
      'date_modified',
      'date_updated',
      'edited_at',
      'edit_date',
      'edition_date',
      'last_edited',
      'last_edit',
      'last_edited_at',
      'updatedat',
      'last_modification_date',
      'date_of_modification',
      'update_time',
      'modification_time',
      'last_modification',
    ],
    deleted_at: ['deleted', 'deleted_on', 'deletion_date', 'date_deleted', 'removed_at', 'deletion_timestamp'],
    id: ['identifier', 'unique_identifier', 'unique_id', 'primary_key', 'pk', 'uuid', 'guid'],
    email: ['e_mail', 'email_address', 'e_mail_address', 'mail'],
    password_hash: ['hashed_password', 'encrypted_password', 'password_digest'],
  }).flatMap(([key, names]) => names.map((name) => [name, key] as const)),
)

/**
 * The key of an attribute's name within its entity: snake_case, singular, synonyms of the usual stamps folded, the entity's own
 * name dropped from the front (`recipe_title` of a recipe is its `title`).
 */
export function attributeKey(name: string, entity: string): string {
  const snake = snakeCase(name.replace(/^.*\./, ''))
  const own = synonyms.get(snake)
  if (own !== undefined) return own
  const prefix = `${entity}_`
  const rest = snake.startsWith(prefix) && snake.length > prefix.length ? snake.slice(prefix.length) : snake
  return synonyms.get(rest) ?? singularise(rest)
}
