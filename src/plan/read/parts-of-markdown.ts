/** Parts shorter than this are not worth a parser of their own. */
const shortest = 6000

const heading = /^#{1,6}(?:[ \t]|\r?$)/
const blank = /^[ \t]*\r?$/
const fence = /^(`{3,}|~{3,})(.*)$/
/** It may be indented a little. */
const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*\r?$/
/** A fence that stands in a list or a quotation, or may: where it ends depends on what it stands in. */
const fenceInside = /^[ \t>*+\d.)-]+(?:`{3}|~{3})/
/** HTML that goes on behind an empty line, up to its own end. */
const longHtml = /<(?:[!?]|script|pre|style|textarea)/i

/**
 * Where markdown without definitions can be cut so that its parts mean together what the whole means: before headings at the beginning of a line behind an
 * empty one, which end whatever is open but a fence or such HTML. What takes a parser of markdown a second in one piece takes it half of that in many.
 *
 * @returns the offsets at which the parts begin, the first of them 0. One part where it is not certain.
 */
export function partsOfMarkdown(text: string, least = shortest): readonly number[] {
  const starts = [0]
  if (longHtml.test(text) || /\r(?!\n)/.test(text)) return starts
  let open: string | undefined
  let afterBlank = false
  let at = 0
  while (at < text.length) {
    const end = text.indexOf('\n', at)
    const next = end < 0 ? text.length : end + 1
    const line = text.slice(at, end < 0 ? text.length : end)
    const [, signs, behind = ''] = fence.exec(line) ?? []
    if (open !== undefined) {
      if (closing.exec(line)?.[1]?.startsWith(open)) open = undefined
    } else if (signs !== undefined) {
      // Backticks with another behind them are code in a line of its own.
      if (!(signs.startsWith('`') && behind.includes('`'))) open = signs
    } else if (fenceInside.test(line)) return starts
    else if (afterBlank && at - (starts.at(-1) ?? 0) >= least && heading.test(line)) starts.push(at)
    afterBlank = blank.test(line)
    at = next
  }
  return starts
}
