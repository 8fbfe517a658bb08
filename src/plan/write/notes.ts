import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Proof } from '../../proof/proof.ts'
import type { Assumption, Coverage, Notes, Remark } from '../../schema/notes.ts'
import { writeCode, writeCodes } from '../form/code.ts'
import { noReasons, writeReasons } from '../form/reasons.ts'
import { writeText } from '../form/text.ts'
import { readRemarks } from '../form/why.ts'
import { type Block, bullets, section, table } from './layout.ts'
import { writeProof } from './proof.ts'

/** Section 5. */
export function writeNotes(notes: Notes, proof: Proof | undefined): readonly Block[] {
  return [
    ...section('### Decisions', bullets(notes.decisions.map(remark))),
    ...section(
      '### Assumptions to confirm',
      bullets(notes.assumptions.map((assumption) => `A${assumption.number}. ${remark(assumption)}`)),
    ),
    ...section('### Conflicts', bullets(notes.conflicts.map(remark))),
    ...section('### Left out', bullets(notes.leftOut.map(remark))),
    ...section('### Requirements covered', table(['Requirement', 'Served by'], notes.coverage.map(coverageRow))),
    ...section('### Proof', writeProof(proof)),
  ]
}

/** A remark's text is markdown already; its reasons follow in parentheses. */
function remark({ text, reasons }: Remark | Assumption): string {
  const line = markdownLine(text)
  if (reasons.length > 0) return `${line} (${writeReasons(reasons)})`
  return readRemarks({ text: line, start: 0, inCell: false }).comment === undefined || endsInReferences(line)
    ? `${line} (${noReasons})`
    : line
}

function endsInReferences(line: string): boolean {
  return readRemarks({ text: line, start: 0, inCell: false }).reasons.length > 0 || /\(none\)\s*$/.test(line)
}

/** Markdown that is not one paragraph, such as a quoted `# heading`, is shown as plain text instead. */
export function markdownLine(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ').trim()
  if (/^[\p{L}"'(`](?!``)/u.test(line)) return line
  const [block, ...others] = fromMarkdown(line).children
  const fits = others.length === 0 && block?.type === 'paragraph' && !line.startsWith('[')
  return fits ? line : writeText(line, { inCell: false, blockStart: true })
}

const outcomes: Readonly<Record<Exclude<Coverage['outcome'], 'served'>, string>> = {
  'no data': 'no data to store',
  'not covered': 'not covered',
}

function coverageRow({ id, title, outcome, servedBy }: Coverage): readonly string[] {
  const name = /^[\p{L}\p{N}]+(?:[-._/][\p{L}\p{N}]+)*$/u.test(id) ? id : writeCode(id, true)
  const requirement = title === '' ? name : `${name} ${writeText(title, { inCell: true })}`
  return [requirement, outcome === 'served' ? writeCodes(servedBy, true) : outcomes[outcome]]
}
