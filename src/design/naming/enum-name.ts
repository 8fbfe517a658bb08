import { safeName } from './safe-name.ts'
import { snakeCase } from './snake-case.ts'

/**
 * The name of an enum: as a document names it; else the column's where it says what it is of by itself (`spice_level`, and so does
 * `default_spice_level`); else the entity's and the column's (`recipe_status`).
 */
export function enumName(stated: string | undefined, entity: string, column: string): string {
  if (stated !== undefined) return safeName(stated, 'value_type')
  const bare = snakeCase(column).replace(/^(default|preferred|current|previous|new|old|initial)_/, '')
  const words = bare.split('_')
  const lastOfEntity = entity.slice(entity.lastIndexOf('_') + 1)
  return safeName(words.length > 1 || bare.startsWith(lastOfEntity) ? bare : `${entity}_${bare}`, 'value_type')
}
