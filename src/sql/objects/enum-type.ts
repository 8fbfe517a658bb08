import type { EnumType } from '../../schema/enum-type.ts'
import { displayName } from '../../schema/lookups.ts'
import { literal, qualified } from '../quote.ts'
import type { Statement } from '../statement.ts'
import { commentOn } from './comment.ts'

export function createEnum(type: EnumType): readonly Statement[] {
  const name = qualified(type.schema, type.name)
  const object = displayName(type)
  return [
    { kind: 'enum', object, sql: `create type ${name} as enum (${type.values.map(literal).join(', ')})` },
    ...commentOn('enum', object, `type ${name}`, type.comment),
  ]
}

export function dropEnum(type: EnumType): Statement {
  return { kind: 'enum', object: displayName(type), sql: `drop type ${qualified(type.schema, type.name)}` }
}
