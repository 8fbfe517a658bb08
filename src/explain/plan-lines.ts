import type { Explained } from './find-objects.ts'

export interface PlanLine {
  readonly line: number
  readonly text: string
}

const most = 6

/**
 * The lines of the plan that define an object: its heading, its row in the table of its kind, its bullet, or its statement. They are shown as they
 * stand, so that the person finds them.
 */
export function planLines(text: string, object: Explained): readonly PlanLine[] {
  const lines = text.split(/\r?\n/)
  const found: PlanLine[] = []
  let heading = ''
  for (const [index, line] of lines.entries()) {
    const title = /^#{2,3} (.+)$/.exec(line)?.[1]
    if (title !== undefined) heading = title.replaceAll('`', '')
    if (defines(line, heading, object)) found.push({ line: index + 1, text: line.trim() })
    if (found.length === most || heading.startsWith('6.')) break
  }
  return found
}

function defines(line: string, heading: string, { kind, name, table }: Explained): boolean {
  const bare = name.slice(name.lastIndexOf('.') + 1)
  switch (kind) {
    case 'table':
    case 'view':
      return line.startsWith('### ') && heading === name
    case 'column':
      return heading === table && line.startsWith(`| \`${bare}\` |`)
    case 'policy':
      return new RegExp(`^\\s*create policy "?${escapePattern(name)}"?`, 'i').test(line)
    case 'function':
      return new RegExp(`^\\s*create (or replace )?function .*\\b${escapePattern(bare)}\\(`, 'i').test(line)
    default:
      return line.includes(`\`${name}\``) && /^(\||-|\s+-)/.test(line)
  }
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
