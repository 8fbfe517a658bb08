/** A block of markdown: a paragraph, a table, a list or a fence. Blocks are separated by blank lines. */
export type Block = string

/** A table, or nothing where it would have no rows: a plan holds no empty tables. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): readonly Block[] {
  if (rows.length === 0) return []
  return [[row(header), `|${header.map(() => '---').join('|')}|`, ...rows.map(row)].join('\n')]
}

function row(cells: readonly string[]): string {
  return `|${cells.map((cell) => (cell === '' ? ' ' : ` ${cell} `)).join('|')}|`
}

export function bullets(items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [items.map((item) => `- ${item}`).join('\n')]
}

/** A fenced block; the fence is longer than any run of backticks inside. */
export function fence(language: string, content: string): Block {
  const longest = Math.max(2, ...(content.match(/`+/g) ?? []).map((run) => run.length))
  const marks = '`'.repeat(longest + 1)
  return `${marks}${language}\n${content.replace(/\n+$/, '')}\n${marks}`
}

/** A heading with what stands under it, or nothing where nothing does. */
export function section(heading: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [heading, ...blocks]
}
