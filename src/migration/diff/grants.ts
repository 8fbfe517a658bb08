import type { Grant } from '../../schema/grant.ts'
import { compareText } from '../../schema/order.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Change } from '../change.ts'
import { matchBy } from './differences.ts'

/** One change for each object and role whose privileges differ. */
export function grantChanges(from: Schema, to: Schema): readonly Change[] {
  const { gone, both, came } = matchBy(from.grants, to.grants, grantKey)
  return [
    ...gone.map((one): Change => ({ kind: 'change grant', from: one })),
    ...both
      .filter((pair) => privilegesText(pair.from) !== privilegesText(pair.to))
      .map((pair): Change => ({ kind: 'change grant', ...pair })),
    ...came.map((one): Change => ({ kind: 'change grant', to: one })),
  ]
}

function grantKey({ object, role }: Grant): string {
  return [object.kind, object.schema, object.name, role].join('\u0000')
}

function privilegesText({ privileges }: Grant): string {
  const written = privileges.map(({ privilege, columns }) =>
    [privilege, ...[...(columns ?? [])].sort(compareText)].join('\u0000'),
  )
  return written.sort(compareText).join('\u0001')
}
