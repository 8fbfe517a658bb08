import type { Expectation } from '../expect/expectation.ts'
import type { Actor } from '../people/actors.ts'
import type { Facts } from '../rows/facts.ts'
import type { Row, World } from '../rows/world.ts'

/** Everything the checks that try statements work with: the schema, who acts, the data that is there, what the rules say. */
export interface Stage {
  readonly facts: Facts
  readonly actors: readonly Actor[]
  readonly world: World
  readonly expectation: Expectation
  readonly rowsOf: (table: string) => readonly Row[]
}
