import type { Section } from './markdown.ts'
import type { Report } from './report.ts'

/** The six sections of a plan. */
export const mainSections = ['tables', 'relationships', 'indexes', 'policies', 'notes', 'diagram'] as const
export type MainSection = (typeof mainSections)[number]

const mainNames: Readonly<Record<MainSection, readonly string[]>> = {
  tables: ['tables'],
  relationships: ['relationships', 'relations'],
  indexes: ['indexes', 'indices'],
  policies: ['postgresql policies', 'policies', 'access', 'security'],
  notes: ['notes'],
  diagram: ['diagram'],
}

/** A heading without its number, in lower case: `## 4. PostgreSQL policies` → `postgresql policies`. */
export function headingName(section: Section): string {
  return section.heading.text
    .replace(/^\d+(?:\.\d+)*[.)]?\s+/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

/** Finds the six sections, wherever a person moved them; any other heading of their level is reported. */
export function findMainSections(root: Section, report: Report): ReadonlyMap<MainSection, Section> {
  const found = new Map<MainSection, Section>()
  for (const section of root.children) {
    const name = headingName(section)
    const key = mainSections.find((candidate) => mainNames[candidate].includes(name))
    if (key === undefined) {
      report.add(
        'plan/unknown-section',
        'warning',
        section.heading.start,
        `the section "${section.heading.text}" is not read`,
        'a plan has the sections Tables, Relationships, Indexes, PostgreSQL policies, Notes and Diagram',
      )
    } else if (found.has(key)) {
      report.add(
        'plan/duplicate',
        'warning',
        section.heading.start,
        `there is a second section "${section.heading.text}"; only the first is read`,
      )
    } else {
      found.set(key, section)
    }
  }
  return found
}
