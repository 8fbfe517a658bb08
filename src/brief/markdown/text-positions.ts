/** Turns offsets of a text into lines and columns, both from 1. Line ends are LF, CRLF and CR. */
export interface TextPositions {
  readonly lines: readonly string[]
  lineAt(offset: number): number
  columnAt(offset: number): number
}

export function textPositions(text: string): TextPositions {
  const starts: number[] = [0]
  const lines: string[] = []
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset)
    if (unit !== 10 && unit !== 13) continue
    lines.push(text.slice(starts[starts.length - 1], offset))
    if (unit === 13 && text.charCodeAt(offset + 1) === 10) offset++
    starts.push(offset + 1)
  }
  lines.push(text.slice(starts[starts.length - 1]))

  const lineAt = (offset: number): number => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
  return { lines, lineAt, columnAt: (offset) => offset - (starts[lineAt(offset) - 1] as number) + 1 }
}
