import type { Diagnostic, Outcome } from '../../diagnostic/diagnostic.ts'
import type { Orm, Platform, PlatformKind } from '../../schema/platform.ts'
import type { Document } from '../document.ts'
import { findMentions, type ProductMention } from './mentions.ts'
import { readVersion } from './read-version.ts'

/** The newest major version that both Supabase and Neon offer everywhere; what a plan targets when no document names one. */
const defaultVersion = 17

/**
 * The platform that the documents name. The tech stack decides; the PRD and the notes are asked where it is silent, and may add that a PostgreSQL
 * is Supabase's. Products named only to be rejected do not count. Undefined, with an error that quotes the line, when the database is not
 * PostgreSQL.
 */
export function choosePlatform(documents: readonly Document[]): Outcome<Platform | undefined> {
  const stack = documents.filter((document) => document.kind === 'stack').flatMap(findMentions)
  const rest = documents.filter((document) => document.kind === 'prd' || document.kind === 'notes').flatMap(findMentions)
  const diagnostics: Diagnostic[] = []
  const named = firstOf(stack, ['supabase', 'neon', 'postgres'])
  const refusesSupabase = stack.some((mention) => mention.product.kind === 'supabase' && !mention.affirmed)
  const foreign = named === undefined ? stack.find((mention) => mention.affirmed && mention.product.kind === 'other') : undefined
  if (foreign !== undefined) return { value: undefined, diagnostics: [notPostgres(foreign)] }

  const orm = ormOf([...stack, ...rest.filter((mention) => mention.document.kind === 'notes')])
  let chosen = named
  if (named === undefined || (named.product.kind === 'postgres' && !refusesSupabase && orm === undefined)) {
    const elsewhere = firstOf(rest, named === undefined ? ['supabase', 'neon', 'postgres'] : ['supabase'])
    if (elsewhere !== undefined) {
      chosen = elsewhere
      diagnostics.push(takenFrom(elsewhere, named))
    }
  }
  if (chosen === undefined) {
    const otherElsewhere = rest.find((mention) => mention.affirmed && mention.product.kind === 'other')
    if (otherElsewhere !== undefined) return { value: undefined, diagnostics: [notPostgres(otherElsewhere)] }
    diagnostics.push(nothingNamed(documents))
  }
  const kind = (chosen?.product.kind ?? 'postgres') as PlatformKind
  const version = readVersion([...stack, ...rest], defaultVersion)
  return {
    value: { kind, version: version.value, ...(orm === undefined ? {} : { orm }) },
    diagnostics: [...diagnostics, ...version.diagnostics],
  }
}

/** The first affirmed mention of the first of these kinds that has one. */
function firstOf(
  mentions: readonly ProductMention[],
  kinds: readonly ProductMention['product']['kind'][],
): ProductMention | undefined {
  for (const kind of kinds) {
    const mention = mentions.find((one) => one.affirmed && one.product.kind === kind)
    if (mention !== undefined) return mention
  }
  return undefined
}

function ormOf(mentions: readonly ProductMention[]): Orm | undefined {
  for (const { product, affirmed } of mentions) if (affirmed && product.kind === 'orm') return product.orm
  return undefined
}

function notPostgres(mention: ProductMention): Diagnostic {
  return {
    code: 'brief/not-postgres',
    severity: 'error',
    message: `The documents name ${mention.product.name} as the database ("${mention.context.trim()}"); dbplan designs for PostgreSQL only.`,
    place: mention.place,
    help: 'If the project does use PostgreSQL, say so in the tech stack: "Database: PostgreSQL 17", "Supabase" or "Neon".',
  }
}

function takenFrom(mention: ProductMention, stack: ProductMention | undefined): Diagnostic {
  const because = stack === undefined ? 'The tech stack names no database' : 'The tech stack says PostgreSQL'
  return {
    code: 'brief/platform-elsewhere',
    severity: 'note',
    message: `${because}; ${mention.product.name} is taken from here ("${mention.quote}").`,
    place: mention.place,
  }
}

function nothingNamed(documents: readonly Document[]): Diagnostic {
  const stack = documents.find((document) => document.kind === 'stack')
  return {
    code: 'brief/platform-unknown',
    severity: 'note',
    message: 'No document names a database platform; the plan is for plain PostgreSQL.',
    ...(stack === undefined ? {} : { place: { file: stack.path, line: 1 } }),
    help: 'Name it in .ai/tech-stack.md: "Supabase", "Neon", or "PostgreSQL 17".',
  }
}
