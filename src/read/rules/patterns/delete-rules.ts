import type { DeleteRuleClaim } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import { identifierTargets, tablesOf } from '../columns/targets.ts'
import type { Sentence } from '../language/sentence.ts'
import { type Found, identifierMention, type Pattern, type Reading } from '../reading.ts'
import { spokenDeletions } from '../relations/spoken-deletions.ts'
import { onDeleteIn } from '../sql/sql-words.ts'
import { asksForSomething } from '../tables/things.ts'
import { foundIn, isAccounts, markersOf, means, mentionOf } from '../text/grammar.ts'
import { isColumnItem } from './column-items.ts'

/**
 * What happens on deletion:
 * "`ON DELETE SET NULL` for `generation_id`", "deleting a set deletes all its cards", "Hard delete (no soft delete)", "soft delete dla tabel `invoices`",
 * "cascade deletion on user removal", "Usunięcie zespołu spowoduje kaskadowe usunięcie powiązań", "a chain `plans -> days -> blocks` with ON DELETE CASCADE".
 *
 * Not: "users can delete their cards" (access), "soft deletes are out of scope" outside decisions (exclusions), confirmation dialogs that call a deletion permanent.
 */
export const deleteRules: Pattern = {
  name: 'delete rules',
  read(block, reading) {
    return reading
      .sentencesOf(block)
      .flatMap((sentence) =>
        asksForSomething(sentence.zone) && !isColumnItem(block, reading) ? readSentence(sentence, reading) : [],
      )
  },
}

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  const found: Found[] = []
  const add = (claim: DeleteRuleClaim): void => {
    found.push(foundIn(reading, sentence, claim))
  }
  const action =
    onDeleteIn(sentence.text) ??
    (means(sentence, 'CASCADE') && means(sentence, 'DELETE', 'CASCADE')
      ? 'cascade'
      : means(sentence, 'SET_NULL') && means(sentence, 'DELETE')
        ? 'set null'
        : markersOf(sentence, 'RESTRICT').some((marker) => marker.to - marker.from >= 2)
          ? 'restrict'
          : undefined)
  const tables = tablesOf(sentence, reading)
  const keys = identifierTargets(sentence, reading).filter((target) => /(?:_id|_uuid|_by|Id)$/.test(target.attribute.name))
  const spoken = keys.length === 0 && onDeleteIn(sentence.text) === undefined ? spokenDeletions(sentence, reading) : []
  if (spoken.length > 0) spoken.forEach(add)
  else if (action) {
    const chain = chainOf(sentence, reading)
    if (chain.length >= 2) {
      for (const [index, to] of chain.entries()) {
        const entity = chain[index + 1]
        if (entity) add({ kind: 'delete rule', entity, to, rule: action })
      }
    } else if (keys.length > 0) {
      for (const key of keys) {
        const entity =
          key.entity ??
          (tables.length === 1
            ? tables[0]?.entity
            : (tables.filter((table) => table.from <= key.from).at(-1)?.entity ??
              reading.contextOf(sentence.block, sentence.offset).subject?.entity))
        add({ kind: 'delete rule', ...(entity ? { entity } : {}), column: key.attribute, rule: action })
      }
    } else if (tables.length > 2 && deletedFirst(sentence, tables)) {
      const parent = deletedFirst(sentence, tables)
      for (const other of tables)
        if (parent && other !== parent) add({ kind: 'delete rule', entity: other.entity, to: parent.entity, rule: action })
    } else if (tables.length === 2 && tables[0] && tables[1]) {
      const parent =
        (action === 'restrict' ? heldBack(sentence, tables) : undefined) ?? deletedFirst(sentence, tables) ?? tables[0]
      const other = parent === tables[0] ? tables[1] : tables[0]
      add({ kind: 'delete rule', entity: other.entity, to: parent.entity, rule: action })
    } else if (tables.length === 1 && tables[0]) {
      const accounts = sentence.nouns.find((noun) => isAccounts(noun) || /^user_(?:removal|deletion|account)$/.test(noun.name))
      const subject = reading.contextOf(sentence.block, sentence.offset).subject
      if (accounts)
        add({
          kind: 'delete rule',
          entity: tables[0].entity,
          to: { ...mentionOf(accounts), name: accounts.identifier ? mentionOf(accounts).name : 'user' },
          rule: action,
        })
      else if (subject && subject.entity.name !== tables[0].entity.name)
        add({ kind: 'delete rule', entity: tables[0].entity, to: subject.entity, rule: action })
      else add({ kind: 'delete rule', entity: tables[0].entity, rule: action })
    } else if (tables.length === 0 && means(sentence, 'FOREIGN_KEY', 'ALL', 'REFERENCES'))
      add({ kind: 'delete rule', rule: action })
    else if (tables.length > 2 || (tables.length === 0 && sentence.nouns.some(isAccounts))) {
      const accounts = sentence.nouns.find(isAccounts)
      add({ kind: 'delete rule', ...(accounts ? { to: mentionOf(accounts) } : {}), rule: action })
    }
  }
  const general = markersOf(sentence, 'SOFT_DELETE', 'HARD_DELETE')
  for (const marker of general) {
    const refused = sentence.markers.some(
      (other) =>
        ['NO', 'NOT', 'WITHOUT', 'REJECT', 'OUT_OF_SCOPE', 'LATER'].includes(other.meaning) &&
        other.to <= marker.from &&
        marker.from - other.to <= 3,
    )
    const rule = marker.meaning === 'SOFT_DELETE' ? (refused ? 'hard' : 'soft') : refused ? undefined : 'hard'
    const also = general.find((other) => other.meaning !== marker.meaning)
    if (rule === undefined || (also && marker.meaning === 'SOFT_DELETE' && refused)) continue
    if (reading.document.kind === 'prd' && marker.meaning === 'HARD_DELETE' && tables.length === 0) continue
    const named = tables.filter((table) => !/^(?:user)$/.test(table.entity.name))
    const columnIsOwn = sentence.words.slice(marker.from, marker.to).some((word) => word.identifier)
    const context = reading.contextOf(sentence.block, sentence.offset).subject
    const subject = context?.entity
    const scope = context?.own ? [context.entity] : named.length > 0 ? named.map((each) => each.entity) : subject ? [subject] : []
    if (scope.length > 0) for (const entity of scope) add({ kind: 'delete rule', entity, rule })
    else if (reading.document.kind === 'notes' && !columnIsOwn && (marker.from === 0 || means(sentence, 'ALL', 'EACH')))
      add({ kind: 'delete rule', rule })
    break
  }
  return found
}

