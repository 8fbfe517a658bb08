import { resolve } from 'node:path'
import type { Document } from '../brief/document.ts'
import { findDocuments, readDocuments } from '../brief/find-documents.ts'
import type { Source } from '../claim/source.ts'
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.ts'
import { hasErrors } from '../diagnostic/diagnostic.ts'
import { positionsOf } from '../diagnostic/positions.ts'
import { shownPath } from '../diagnostic/shown-path.ts'
import type { Finding } from '../lint/finding.ts'
import { lineAt } from '../lint/lint.ts'
import { type RuleLevels, settingsOf } from '../lint/settings.ts'
import { partKey } from '../schema/part-key.ts'
import type { SourceSchema } from '../source/read-schema.ts'
import { readAsked } from './asked.ts'
import { compareWithDocuments } from './compare-with-documents.ts'
import type { Difference } from './difference.ts'

export interface AgainstOptions {
  readonly dir: string
  /** Documents or folders of them; none: those of the project, found as `design` finds them. */
  readonly files: readonly string[]
  readonly levels?: RuleLevels
}

/**
 * Holds a schema against a PRD and notes: requirements that it does not serve, decisions that it contradicts. Each finding quotes the document's line.
 *
 * @returns the findings, undefined, with diagnostics, where the documents cannot be read.
 */
export async function checkAgainst(
  source: SourceSchema,
  { dir, files, levels = {} }: AgainstOptions,
): Promise<Outcome<readonly Finding[] | undefined>> {
  const read = await (files.length === 0 ? findDocuments({ dir }) : readDocuments(files, dir))
  if (hasErrors(read.diagnostics)) return { value: undefined, diagnostics: placed(read.diagnostics, dir) }
  const asked = await readAsked(read.value, source.schema)
  const diagnostics = placed([...read.diagnostics, ...asked.diagnostics], dir)
  if (asked.value === undefined) return { value: undefined, diagnostics }
  const { documents } = asked.value
  const differences = await compareWithDocuments(source.schema, asked.value)
  const settings = settingsOf(levels, source.texts.size === 1 ? [...source.texts.values()].join('') : '')
  const findings = differences.flatMap((difference) => {
    const severity = settings.severityOf(difference.code, difference.isWeak === true ? 'note' : 'warning')
    return severity === 'off' ? [] : [toFinding(difference, severity, source, documents, dir)]
  })
  return { value: settings.unignored(findings), diagnostics }
}

function placed(diagnostics: readonly Diagnostic[], dir: string): readonly Diagnostic[] {
  return diagnostics.map((one) =>
    one.place === undefined ? one : { ...one, place: { ...one.place, file: shownIn(dir, one.place.file) } },
  )
}

const shownIn = (dir: string, path: string): string => shownPath(resolve(dir, path))

function toFinding(
  { code, message, help, part, source: said }: Difference,
  severity: Finding['severity'],
  source: SourceSchema,
  documents: ReadonlyMap<string, Document>,
  dir: string,
): Finding {
  const owner = part?.owner === undefined ? undefined : source.spots.get(partKey({ kind: 'table', name: part.owner }))
  const spot = (part === undefined ? undefined : source.spots.get(partKey(part))) ?? owner
  const text = spot === undefined ? undefined : source.texts.get(spot.file)
  // What the schema lacks altogether has no place in it; the document's own begins at its first line.
  const whole = source.texts.has(source.shown) ? { file: source.shown, line: 1, column: 1 } : undefined
  const place = spot === undefined || text === undefined ? whole : positionsOf(text, spot.file)(spot.start)
  return {
    code,
    severity,
    message,
    help,
    ...(part === undefined ? {} : { part }),
    ...(place === undefined ? {} : { place }),
    ...(spot === undefined || text === undefined ? {} : { quote: lineAt(text, spot.start) }),
    asked: askedAt(said, documents.get(said.document), dir),
  }
}

function askedAt({ document, line, quote }: Source, found: Document | undefined, dir: string): NonNullable<Finding['asked']> {
  const at = found?.lines[line - 1]?.indexOf(quote) ?? -1
  const file = found === undefined ? document : shownIn(dir, found.path)
  return { place: { file, line, ...(at < 0 ? {} : { column: at + 1 }) }, quote }
}
