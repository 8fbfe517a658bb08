/** A document's text for one line of the plan: no line breaks, no markup that would run on, not too long. */
export function oneLine(text: string, longest = 160): string {
  const flat = text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[`*|]/g, '')
    .replace(/<(?=[\p{L}/!?])/gu, '')
    .trim()
  return flat.length <= longest ? flat : `${flat.slice(0, longest - 1).trimEnd()}…`
}