/** Tables in a row joined by arrows: `tours -> stages -> stops`. */
function chainOf(sentence: Sentence, reading: Reading): readonly Mention[] {
  const match = /[A-Za-z_]\w*(?:\s*`?\s*(?:->|→|⟶|>)\s*`?\s*[A-Za-z_]\w*)+/.exec(sentence.text)
  if (!match) return []
  const names = match[0].split(/\s*`?\s*(?:->|→|⟶|>)\s*`?\s*/)
  const known = names.flatMap((name) => (reading.entities.find(name) ? [identifierMention(name)] : []))
  return known.length === names.length && known.length >= 2 ? known : []
}

/** "Halls cannot be deleted if they have events": the table before the refusal, or right behind it. */
function heldBack(sentence: Sentence, tables: ReturnType<typeof tablesOf>): (typeof tables)[number] | undefined {
  const marker = markersOf(sentence, 'RESTRICT')[0]
  return marker && (tables.findLast((table) => table.to <= marker.from) ?? tables.find((table) => table.from >= marker.to))
}

/** Of two tables the one whose deletion is spoken of first: "deleting a set deletes its cards". */
function deletedFirst(sentence: Sentence, tables: ReturnType<typeof tablesOf>): (typeof tables)[number] | undefined {
  const marker = markersOf(sentence, 'DELETE', 'HARD_DELETE')[0]
  const between = markersOf(sentence, 'BETWEEN')[0]
  if (between && marker === undefined) return tables[0]
  return marker && tables.find((table) => table.from >= marker.from && table.from - marker.to <= 3)
}
