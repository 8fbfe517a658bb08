import type { DraftEnum } from '../draft.ts'
import { enumName } from '../naming/enum-name.ts'
import { safeName } from '../naming/safe-name.ts'
import { bothWhys, type Why } from '../why.ts'

/** Names enums while columns are made, so that two columns with one list of values share one type, and no two types share a name. */
export interface EnumRegistry {
  readonly nameFor: (
    wanted: { readonly stated?: string; readonly entity: string; readonly column: string },
    values: readonly string[],
    why: Why,
  ) => string
  readonly all: () => readonly DraftEnum[]
}

export function enumRegistry(taken: ReadonlySet<string>): EnumRegistry {
  const byName = new Map<string, DraftEnum>()
  const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((value) => b.includes(value))
  return {
    nameFor: (wanted, values, why) => {
      const first = enumName(wanted.stated, wanted.entity, wanted.column)
      const longer = safeName(`${wanted.entity}_${wanted.column}`, 'value_type')
      for (const name of [first, longer, `${longer}_type`, ...Array.from({ length: 20 }, (_, at) => `${longer}_${at + 2}`)]) {
        const known = byName.get(name)
        if (known === undefined && taken.has(name)) continue
        if (known !== undefined && !same(known.values, values)) continue
        byName.set(name, known === undefined ? { name, values, why } : { ...known, why: bothWhys(known.why, why) })
        return name
      }
      return longer
    },
    all: () => [...byName.values()],
  }
}
