import type { RenamedTable } from '../../sql/rename-table.ts'
import { fingerprint } from './fingerprint.ts'
import { contentOf, numberedKeys, type Unit } from './units.ts'

/** The fingerprints of what was designed when the plan was written, if the plan still has them. */
export type Base = ReadonlySet<string> | undefined

/** What a merge did with one part that the two plans do not agree on. */
export interface MergeNote {
  /** As a person names it: `column recipes.title`. */
  readonly name: string
  /**
   * - `added`, `changed`, `removed`: what the documents ask for now, in a part that nobody had touched.
   * - `kept`: the person's edit or addition stands.
   * - `left out`: the person had taken it out, and it stays out.
   * - `follows`: it was compiled from rules and tables that the person edited, and is compiled anew.
   * - `disputed`: the person edited it, and the documents ask for something else now; the person's stands.
   */
  readonly what: 'added' | 'changed' | 'removed' | 'kept' | 'left out' | 'follows' | 'disputed'
}

export interface Decider {
  readonly notes: MergeNote[]
  readonly isUntouched: (unit: Pick<Unit, 'key' | 'content'>) => boolean
  /** Whose of two versions of a part stands; one of them may be missing. */
  readonly decide: (key: string, mine: unknown, theirs: unknown) => 'mine' | 'theirs' | 'neither'
  /** Merges two lists by key, in the person's order; what comes stands after what it follows in the designer's. */
  readonly list: <T>(mine: readonly T[], theirs: readonly T[], keyOf: (item: T) => string) => readonly T[]
}

/** What a part said while tables and types that a person renamed had their old names. */
const asBefore = (text: string, renames: readonly RenamedTable[]): string =>
  renames.reduce(
    (said, { from, to }) => said.replaceAll(new RegExp(`(?<!\\w)${to.replace(/[^\w]/g, '\\$&')}(?!\\w)`, 'g'), from),
    text,
  )

/** The rules of a merge, and what they did so far; `renames` are tables and types that a person gave another name. */
export function decider(base: Base, renames: readonly RenamedTable[] = []): Decider {
  const notes: MergeNote[] = []
  const isUntouched: Decider['isUntouched'] = ({ key, content }) =>
    base !== undefined &&
    (base.has(fingerprint(key, content)) ||
      (renames.length > 0 && base.has(fingerprint(asBefore(key, renames), asBefore(content, renames)))))
  const decide: Decider['decide'] = (key, mine, theirs) => {
    const say = <T extends 'mine' | 'theirs' | 'neither'>(what: MergeNote['what'], whose: T): T => {
      notes.push({ name: key, what })
      return whose
    }
    const was = (value: unknown) => isUntouched({ key, content: contentOf(value) })
    if (mine === undefined) return was(theirs) ? say('left out', 'neither') : say('added', 'theirs')
    if (theirs === undefined) return was(mine) ? say('removed', 'neither') : say('kept', 'mine')
    // Only the lines of the documents that it refers to may have moved.
    if (contentOf(mine) === contentOf(theirs)) return was(mine) ? 'theirs' : 'mine'
    if (was(mine)) return say('changed', 'theirs')
    return was(theirs) ? say('kept', 'mine') : say('disputed', 'mine')
  }
  const list: Decider['list'] = (mine, theirs, keyOf) => {
    const own = numberedKeys(mine, keyOf)
    const designed = numberedKeys(theirs, keyOf)
    const others = new Map(designed)
    const known = new Set(own.map(([key]) => key))
    let ordered = own.flatMap(([key, item]) => {
      const other = others.get(key)
      const whose = decide(key, item, other)
      if (whose === 'neither') return []
      return [[key, whose === 'theirs' && other !== undefined ? other : item] as const]
    })
    designed.forEach(([key, item], at) => {
      if (known.has(key) || decide(key, undefined, item) !== 'theirs') return
      const place = ordered.findLastIndex(([other]) => other === designed[at - 1]?.[0])
      const after = place < 0 ? ordered.length : place + 1
      ordered = [...ordered.slice(0, after), [key, item], ...ordered.slice(after)]
    })
    return ordered.map(([, item]) => item)
  }
  return { notes, isUntouched, decide, list }
}
