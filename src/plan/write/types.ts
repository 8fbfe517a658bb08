import type { Schema } from '../../schema/schema.ts'
import { writeCode, writeCodes } from '../form/code.ts'
import { writeColumn, writeTable } from '../form/name.ts'
import { writeWas } from '../form/was.ts'
import { writeWhy } from '../form/why.ts'
import { type Block, section, table } from './layout.ts'

/** `### Schemas`: the schemas beside `public`. Who has usage is said by the grants; the column repeats it. */
export function writeNamespaces(schema: Schema): readonly Block[] {
  const usage = (name: string): string =>
    schema.grants
      .filter(
        ({ object, privileges }) =>
          object.kind === 'schema' && object.schema === name && privileges.some((p) => p.privilege === 'usage'),
      )
      .map(({ role }) => writeCode(role, true))
      .join(', ')
  const rows = schema.namespaces.map((namespace) => [
    writeColumn(namespace.name, true),
    usage(namespace.name),
    writeWhy(namespace),
  ])
  return section('### Schemas', table(['Schema', 'Usage for', 'Why'], rows))
}

export function writeExtensions(schema: Schema): readonly Block[] {
  const rows = schema.extensions.map((extension) => [
    writeColumn(extension.name, true),
    writeColumn(extension.schema, true),
    writeWhy(extension),
  ])
  return section('### Extensions', table(['Extension', 'Schema', 'Why'], rows))
}

export function writeTypes(schema: Schema): readonly Block[] {
  const rows = schema.enums.map((type) => [
    `${writeTable(type, true)}${writeWas(type.was)}`,
    writeCodes(type.values, true),
    writeWhy(type),
  ])
  return section('### Types', table(['Type', 'Values', 'Why'], rows))
}
