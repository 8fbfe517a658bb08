import type { Observation, Proof } from '../../proof/proof.ts'
import { writeCode, writeCodes } from '../form/code.ts'
import { writeText } from '../form/text.ts'
import { type Block, section, table } from './layout.ts'

const letters = { select: 'S', insert: 'I', update: 'U', delete: 'D', execute: 'X' } as const

/** `### Observed on PostgreSQL`: what each actor of the proof could do. Made from the proof each time, ignored when read. */
export function writeObserved(proof: Proof | undefined): readonly Block[] {
  if (proof === undefined || proof.observed.length === 0) return []
  const tables = [...new Set(proof.observed.map(({ table: name }) => name))]
  const actors = proof.actors.map(({ name }) => name)
  const cell = (name: string, actor: string): string => {
    const found = proof.observed.find((observation) => observation.table === name && observation.actor === actor)
    return found === undefined ? '' : allowed(found)
  }
  const described = proof.actors.map(({ name, description }) => `${text(name, false)}: ${text(description, false)}`).join('; ')
  const calls = proof.observed.some((one) => one.allowed.some(({ operation }) => operation === 'execute'))
  const legend = `"S 4/7": four of seven rows were read; "I", "U", "D": may insert, update, delete;${calls ? ' "X": may execute;' : ''} "–": every operation is refused (42501).`
  const rows = tables.map((name) => [writeCode(name, true), ...actors.map((actor) => cell(name, actor))])
  return section('### Observed on PostgreSQL', [
    `${described}. ${legend}`,
    ...table(['Table', ...actors.map((actor) => text(actor, true))], rows),
  ])
}

function allowed(observation: Observation): string {
  const parts = observation.allowed.map(({ operation, columns, seen, of }) => {
    const rows = seen === undefined || of === undefined ? '' : ` ${seen}/${of}`
    return `${letters[operation]}${rows}${columns === undefined ? '' : ` (${writeCodes(columns, true)})`}`
  })
  return parts.length === 0 ? '–' : parts.join(' ')
}

function text(value: string, inCell: boolean): string {
  return writeText(value, { inCell })
}
