import type { Edit } from '../diagnostic/spot.ts'
import type { Finding } from '../lint/finding.ts'

export interface FixedText {
  readonly text: string
  /** How many findings were mended. */
  readonly mended: number
}

const heading = '## Changes after the check'

/**
 * Mends in a document what is certain, and leaves everything else as it is, byte for byte: edits at their places, and what no place of the document can
 * hold, such as an index that is missing, as SQL at its end. Of two edits that touch, one that makes a
 * statement readable goes before others, then the first is made; the other is left to the next run.
 *
 * @param canAppend whether SQL at the end of the document counts when it is read.
 */
export function applyFixes(text: string, file: string, findings: readonly Finding[], canAppend: boolean): FixedText {
  let mended = 0
  const edits: Edit[] = []
  const statements: string[] = []
  const isReading = ({ code }: Finding) => code.startsWith('sql/')
  for (const { fix } of [...findings.filter(isReading), ...findings.filter((one) => !isReading(one))]) {
    const own = (fix?.edits ?? []).filter(({ spot }) => spot.file === file)
    if (own.length > 0) {
      // One edit may mend all that is wrong with a statement.
      const isMade = own.every((edit) => edits.some((made) => same(made, edit)))
      if (!isMade && own.some((edit) => edits.some((made) => touch(made, edit)))) continue
      if (!isMade) edits.push(...own)
      mended++
    } else if (canAppend && fix?.sql !== undefined && isAddition(fix.sql) && !statements.includes(fix.sql)) {
      statements.push(fix.sql)
      mended++
    }
  }
  let result = text
  for (const { spot, text: by } of [...edits].sort((a, b) => b.spot.start - a.spot.start))
    result = result.slice(0, spot.start) + by + result.slice(spot.end)
  if (statements.length === 0) return { text: result, mended }
  const end = /\s*$/.exec(result)?.[0] ?? ''
  const body = statements.map((sql) => `${sql};`).join('\n')
  return { text: `${result.slice(0, result.length - end.length)}\n\n${heading}\n\n\`\`\`sql\n${body}\n\`\`\`\n`, mended }
}

const touch = (a: Edit, b: Edit): boolean => a.spot.start < b.spot.end && b.spot.start < a.spot.end

const same = (a: Edit, b: Edit): boolean => a.spot.start === b.spot.start && a.spot.end === b.spot.end && a.text === b.text

/** Statements that add to what the document says. What takes away or alters a part belongs where the part stands. */
const isAddition = (sql: string): boolean => /^create (unique )?index\b|^alter table \S+ enable row level security$/i.test(sql)
