import type { EnumType } from '../../schema/enum-type.ts'
import { type Part, partKey } from '../../schema/part-key.ts'
import { type DraftTable, partOf } from '../draft.ts'
import type { Reading } from '../read-foreign-plan.ts'

/**
 * Finds enums of which the document itself says that their list is open: values given as examples (`e.g. rowing, sculling`, `… etc.`), people who add their own, a list
 * that will grow. An enum gives up no value, and a new one is a migration. Only lines about the type count: where it or a column of it stands, and lines that name it.
 */
export function compareOpenLists({ draft, text, file }: Reading): void {
  if (draft.enums.length === 0) return
  const lines = linesOf(text).filter(({ text }) => signs.some((sign) => sign.test(text)))
  for (const type of draft.enums) {
    if (type.values.length < 2) continue
    const columns = [...draft.tables.values()].flatMap((table) => columnsOf(table, type))
    const parts: readonly Part[] = [{ kind: 'type', name: type.name }, ...columns.map(({ part }) => part)]
    const starts = parts.flatMap((part) => draft.spots.get(partKey(part))?.start ?? [])
    const names = new Set([type.name, ...columns.map(({ name }) => name)])
    for (const line of lines) {
      const isOwn = starts.some((start) => start >= line.start && start <= line.start + line.text.length)
      if (!isOwn && !wordsOf(line.text).some((word) => names.has(word))) continue
      const way = waysToBeOpen.find(({ holds }) => holds(line.text, type.values))
      if (way === undefined) continue
      draft.remarks.push({
        code: 'plan/open-list',
        severity: way.severity,
        message: `${type.name} is an enum; ${way.says}.`,
        help: 'Keep it as text or as a table of its own, or say that the list is final: an enum never gives a value up, and a new one is a migration.',
        spot: { file, start: line.start, end: line.start + line.text.length },
        part: columns[0]?.part ?? { kind: 'type', name: type.name },
      })
      break
    }
  }
}

function linesOf(text: string): readonly { readonly text: string; readonly start: number }[] {
  let start = 0
  return text.split('\n').map((line) => {
    const indent = line.length - line.trimStart().length
    const placed = { text: line.trim(), start: start + indent }
    start += line.length + 1
    return placed
  })
}

/** The columns of a type, as prose would name them: `table.column`. */
function columnsOf(table: DraftTable, type: EnumType): readonly { readonly name: string; readonly part: Part }[] {
  return table.columns
    .filter((column) => column.type.replace(/^public\./, '') === type.name)
    .map(({ name }) => ({ name: `${table.name}.${name}`, part: partOf(table, 'column', name) }))
}

const wordsOf = (line: string): readonly string[] => line.match(/[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)*/gu) ?? []

interface WayToBeOpen {
  readonly severity: 'warning' | 'note'
  readonly says: string
  readonly holds: (line: string, values: readonly string[]) => boolean
}

const examples = /\b(e\.g\.|eg\.|for example|for instance|such as|np\.|na przykład|m\.in\.|między innymi|takie jak)/i
const andSoOn = /(\betc\b|\bitp\b|\bitd\b|\band (so on|others?|more)\b|\bi (inne|tak dalej)\b|…|\.\.\.)/i

const ownValues =
  /\b(can|may|will be able to|are able to)\s+(also\s+)?(add|define|create|enter|invent|type in)\s+(their own|own|new|custom|further|more|other|additional)\b|\buser[- ]defined\b|\b(może|mogą|będ(zie|ą)\s+m[oó]g\p{L}+)\s+(też\s+|także\s+)?(doda\p{L}+|z?defini\p{L}+|tworzy\p{L}+|wpis\p{L}+)\s+(własn|now|kolejn|inn)\p{L}+|\bdefiniowan\p{L}+ przez\b/iu

const growing =
  /\b(list|set|values?|kinds?)\s+(is|are|stays?|remains?)\s+open(-ended)?\b|\bopen(-ended)? (list|set)\b|\b(list|set|values?)\s+(may|might|can|will)\s+(grow|be (extended|expanded))\b|\b(more|further|new|other|additional)\s+(\p{L}+\s+)?(may|might|will)\s+(be added|follow|come)\b|\blista (jest |pozostaje |zostaje )?otwarta\b|\botwarta lista\b|\blista (może|będzie|ma)\s+(rosnąć|(być )?rozszerza\p{L}+)|\b(kolejne|nowe|dalsze)\s+(\p{L}+\s+)?(mogą|zostaną|będą)\s+(dojść|doda\p{L}+|pojawi\p{L}+)/iu

const signs: readonly RegExp[] = [examples, andSoOn, ownValues, growing]

/** The stronger signs first; a sentence that denies it says nothing. */
const waysToBeOpen: readonly WayToBeOpen[] = [
  {
    severity: 'warning',
    says: 'its values are given as examples here',
    holds: (line, values) => {
      const marker = examples.exec(line)
      if (marker !== null && placesOf(line.slice(marker.index + marker[0].length), values).length > 1) return true
      const places = placesOf(line, values)
      return places.length > 1 && (andSoOn.exec(line.slice(Math.max(...places.map(({ end }) => end))))?.index ?? 9) < 6
    },
  },
  {
    severity: 'warning',
    says: 'people are to add values of their own',
    holds: (line) => sentencesOf(line).some((one) => ownValues.test(one) && !denies.test(one)),
  },
  {
    severity: 'note',
    says: 'its list is to grow',
    holds: (line) => sentencesOf(line).some((one) => growing.test(one) && !denies.test(one)),
  },
]

const denies = /\b(not|never|cannot|can't|no|without|nie|nigdy|bez)\b/i

const sentencesOf = (line: string): readonly string[] => line.split(/(?<=[.;!?])\s+/)

/** Where the values stand in a text, by their letters: `in_progress` and `In progress` are one. */
function placesOf(text: string, values: readonly string[]): readonly { readonly end: number }[] {
  return values.flatMap((value) => {
    const pattern = value
      .split(/[\s_-]+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
      .join('[\\s_-]')
    const found = new RegExp(`(?<![\\p{L}\\p{N}_])${pattern}(?![\\p{L}\\p{N}_])`, 'iu').exec(text)
    return found === null ? [] : [{ end: found.index + found[0].length }]
  })
}
