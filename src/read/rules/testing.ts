import type { Document } from '../../brief/document.ts'
import { parseDocument } from '../../brief/parse-document.ts'
import { collectRequirements } from '../../brief/requirements/collect-requirements.ts'
import type { Claim } from '../../claim/claim.ts'
import type { Mention } from '../../claim/mention.ts'
import { type LanguageModels, loadLanguages } from './language/load-languages.ts'
import { readClaims } from './rules-reader.ts'
import { loadSqlParser } from './sql/sql-tree.ts'

/** Documents of a small project: notes of a session, a PRD, or both. */
export function documentsOf(texts: { readonly notes?: string; readonly prd?: string }): readonly Document[] {
  return [
    ...(texts.prd === undefined ? [] : [parseDocument({ id: 'prd', kind: 'prd', path: '.ai/prd.md', text: texts.prd })]),
    ...(texts.notes === undefined
      ? []
      : [parseDocument({ id: 'notes', kind: 'notes', path: '.ai/notes.md', text: texts.notes })]),
  ]
}

let loaded: Promise<LanguageModels> | undefined

/** Both languages, loaded once for all tests of a file. */
function bothLanguages(): Promise<LanguageModels> {
  loaded ??= loadLanguages(
    documentsOf({
      prd: '# Requirements of the product\n\nUsers can add books to the shelf.\n',
      notes: '# Wymagania\n\nUżytkownik może dodawać książki do swojej półki.\n',
    }),
    [],
  )
  return loaded
}

/** The claims of documents written in a test. */
export async function claimsOf(texts: Parameters<typeof documentsOf>[0]): Promise<readonly Claim[]> {
  return readClaims(documentsOf(texts), await bothLanguages(), { sql: await loadSqlParser() })
}

/** What the numbered requirements of a PRD are about, each in one line. */
export async function aboutRequirements(prd: string): Promise<readonly string[]> {
  const documents = documentsOf({ prd })
  const requirements = documents.flatMap((document) => collectRequirements(document))
  return readClaims(documents, await bothLanguages(), { requirements, sql: await loadSqlParser() })
    .filter((claim) => claim.kind === 'requirement')
    .map(sayClaim)
}

/** What the decisions of a session's notes claim, each in one line. */
export async function decided(...lines: readonly string[]): Promise<readonly string[]> {
  const items = lines.map((line, index) => `${index + 1}. ${line}`).join('\n')
  return (
    await claimsOf({ notes: `<conversation_summary>\n<decisions>\n${items}\n</decisions>\n</conversation_summary>\n` })
  ).map(sayClaim)
}

/** What a PRD's functional requirements claim, each in one line. */
export async function required(...lines: readonly string[]): Promise<readonly string[]> {
  return (
    await claimsOf({
      prd: `# Product Requirements\n\n## 3. Functional Requirements\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`,
    })
  ).map(sayClaim)
}

function name(mention: Mention | undefined): string {
  return mention === undefined ? '?' : mention.name
}

function bounds(claim: { readonly minimum?: number; readonly maximum?: number }): string {
  return `${claim.minimum ?? ''}..${claim.maximum ?? ''}`
}

/** A claim in one line, so that a test reads like what it tests. */
export function sayClaim(claim: Claim): string {
  const words = say(claim)
  return words.filter((word) => word !== '').join(' ')
}

