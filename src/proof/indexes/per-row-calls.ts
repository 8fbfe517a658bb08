import { parseStatements } from '../../sql/parser/parse-statements.ts'
import { attempt } from '../attempt.ts'
import type { Attempt } from '../proof.ts'
import type { Facts } from '../rows/facts.ts'

/**
 * No policy calls a function once per row: a call stands in a subselect that names no column of the row, which PostgreSQL runs once per
 * query (an init plan). Supabase's advisor reports the same as `auth_rls_initplan`.
 */
export async function perRowAttempts(facts: Facts): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = []
  for (const table of facts.schema.tables) {
    const columns = new Set(table.columns.map((column) => column.name))
    for (const policy of table.policies) {
      if (policy.using === undefined) continue
      const parsed = await parseStatements(`select (${policy.using})`)
      const tree = parsed.ok ? parsed.statements[0]?.tree : undefined
      const calls = perRowCalls(tree, { table: table.name, columns })
      const observed = parsed.ok ? [...new Set(calls)].join(', ') || 'none' : parsed.message
      attempts.push(
        attempt(
          'indexes',
          `${table.name}: ${policy.name}`,
          'look for functions called for each row',
          'none',
          observed,
          parsed.ok && calls.length === 0,
        ),
      )
    }
  }
  return attempts
}

interface Around {
  readonly table: string
  readonly columns: ReadonlySet<string>
}

type Tree = Readonly<Record<string, unknown>>

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Calls outside of a subselect, and inside one that names a column of the policy's row and reads nothing itself. */
function perRowCalls(value: unknown, around: Around): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => perRowCalls(one, around))
  if (!isTree(value)) return []
  if (isTree(value.SubLink)) {
    const query = isTree(value.SubLink.subselect) ? value.SubLink.subselect.SelectStmt : undefined
    const reads = isTree(query) && Array.isArray(query.fromClause) && query.fromClause.length > 0
    const leftSide = perRowCalls(value.SubLink.testexpr, around)
    return reads || !namesRow(query, around) ? leftSide : [...leftSide, ...allCalls(query)]
  }
  if (isTree(value.FuncCall)) return [...ownCall(value.FuncCall), ...perRowCalls(value.FuncCall.args, around)]
  return Object.values(value).flatMap((one) => perRowCalls(one, around))
}

function allCalls(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(allCalls)
  if (!isTree(value)) return []
  return Object.entries(value).flatMap(([key, one]) => (key === 'FuncCall' && isTree(one) ? ownCall(one) : allCalls(one)))
}

/** Functions of PostgreSQL's own are cheap, but for those that read settings. */
function ownCall(call: Tree): readonly string[] {
  const names = (Array.isArray(call.funcname) ? call.funcname : []).map((part) =>
    isTree(part) && isTree(part.String) ? String(part.String.sval) : '',
  )
  const qualified = names.length > 1 && names[0] !== 'pg_catalog'
  return qualified || names.at(-1) === 'current_setting' ? [`${names.join('.')}()`] : []
}

function namesRow(value: unknown, around: Around): boolean {
  if (Array.isArray(value)) return value.some((one) => namesRow(one, around))
  if (!isTree(value)) return false
  if (isTree(value.ColumnRef)) {
    const names = (Array.isArray(value.ColumnRef.fields) ? value.ColumnRef.fields : []).map((part) =>
      isTree(part) && isTree(part.String) ? String(part.String.sval) : '',
    )
    return names.length === 1 ? around.columns.has(names[0] ?? '') : names.at(-2) === around.table
  }
  return Object.values(value).some((one) => namesRow(one, around))
}
