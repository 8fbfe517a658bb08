import { join } from 'node:path'
import { readText } from '../brief/files/read-text.ts'
import type { Diagnostic, Outcome, Severity } from '../diagnostic/diagnostic.ts'
import { shownPath } from '../diagnostic/shown-path.ts'
import { rules } from '../lint/rules.ts'
import type { RuleLevels } from '../lint/settings.ts'

/** What a project's `dbplan.json`, or `dbplan` in its `package.json`, says. */
export interface Configuration {
  readonly rules: RuleLevels
  readonly failOn?: FailOn
}

export type FailOn = Severity | 'never'
export const failOnLevels: readonly FailOn[] = ['error', 'warning', 'note', 'never']

/** Reads the configuration of a project. A file that is not there says nothing; one that cannot be understood is a diagnostic, and the rest of it counts. */
export async function readConfiguration(dir: string): Promise<Outcome<Configuration>> {
  for (const [name, key] of [
    ['dbplan.json', undefined],
    ['package.json', 'dbplan'],
  ] as const) {
    const file = join(dir, name)
    const read = await readText(file, shownPath(file))
    if ('diagnostic' in read) continue
    const parsed = parse(read.text)
    if (parsed === undefined) {
      if (key !== undefined) continue
      return {
        value: { rules: {} },
        diagnostics: [problem(file, 'The file is no JSON.', 'Correct it: { "rules": { "access/no-role": "off" } }')],
      }
    }
    const settings = key === undefined ? parsed : isObject(parsed) ? parsed[key] : undefined
    if (isObject(settings)) return readSettings(settings, file)
  }
  return { value: { rules: {} }, diagnostics: [] }
}

function readSettings(settings: Readonly<Record<string, unknown>>, file: string): Outcome<Configuration> {
  const diagnostics: Diagnostic[] = []
  const codes = new Set(rules.flatMap(({ code }) => [code, code.split('/')[0] ?? code]))
  const levels: Record<string, Severity | 'off'> = {}
  for (const [code, level] of Object.entries(isObject(settings.rules) ? settings.rules : {})) {
    if (!codes.has(code) && !reading.test(code))
      diagnostics.push(problem(file, `There is no rule "${code}".`, 'See docs/rules for their codes.'))
    else if (level === 'off' || level === 'error' || level === 'warning' || level === 'note') levels[code] = level
    else
      diagnostics.push(
        problem(file, `"${code}" cannot be ${JSON.stringify(level)}.`, 'Write "off", "note", "warning" or "error".'),
      )
  }
  const failOn = failOnLevels.find((level) => level === settings.failOn)
  if (settings.failOn !== undefined && failOn === undefined)
    diagnostics.push(
      problem(file, `"failOn" cannot be ${JSON.stringify(settings.failOn)}.`, `Write one of ${failOnLevels.join(', ')}.`),
    )
  return { value: { rules: levels, ...(failOn === undefined ? {} : { failOn }) }, diagnostics }
}

/** What is said of how a document is written, or held against others, has codes of its own beside those of the rules. */
const reading = /^(plan|sql|against)(\/[a-z-]+)?$/

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function problem(file: string, message: string, help: string): Diagnostic {
  return { code: 'check/configuration', severity: 'warning', message, place: { file: shownPath(file), line: 1 }, help }
}
