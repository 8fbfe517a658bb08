import type { Orm, Platform, PlatformKind } from '../../schema/platform.ts'
import { joinLines } from '../form/inline.ts'
import { readText } from '../form/text.ts'
import { ormTitles } from '../write/header.ts'
import { isParagraph, paragraphInline, type Section } from './markdown.ts'
import type { PlanText } from './tables.ts'

const kinds: readonly (readonly [RegExp, PlatformKind])[] = [
  [/\bsupabase\b/i, 'supabase'],
  [/\bneon\b/i, 'neon'],
]

/** The project's name from `# Database plan: …`. */
export function readTitle(section: Section): string {
  const inline = section.heading
  const prefix = /^database plan:?\s*/i.exec(inline.text)
  return readText({ ...inline, text: prefix === null ? inline.text : inline.text.slice(prefix[0].length) })
}

/** The platform from the line `PostgreSQL 17 on Supabase, with Drizzle · …`; what follows the first dot is rewritten each time. */
export function readPlatform(section: Section, { text, report }: PlanText): Platform {
  const line = section.blocks
    .filter(isParagraph)
    .map((node) => paragraphInline(node, text))
    .find((inline) => /^\W*PostgreSQL\s+\d/i.test(inline.text))
  const head = joinLines(line?.text ?? '').split('·')[0] ?? ''
  const version = Number(/PostgreSQL\s+(\d+)/i.exec(head)?.[1] ?? Number.NaN)
  if (line === undefined || !(version >= 15 && version <= 18)) {
    const found = line === undefined ? 'no line says which PostgreSQL this plan is for' : `PostgreSQL ${version} is not supported`
    report.add(
      'plan/platform',
      'error',
      line?.start ?? section.heading.start,
      found,
      'write "PostgreSQL 17 on Supabase" under the title, with a version from 15 to 18',
    )
  }
  const kind = kinds.find(([pattern]) => pattern.test(head))?.[1] ?? 'postgres'
  const orms = Object.entries(ormTitles) as (readonly [Orm, string])[]
  const orm = orms.find(([, title]) => head.toLowerCase().includes(title.toLowerCase()))?.[0]
  return { kind, version: version >= 15 && version <= 18 ? version : 17, ...(orm === undefined ? {} : { orm }) }
}
