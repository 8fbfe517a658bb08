import { singularise } from '../../schema/inflect.ts'
import { snakeCase } from './snake-case.ts'

/** What tells names apart before entities are identified: in one writing and in the singular, "Study Groups" and `study_group`. */
export function nameKey({ name }: { readonly name: string }): string {
  return singularise(snakeCase(name))
}
