/** A heading, or a line in bold, with another name behind it: `### 1.1 **profile** (profiles)`, `**member** (members)`. */
const title =
  /^(#{1,6}\s+(?:\d+(?:\.\d+)*\.?\s+)?|(?=\*\*))(\*{0,2}`?([\p{L}][\p{L}\d _-]*?)`?\*{0,2}\s+\(`?)([a-z][a-z0-9_]*)(`?\)[*:\s]*)$/u

/**
 * A text in which titles of tables are called as the document calls the tables everywhere else: the name in brackets stands alone where keys and indexes say that name, and
 * never the one before it. The other is blanked, so that every place in the text stays what it is.
 */
export function withNamesInBrackets(text: string): string {
  if (!/\([a-z][a-z0-9_]*`?\)[*:\s]*$/m.test(text)) return text
  return text
    .split('\n')
    .map((line) => {
      const match = title.exec(line)
      if (match === null) return line
      const [, lead = '', before = '', other = '', name = '', after = ''] = match
      if (other === name || remarks.has(name) || !isReferred(name, text, line) || isReferred(other, text, line)) return line
      return `${lead}${' '.repeat(before.length)}${name}${' '.repeat(after.length)}`
    })
    .join('\n')
}

/** What is said of a table in brackets. */
const remarks: ReadonlySet<string> = new Set(
  'optional planned future managed supabase new mvp core main required enum table view junction join pivot auth opcjonalna opcjonalnie nowa'.split(
    ' ',
  ),
)

/** Whether a text speaks of a table of this name: `rooms(id)`, `rooms.id`, `references rooms`, `on rooms`, `**rooms**`, `rooms_owner_id_idx`. */
function isReferred(name: string, text: string, title: string): boolean {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(
    `\\b${plain}\`?\\s*(\\(\\s*\`?\\w|\\.\\w)|\\b(references|on|fk|→|->)\\s+\`?${plain}\\b|(\\*\\*|\`)${plain}(\\*\\*|\`)|\\b${plain}_\\w+_(idx|key)\\b`,
    'iu',
  )
  return text.split('\n').some((line) => line !== title && pattern.test(line))
}
