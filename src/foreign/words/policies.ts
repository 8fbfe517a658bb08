import type { ListItem, RootContent } from 'mdast'
import type { Spot } from '../../diagnostic/spot.ts'
import { cellInlines, startOf } from '../../plan/read/markdown.ts'
import { operations } from '../../schema/access.ts'
import { displayName } from '../../schema/lookups.ts'
import type { Policy, PolicyCommand } from '../../schema/policy.ts'
import { isExpression } from '../../sql/parser/fragments.ts'
import type { PlacedSaying, SayingContext } from '../access/gather-sayings.ts'
import { isTableHead, sayingsIn, sayingsOfRow } from '../access/gather-sayings.ts'
import { isOperations, operationsIn } from '../access/read-saying.ts'
import { type Draft, type DraftTable, partOf, placePart } from '../draft.ts'
import { tableNames } from '../finish-draft.ts'
import { ownText } from '../layout/column-items.ts'
import { plainLines } from '../layout/plain-lines.ts'
import { beginsAsSql, isList, isParagraph, isTable } from '../layout/walk.ts'
import type { Reading } from '../read-foreign-plan.ts'
import { specWords, withoutTicks } from '../spec/spec-words.ts'

const commandWords: Readonly<Record<string, PolicyCommand>> = {
  select: 'select',
  read: 'select',
  odczyt: 'select',
  insert: 'insert',
  inserts: 'insert',
  update: 'update',
  delete: 'delete',
  all: 'all',
}

interface Around extends SayingContext {
  /** Tables that conditions below are for. */
  readonly mentioned: readonly DraftTable[]
  readonly roles: readonly string[]
  readonly commands: readonly PolicyCommand[]
}

/**
 * Row level security and policies that a document says in words: `Enable RLS on rooms, guests`, ``**SELECT**: `USING (owner_id = auth.uid())` ``,
 * ``rooms: allow select/update where `owner_id = auth.uid()` ``, a markdown table of policies. A policy is taken only with a condition that PostgreSQL can read, or
 * where it is said that everyone may.
 */
