import { findGroups } from '../access-rules/groups.ts'
import { groupPaths } from '../access-rules/paths.ts'
import { isPrivate } from '../access-rules/visibility.ts'
import { type Draft, type DraftForeignKey, type DraftTable, mapTables } from '../draft.ts'
import { byConvention } from '../why.ts'
import { ownerColumn } from './ownership.ts'

/**
 * A child that has an owner column of its own hangs only under a parent of the same owner: the foreign key carries the owner,
 * `(recipe_id, user_id)` to `(id, user_id)`. Without it a row could be put under another person's parent. Where others may read the parent, and so may
 * refer to it (a comment on a post), the plain key stays.
 */
export function keepOneOwner(draft: Draft): Draft {
  const byKey = new Map(draft.tables.map((table) => [table.key, table]))
  const shared = new Set(findGroups(draft).flatMap(({ key }) => [...groupPaths(draft, key).keys()]))
  const targets = new Map<string, Set<string>>()
  const changed = mapTables(draft, (table) => {
    const owner = ownerColumn(table)
    if (owner?.nullable !== false || table.part === 'profile' || isMembership(table)) return table
    const keys: DraftForeignKey[] = []
    const columns = table.columns.map((column) => {
      const reference = column.references
      if (reference?.target.kind !== 'table' || column === owner) return column
      const parent = reference.target.key === table.key ? table : byKey.get(reference.target.key)
      const parentOwner = parent === undefined ? undefined : ownerColumn(parent)
      if (
        parent === undefined ||
        parentOwner === undefined ||
        parentOwner.nullable ||
        parent.part === 'profile' ||
        parent.primaryKey.length !== 1
      )
        return column
      // an author's draw has other people's places in it: only the same part of a person is the same owner
      if (parentOwner.name !== owner.name || parentOwner.type !== owner.type || !isPrivate(parent)) return column
      // others than its owner comment on it
      if (isByOthers(table, parent, draft)) return column
      // what members of a group share has rows of several of them under one parent
      if (shared.has(parent.key)) return column
      targets.set(parent.key, (targets.get(parent.key) ?? new Set()).add(parentOwner.name))
      keys.push({
        columns: [column.name, owner.name],
        target: parent.key,
        references: [parent.primaryKey[0] ?? 'id', parentOwner.name],
        onDelete: reference.onDelete,
        ...(reference.onDelete === 'set null' ? { onDeleteColumns: [column.name] } : {}),
        why: reference.why,
        purpose: `a row belongs to the owner of its ${parent === table ? 'parent' : parent.key.replaceAll('_', ' ')}`,
      })
      return { ...column, references: { ...reference, withOwner: true } }
    })
    return keys.length === 0 ? table : { ...table, columns, foreignKeys: [...table.foreignKeys, ...keys] }
  })
  return mapTables(changed, (table) => withTarget(table, targets.get(table.key)))
}

/** The unique pair that the composite keys lead to. */
function withTarget(table: DraftTable, owners: ReadonlySet<string> | undefined): DraftTable {
  if (owners === undefined) return table
  const added = [...owners].map((owner) => ({
    columns: [table.primaryKey[0] ?? 'id', owner],
    why: byConvention,
    purpose: 'the target of the keys that keep one owner',
  }))
  return {
    ...table,
    uniques: [
      ...table.uniques,
      ...added.filter(
        (unique) => !table.uniques.some((known) => known.columns.join() === unique.columns.join() && known.where === undefined),
      ),
    ],
  }
}

/** Whether the documents have others than a parent's owner make a table's rows. */
function isByOthers(table: DraftTable, parent: DraftTable, { facts }: Draft): boolean {
  return (table.facts?.relationships ?? []).some(
    (claim) => claim.byOthers === true && facts.identity.keyOf(claim.to) === parent.key,
  )
}

/** Tables of people in something: their rows name other accounts than the one it belongs to. */
function isMembership(table: DraftTable): boolean {
  return /(^|_)(member|membership|participant|invitation|invite|collaborator|attendee|guest|follower|subscriber)$/.test(table.key)
}
