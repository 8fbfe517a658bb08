import type { EnumType } from '../../schema/enum-type.ts'
import { displayName } from '../../schema/lookups.ts'
import { clip } from '../../schema/names.ts'
import { createEnum, dropEnum } from '../../sql/objects/enum-type.ts'
import { identifier, literal, qualified } from '../../sql/quote.ts'
import type { ChangeOf } from '../change.ts'
import { type Step, step } from '../step.ts'

/** Adds values in their places. PostgreSQL lets nothing use such a value before the transaction ends. (Manual, ALTER TYPE: Notes.) */
export function addValues({ from, to }: ChangeOf<'add values'>): readonly Step[] {
  const present = new Set(from.values)
  return to.values.flatMap((value, at): readonly Step[] => {
    if (present.has(value)) return []
    // What comes after the last one that is there goes to the end; anything else before the next one that is.
    const next = to.values.slice(at + 1).find((other) => present.has(other))
    const place = next === undefined ? '' : ` before ${literal(next)}`
    const sql = `alter type ${qualified(to.schema, to.name)} add value ${literal(value)}${place}`
    return [step('enum', displayName(to), sql)]
  })
}

/**
 * Puts the old type aside and makes the new one under its name; columns follow, and then the old one goes.
 *
 * @param number which of the migration's rebuilt types it is: long names are the same when they are cut.
 */
export function beginRebuild(to: EnumType, number: number): readonly Step[] {
  const aside = step(
    'enum',
    displayName(to),
    `alter type ${qualified(to.schema, to.name)} rename to ${identifier(asideName(to, number))}`,
  )
  return [aside, ...createEnum(to)]
}

export function endRebuild(from: EnumType, number: number): Step {
  return dropEnum({ ...from, name: asideName(from, number) })
}

function asideName(type: EnumType, number: number): string {
  return `${clip(type.name, 50)}__before${number === 0 ? '' : `_${number + 1}`}`
}