export async function applyPolicyWords({ draft, text, file, blocks }: Reading): Promise<readonly PlacedSaying[]> {
  const known = tableNames(draft)
  const sayings: PlacedSaying[] = []
  // Where policies are written as SQL, words only describe them.
  const inWords = [...known.values()].filter(({ policies }) => policies.length === 0)
  const mentioned = (said: string): readonly DraftTable[] => {
    const words = new Set(said.toLowerCase().split(/[^\w.]+/))
    const spaced = ` ${[...words].join(' ')} `
    return [...known.values()].filter(
      ({ name }) =>
        words.has(name) ||
        words.has(`public.${name}`) ||
        (name.includes('_') && spaced.includes(` ${name.replaceAll('_', ' ')} `)),
    )
  }
  const read = async (said: string, spot: Spot, around: Around): Promise<Around> => {
    if (beginsAsSql(said)) return around
    const found = mentioned(leadOf(said))
    const tables = found.length > 0 ? found : mentionsAll(said) ? [...known.values()] : around.mentioned
    noteWords(draft, said, found, tables)
    const secured = mentionsAll(said) ? [...known.values()] : mentioned(said)
    if (enablesSecurity(said) || saysEnabledEverywhere(said))
      for (const table of secured.length > 0 ? secured : tables) enable(draft, table, spot)
    const own = rolesIn(said)
    let here: Around = { ...around, mentioned: tables, roles: own.length > 0 ? own : around.roles }
    let hasCondition = false
    for (const part of said.split(/;\s+/)) {
      const commands = commandsIn(part)
      here = { ...here, commands: commands.length > 0 ? commands : around.commands }
      const conditions = await conditionsIn(part)
      if (conditions.using === undefined && conditions.check === undefined) continue
      hasCondition = true
      // "Users have access only to rows where …": all operations.
      const meant = here.commands.length > 0 ? here.commands : allIn(part)
      for (const table of tables)
        for (const command of meant) addPolicy(draft, table, command, here.roles, calledOtherwise(conditions, part, table), spot)
    }
    if (!hasCondition) sayings.push(...sayingsIn(said, spot.start, file, inWords, around))
    return here
  }
  const visit = async (item: ListItem, around: Around): Promise<void> => {
    const own = ownText(item, text)
    const here = await read(own.text, { file, start: own.start, end: own.end }, around)
    for (const inner of item.children.filter(isList)) {
      const led = mentioned(own.text)
      const operations = operationsIn(own.text)
      const below: Around = {
        ...here,
        commands: commandsIn(own.text),
        tables: led.length > 0 ? led : here.tables,
        operations: isOperations(own.text) || (led.length > 0 && operations.length > 0) ? operations : [],
      }
      for (const one of inner.children) await visit(one, below)
    }
  }
  let introduced: readonly DraftTable[] = []
  let isBehind = false
  for (const { node, topic, path } of blocks) {
    const isAbout = isAboutSecurity(node, text)
    const isContinued = isBehind && isList(node)
    isBehind = isAbout
    if (topic !== 'policies' && !isAbout && !isContinued) continue
    const headed = mentioned(path.at(-1) ?? '')
    const meant = headed.length > 0 ? headed : introduced
    const around: Around = { mentioned: meant, tables: meant, roles: [], commands: [], operations: [] }
    if (!isParagraph(node)) introduced = []
    for (const line of plainLines(node, text))
      await read(line.text, { file, start: line.start, end: line.start + line.text.length }, around)
    if (isList(node)) for (const item of node.children) await visit(item, around)
    else if (isTable(node)) {
      const [header, ...rows] = cellInlines(node, text)
      const tableAt = (header ?? []).findIndex((cell) => isTableHead(cell.text))
      for (const row of rows) {
        const own = tableAt < 0 ? [] : mentioned(row[tableAt]?.text ?? '')
        const said = row.map((cell) => `\`${withoutTicks(cell.text)}\``).join(' ; ')
        const start = row[0]?.start ?? 0
        const here = own.length === 0 ? around : { ...around, mentioned: own, tables: own }
        const cells = row.map((cell) => withoutTicks(cell.text))
        const hasCondition = await readRow(draft, cells, here, { file, start, end: start + said.length })
        const heads = (header ?? []).map((cell) => cell.text)
        if (!hasCondition) sayings.push(...sayingsOfRow(heads, row, file, inWords, here))
      }
    } else if (isParagraph(node)) {
      const start = startOf(node)
      const own = text.slice(start, node.position?.end.offset ?? start)
      await read(own, { file, start, end: start + own.length }, around)
      // "For each table (a, b):" leads the list that follows.
      introduced = /:\s*$/.test(own) ? mentioned(own) : []
    }
  }
  return sayings
}

/** A paragraph that says itself what it is about: `Security: each table has RLS.` */
function isAboutSecurity(node: RootContent, text: string): boolean {
  return (
    isParagraph(node) &&
    /^\W*((security|access|rls|row[- ]level security|bezpieczeństwo|dostęp)\W*:|(rls|row[- ]level security)\b)/i.test(
      text.slice(startOf(node)),
    )
  )
}