function say(claim: Claim): readonly string[] {
  switch (claim.kind) {
    case 'entity':
      return ['entity', name(claim.entity), claim.platformAccounts ? 'accounts' : claim.as]
    case 'attribute':
      return [
        'attribute',
        `${name(claim.entity)}.${name(claim.attribute)}`,
        claim.type ?? '',
        claim.optional === undefined ? '' : claim.optional ? 'optional' : 'required',
        claim.default === undefined ? '' : `default ${claim.default}`,
        claim.primaryKey ? 'key' : '',
        claim.unique ? 'unique' : '',
        claim.references === undefined
          ? ''
          : `→ ${name(claim.references.entity)}${claim.references.attribute === undefined ? '' : `.${claim.references.attribute}`}`,
        claim.many ? 'many' : '',
      ]
    case 'limit':
      return ['limit', `${name(claim.entity)}.${name(claim.attribute)}`, claim.of, bounds(claim)]
    case 'values':
      return [
        'values',
        `${name(claim.entity)}.${name(claim.attribute)}`,
        claim.values.join('|'),
        claim.open ? 'open' : '',
        claim.as ?? '',
      ]
    case 'unique':
      return [
        'unique',
        name(claim.entity),
        `(${claim.attributes.map(name).join(', ')})`,
        claim.per === undefined ? '' : `per ${claim.per.map(name).join(', ') || 'none'}`,
        claim.period === undefined ? '' : `a ${claim.period}`,
        claim.which === undefined ? '' : `which ${claim.which}`,
        claim.where === undefined ? '' : `where ${claim.where}`,
      ]
    case 'relationship':
      return [
        name(claim.from),
        claim.cardinality,
        name(claim.to),
        claim.through === undefined ? '' : `through ${name(claim.through)}`,
        claim.column === undefined ? '' : `by ${name(claim.column)}`,
        claim.optional ? 'optional' : '',
        claim.part ? 'part' : '',
      ]
    case 'delete rule':
      return [
        'delete',
        `${name(claim.entity)}${claim.column === undefined ? '' : `.${name(claim.column)}`}`,
        claim.to === undefined ? '' : `to ${name(claim.to)}`,
        claim.rule,
      ]
    case 'key':
      return [
        'key',
        name(claim.entity),
        claim.type ?? '',
        claim.attributes === undefined ? '' : `(${claim.attributes.map(name).join(', ')})`,
      ]
    case 'count':
      return [
        'count',
        name(claim.entity),
        bounds(claim),
        claim.per === undefined ? '' : `per ${name(claim.per)}`,
        claim.which ?? '',
        claim.period ?? '',
      ]
    case 'access':
      return [
        'access',
        name(claim.entity),
        claim.who.kind === 'role' ? `role ${claim.who.role}` : claim.who.kind,
        claim.who.kind === 'owner' && claim.who.as !== undefined ? `as ${claim.who.as}` : '',
        claim.who.kind === 'member' && claim.who.group !== undefined ? `of ${name(claim.who.group)}` : '',
        claim.denied ? 'not' : '',
        claim.only ? 'only' : '',
        claim.may.join('+'),
        claim.attributes === undefined ? '' : `(${claim.attributes.map(name).join(', ')})`,
      ]
    case 'role':
      return ['role', claim.role]
    case 'group':
      return ['group', name(claim.entity), claim.single ? 'single' : '']
    case 'index':
      return [
        'index',
        name(claim.entity),
        `(${claim.keys.map((key) => `${name(key.attribute)}${key.descending ? ' desc' : ''}`).join(', ')})`,
        claim.method ?? '',
        claim.which === undefined ? '' : `which ${claim.which}`,
        claim.where === undefined ? '' : `where ${claim.where}`,
      ]
    case 'query':
      return [
        'query',
        name(claim.entity),
        claim.filter.length > 0 ? `filter ${claim.filter.map(name).join(', ')}` : '',
        claim.sort.length > 0
          ? `sort ${claim.sort.map((key) => `${name(key.attribute)}${key.descending ? ' desc' : ''}`).join(', ')}`
          : '',
        claim.search.length > 0 ? `search ${claim.search.map(name).join(', ')}` : '',
      ]
    case 'condition':
      return [
        'condition',
        name(claim.entity),
        claim.sql ?? `${name(claim.comparison?.left)} ${claim.comparison?.operator} ${name(claim.comparison?.right)}`,
      ]
    case 'no overlap':
      return ['no overlap', name(claim.entity), claim.per.length === 0 ? '' : `per ${claim.per.map(name).join(', ')}`]
    case 'exclusion':
      return [
        'exclusion',
        claim.subject,
        claim.attribute === undefined
          ? claim.entity === undefined
            ? claim.text
            : name(claim.entity)
          : `${name(claim.entity)}.${name(claim.attribute)}`,
        claim.deferred ? 'later' : '',
      ]
    case 'convention':
      return ['convention', claim.rule]
    case 'open question':
      return ['open', claim.text]
    case 'requirement':
      return [
        `${claim.id}:`,
        claim.about.map(name).join(', '),
        claim.accounts ? '+accounts' : '',
        claim.needsNoData ? 'no data' : '',
      ]
  }
}
