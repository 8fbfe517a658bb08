import type { Brief } from '../../brief/brief.ts'
import type { Document } from '../../brief/document.ts'
import type { Findings } from '../reader.ts'
import type { Part } from './parts.ts'

/** Lines before and after a place that are shown with it. */
const around = 10

/** What is shown again in a round: documents that fit whole; of longer ones what stands around the places that the findings name. */
export function reviewParts(brief: Brief, findings: Findings, most: number): readonly Part[] {
  const documents = brief.documents.filter((document) => document.kind === 'prd' || document.kind === 'notes')
  const whole = (document: Document): Part => ({ document, from: 1, to: document.lines.length, headings: [] })
  if (documents.reduce((sum, { text }) => sum + text.length, 0) <= most) return documents.map(whole)
  const said = [...findings.uncovered, ...findings.contradictory, ...findings.unproven, ...findings.asked].join('\n')
  const lines = new Map(documents.map((document) => [document.id, new Set<number>()]))
  const show = (id: string, line: number) => lines.get(id)?.add(line)
  for (const [, id = '', line] of said.matchAll(/\b([a-z]+(?:-\d+)?):(\d+)\b/g)) show(id, Number(line))
  for (const requirement of brief.requirements) if (said.includes(requirement.id)) show(requirement.document, requirement.line)
  return documents.flatMap((document) => {
    const parts: Part[] = []
    for (const line of [...(lines.get(document.id) ?? [])].sort((a, b) => a - b)) {
      const last = parts.at(-1)
      const from = Math.max(1, line - around)
      const to = Math.min(document.lines.length, line + around)
      if (last !== undefined && from <= last.to + 1) parts[parts.length - 1] = { ...last, to: Math.max(last.to, to) }
      else parts.push({ document, from, to, headings: [] })
    }
    return parts
  })
}