/** ``user_id` (or `id` in the case of `profiles`)``: the condition for a table that has the column under another name. */
function calledOtherwise<T extends { readonly using?: string; readonly check?: string }>(
  conditions: T,
  said: string,
  table: DraftTable,
): T {
  const pattern = /(?:\b(?:or|lub|albo)\s+)`?(\w+)`?\s+(?:w przypadku|dla|in(?: the)? case of|for|on)\s+`?(\w+)`?/gi
  const other = [...said.matchAll(pattern)].find(([, , name]) => name === table.name)?.[1]
  const columns = new Set(table.columns.map(({ name }) => name))
  if (other === undefined || !columns.has(other)) return conditions
  // The name that stands before the bracket is the one that this table does not have.
  const usual = /(\w+)`?\s*\((?:or|lub|albo)\b/i.exec(said)?.[1]
  if (usual === undefined || columns.has(usual)) return conditions
  const renamed = (text: string | undefined) => text?.replaceAll(new RegExp(`\\b${usual}\\b`, 'g'), other)
  const using = renamed(conditions.using)
  const check = renamed(conditions.check)
  return { ...conditions, ...(using === undefined ? {} : { using }), ...(check === undefined ? {} : { check }) }
}

/** What stands before the condition: the tables of a policy are named there, and before the colon if operations follow it. */
function leadOf(text: string): string {
  const colon = text.indexOf(':')
  const lead = colon >= 0 && commandsIn(text.slice(0, colon)).length > 0 ? text.slice(0, colon) : text
  return lead.replaceAll(/\((?:select|exists)[^`]*/gi, ' ').split(/\busing\b|\bwith check\b|\bwhere\b/i)[0] ?? text
}

const mentionsAll = (text: string): boolean =>
  /\b(all|every|each|both)\b[^.]{0,40}\btables?\b|wszystki\w+[^.]{0,30}tabel/i.test(text)

function enablesSecurity(text: string): boolean {
  if (/\b(no|without|bez|brak|disabled?|wyłącz\w*)\s+(rls|row)/i.test(text)) return false
  return (
    /\b(rls|row[- ]level[- ]security)\b/i.test(text) &&
    /\b(enable[ds]?|implement|apply|active|must be|(has|have) (rls|row))\b|włącz|wdroż|zastosow/i.test(text)
  )
}

const acts =
  /\b(views?|reads?|sees?|edits?|inserts?|adds?|updates?|deletes?|manages?|writes?|access(ible|ed)?|owners?|own|widz[ią]\w*|czyta\w*|odczyt\w*|edytuj\w*|doda(je|wa)\w*|usuwa\w*|zarządza\w*|dostęp\w*|swo(je|ich|jego)|właściciel\w*)(?![\p{L}\d_])/iu
const backendOnly =
  /\b(only|solely|exclusively)\b[^.;]{0,20}\b(backend|server|service[_ ]role)\b|\b(backend|service[_ ]role)([- ]only\b|[^.;]{0,12}\b(alone|only)\b)|\b(tylko|wyłącznie)\b[^.;]{0,15}\b(backend|serwer|service_role)/i

const others = /\b(anyone|everyone|users?|authenticated|anon|owners?|members?|każdy|wszyscy|użytkowni\w*|właściciel\w*)\b/i

/** Words about who may do what: of the tables they name, or of tables that nobody names. */
function noteWords(draft: Draft, said: string, found: readonly DraftTable[], around: readonly DraftTable[]): void {
  const isBackend = backendOnly.test(said) && !others.test(said)
  if (!isBackend && !acts.test(said)) return
  const tables = found.length > 0 ? found : around
  const names = tables.length === 0 ? [''] : tables.map((table) => displayName(table))
  for (const name of names)
    draft.accessWords.set(name, isBackend && (draft.accessWords.get(name) ?? 'backend') === 'backend' ? 'backend' : 'said')
}

/** Under a heading about policies: "Enabled on all tables." */
const saysEnabledEverywhere = (text: string): boolean => /^\W*(enabled|włączon\w*)\b/i.test(text) && mentionsAll(text)

function enable(draft: Draft, table: DraftTable, spot: Spot): void {
  if (table.rowSecurity === 'off') table.rowSecurity = 'on'
  placePart(draft, partOf(table, 'row security', table.name), spot)
}

