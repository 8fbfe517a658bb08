import type { Extension, Namespace } from '../../schema/namespace.ts'
import { identifier } from '../quote.ts'
import type { Statement } from '../statement.ts'
import { commentOn } from './comment.ts'

export function createNamespace(namespace: Namespace): readonly Statement[] {
  const name = identifier(namespace.name)
  return [
    { kind: 'namespace', object: namespace.name, sql: `create schema ${name}` },
    ...commentOn('namespace', namespace.name, `schema ${name}`, namespace.comment),
  ]
}

export function dropNamespace(namespace: Namespace): Statement {
  return { kind: 'namespace', object: namespace.name, sql: `drop schema ${identifier(namespace.name)}` }
}

/** `if not exists`: platforms install some extensions themselves. */
export function createExtension(extension: Extension): Statement {
  const sql = `create extension if not exists ${identifier(extension.name)} with schema ${identifier(extension.schema)}`
  return { kind: 'extension', object: extension.name, sql }
}

export function dropExtension(extension: Extension): Statement {
  return { kind: 'extension', object: extension.name, sql: `drop extension if exists ${identifier(extension.name)}` }
}
