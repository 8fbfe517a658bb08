import { findOutside, parenthesis, splitAt, splitList } from '../text/lists.ts'
import { leadingMark, type Passage, textOf, trimmed } from '../text/passage.ts'

/** Quotation marks and code marks of a value taken off: `'ai'`, "ai", `ai`. Undefined when the text is not one quoted or bare word. */
function bareValue(passage: Passage): { readonly value: string; readonly quoted: boolean } | undefined {
  const item = trimmed(passage)
  const text = textOf(item)
  const code = leadingMark(item, 'code')
  const inner = code && code.end >= text.length ? text : text
  const quoted = /^(?:'([^']+)'|"([^"]+)"|„([^”"]+)[”"]|“([^”]+)”|«([^»]+)»|‘([^’]+)’)$/.exec(inner)
  if (quoted) return { value: (quoted.slice(1).find((group) => group !== undefined) ?? '').trim(), quoted: true }
  if (code && code.end >= text.length && /^[\p{L}\d][\p{L}\d_ +./-]*$/u.test(text)) return { value: text, quoted: true }
  if (/^[\p{L}\d][\p{L}\d_-]*$/u.test(text)) return { value: text, quoted: false }
  return undefined
}

/**
 * The values of a list, when it is one: quoted or code items (`'ai', 'manual' oraz 'ai-edited'`), alternatives with bars or slashes
 * (`success|fallback|error`, `low/medium/high`), upper-case words (`NONE/LOW/HIGH`). Bare words with commas count only if `bare` is set.
 * Fewer than two items are no list.
 */
export function readValueList(passage: Passage, options: { readonly bare?: boolean } = {}): readonly string[] | undefined {
  const source = trimmed(passage, '.…')
  const bars = findOutside(source, /\|/) !== undefined
  const slashes = !bars && findOutside(source, /\//) !== undefined && findOutside(source, /,/) === undefined
  const items = bars ? splitAt(source, /\s*\|\|?\s*/) : slashes ? splitAt(source, /\s*\/\s*/) : splitList(source)
  const values = items.map(bareValue)
  if (values.length < 2 || values.some((value) => value === undefined)) return undefined
  const all = values.flatMap((value) => (value ? [value] : []))
  const shouting = all.every((value) => /^[\p{Lu}\d_]+$/u.test(value.value))
  const enough =
    bars ||
    all.every((value) => value.quoted) ||
    (shouting && (slashes || options.bare === true)) ||
    (slashes && options.bare === true) ||
    options.bare === true
  return enough ? unique(all.map((value) => value.value)) : undefined
}

/** The longest run of quoted values in a text: of `typ ENUM zawierający 'ai', 'manual' oraz 'ai-edited'` the three. */
export function quotedValuesIn(passage: Passage): readonly string[] | undefined {
  const text = textOf(passage)
  const quoted = /'([^'\n]{1,60})'(?!\w)|„([^”"\n]{1,60})[”"]|“([^”\n]{1,60})”|"([^"\n]{1,60})"/gu
  const runs: string[][] = []
  let end = -1
  for (const match of text.matchAll(quoted)) {
    if (/\w/.test(text[(match.index ?? 0) - 1] ?? ' ')) continue
    const value = match
      .slice(1)
      .find((group) => group !== undefined)
      ?.trim()
    if (!value) continue
    const gap = end < 0 ? '' : text.slice(end, match.index)
    const joined = end >= 0 && /^\s*(?:[,;/|]|[,;]?\s*\p{L}{1,5}\s|`)*\s*$/u.test(gap) && gap.length <= 8
    if (joined) runs[runs.length - 1]?.push(value)
    else runs.push([value])
    end = (match.index ?? 0) + match[0].length
  }
  const best = runs.sort((a, b) => b.length - a.length)[0]
  return best && best.length >= 2 ? unique(best) : undefined
}

/** The values in the first parenthesis of a text that holds a list of values. */
export function valuesInParenthesis(passage: Passage, options: { readonly bare?: boolean } = {}): readonly string[] | undefined {
  for (let from = 0; ; ) {
    const found = parenthesis(passage, from)
    if (!found) return undefined
    const values = readValueList(found.inside, options)
    if (values) return values
    from = found.end
  }
}

/** A run of code spans joined by commas, slashes, arrows or conjunctions: "`pending`, `succeeded`, `failed`". */
export function codeRunIn(passage: Passage): readonly string[] | undefined {
  const text = textOf(passage)
  const runs: string[][] = []
  let end = -1
  for (const mark of passage.inline.marks) {
    if (mark.kind !== 'code' || mark.start < passage.start || mark.end > passage.end) continue
    const start = mark.start - passage.start
    const value = text.slice(start, mark.end - passage.start).replace(/^['"]|['"]$/g, '')
    const gap = end < 0 ? '' : text.slice(end, start)
    const joined = end >= 0 && gap.length <= 8 && /^\s*(?:(?:[,;/|→]|->)\s*)?(?:\p{L}{1,5}\s*)?$/u.test(gap)
    if (joined) runs[runs.length - 1]?.push(value)
    else runs.push([value])
    end = mark.end - passage.start
  }
  const best = runs.sort((a, b) => b.length - a.length)[0]
  return best && best.length >= 2 ? unique(best) : undefined
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}