/** Operations that a text names outside its conditions. */
function commandsIn(text: string): readonly PolicyCommand[] {
  const plain = text.replaceAll(/`[^`]*[=(][^`]*`/g, (code) => code.replace(/\b(using|with check|exists|select 1)\b.*/is, ' '))
  const words = plain.toLowerCase().split(/[^a-z]+/)
  return [...new Set(words.flatMap((word) => (commandWords[word] === undefined ? [] : [commandWords[word]])))].filter(
    (command, _, all) => command !== 'all' || all.length === 1,
  )
}

const allIn = (text: string): readonly PolicyCommand[] =>
  operationsIn(text.replaceAll(/`[^`]*`/g, ' ')).length === operations.length ? ['all'] : []

function rolesIn(text: string): readonly string[] {
  return ['anon', 'authenticated', 'service_role'].filter((role) => new RegExp(`\\b${role}\\b`).test(text))
}

interface Conditions {
  readonly using?: string
  readonly check?: string
}

async function conditionsIn(text: string): Promise<Conditions> {
  const words = specWords(text)
  const after = async (word: string, skip: number): Promise<string | undefined> => {
    const at = words.find(word, 0)
    let open = at + skip
    while (words.word(open) === '`') open++
    if (at >= words.tokens.length || words.word(open) !== '(') return undefined
    const said = withoutTicks(words.parenthesised(open))
    return (await isExpression(said)) ? said : undefined
  }
  const using = await after('using', 1)
  const check = words.word(words.find('check', 0) - 1) === 'with' ? await after('check', 1) : undefined
  if (using !== undefined || check !== undefined)
    return { ...(using === undefined ? {} : { using }), ...(check === undefined ? {} : { check }) }
  for (const [, code = ''] of text.matchAll(/`([^`]+)`/g))
    if (/[=(]/.test(code) && (await isExpression(code))) return { using: code }
  const plain = /\b(\w+\s*=\s*auth\.uid\(\)|auth\.uid\(\)\s*=\s*\w+)/.exec(text)?.[1]
  return plain === undefined ? {} : { using: plain }
}

/** A row with a condition as SQL. Whether it has one. */
async function readRow(draft: Draft, cells: readonly string[], around: Around, spot: Spot): Promise<boolean> {
  const commands = cells.flatMap((cell) =>
    /^(select|insert|update|delete|all)([\s,/]+(select|insert|update|delete))*$/i.test(cell) ? commandsIn(cell) : [],
  )
  for (const cell of cells) {
    const inner = /^(?:using|with check)\s*\((.*)\)$/is.exec(cell)?.[1] ?? cell
    if (!/[=(]/.test(inner) || !(await isExpression(inner))) continue
    for (const table of around.mentioned)
      for (const command of commands) addPolicy(draft, table, command, around.roles, { using: inner }, spot)
    return true
  }
  return false
}

/** A policy is added where the table has none of this operation and condition; what the SQL says counts. */
function addPolicy(
  draft: Draft,
  table: DraftTable,
  command: PolicyCommand,
  roles: readonly string[],
  { using, check }: Conditions,
  spot: Spot,
): void {
  const row = using ?? check ?? 'true'
  const name = `${command} ${displayName(table)}`
  const same = table.policies.find((policy) => policy.name === name)
  const needsCheck = command === 'insert' || command === 'update'
  const policy: Policy = {
    name,
    command,
    permissive: true,
    roles: same?.roles ?? roles.filter((role) => role !== 'service_role'),
    ...(command === 'insert' ? {} : { using: same?.using ?? row }),
    ...(needsCheck && (command === 'insert' || check !== undefined || same?.check !== undefined)
      ? { check: check ?? same?.check ?? row }
      : {}),
  }
  const others = table.policies.filter((one) => one.name !== name)
  if (same === undefined && others.some((one) => one.command === command && (one.using ?? one.check) === row)) return
  table.policies = [...others, policy]
  if (table.rowSecurity === 'off') table.rowSecurity = 'on'
  placePart(draft, partOf(table, 'policy', name), spot)
}
