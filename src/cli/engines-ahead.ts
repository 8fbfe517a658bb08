import { readFile } from 'node:fs/promises'
import type { Schema } from '../schema/schema.ts'
import type { SchemaSource } from '../source/schema-source.ts'

/**
 * Starts the embedded PostgreSQL for a source that will be proven. For a plan this begins before the plan is understood: its words alone say which
 * platform it is for, and mostly that it needs no extension.
 *
 * @returns to be told what the source holds, once that is known, or that it holds nothing: what was started for something else is ended.
 */
export async function startEnginesAhead(source: SchemaSource): Promise<(schema: Schema | undefined) => Promise<void>> {
  const { prepareEmbedded } = await import('../postgres/embedded.ts')
  const text = source.kind === 'plan' ? await readFile(source.file, 'utf8').catch(() => undefined) : undefined
  const ahead = text === undefined || /\bextensions?\b/i.test(text) ? undefined : (await likelyPlatform())(text)
  const end = ahead === undefined ? undefined : prepareEmbedded(ahead)
  return async (schema) => {
    const isWanted = schema !== undefined && schema.extensions.length === 0
    if (!isWanted || schema.platform.kind !== ahead?.kind) await end?.()
    if (isWanted) prepareEmbedded(schema.platform)
  }
}

const likelyPlatform = async () => (await import('../foreign/finish-draft.ts')).platformOf
