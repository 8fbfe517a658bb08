/** An id at the beginning of a text and what follows it. `field`: written as `ID: US-001`. */
export interface RequirementId {
  readonly id: string
  readonly rest: string
  readonly field: boolean
}

/** Prefixes that PRDs number requirements with. Other capitals before digits (`UTF-8`, `GPT-4`) are names of things. */
const prefix = '(?:US|FR|F|NFR|REQ|R|UC|BR|FN|RF|WF|WNF|WP|HU|UH|HS|ST|FEAT|EPIC|PRD|AC|TC|FT|FUN|SEC|DR|UR|SR|NFR|TR|UI)'
const hyphen = '[-_\\u2010-\\u2015]'
const number = '\\d{1,4}(?:[.]\\d{1,3}){0,3}[a-zA-Z]?'
const known = `${prefix}(?:${hyphen}${number}(?:${hyphen}\\d{1,3})?|(?:${hyphen})[A-Z]{1,5}${hyphen}\\d{1,4})|(?:US|FR|NFR|REQ|UC|FEAT) ?\\d{1,4}(?:[.]\\d{1,3})*`
const label = '(?:ID|Id|Identyfikator|User [Ss]tory|Story|Historyjka|Historia|Wymaganie|Requirement|Feature|Epic|Use [Cc]ase)'
const boundary = '(?![\\p{L}\\p{N}])'

const idField = new RegExp(
  `^[\\[(]?(?:ID|Id|id|Identyfikator|Identifier)\\]?\\s*(?:[:=#–—-]|\\s)\\s*[\\[(]?([A-Z][A-Z0-9]{0,9}${hyphen}?${number}(?:${hyphen}\\d{1,3})?)[\\])]?${boundary}`,
  'u',
)
const plainId = new RegExp(`^(?:${label}\\s*[:#]?\\s*)?[\\[(]?(${known})[\\])]?${boundary}`, 'u')

/** Reads the id that a text begins with: `US-003: Sign in`, `[FR-01.1] …`, `ID: US-004`. */
export function readRequirementId(text: string): RequirementId | undefined {
  const start = text.slice(0, 80)
  const field = idField.exec(start)
  const match = field ?? plainId.exec(start)
  if (match === null) return undefined
  const after = text.slice(match[0].length)
  // `US-003 and US-004 need …` is a sentence about requirements; `US-001, US-002` a list of them.
  if (field === null && /^\s*(?:,|\/|i |oraz |and |or |lub |&|–\s*[A-Z]{1,5}-\d)/.test(after)) return undefined
  return { id: normalise(match[1] as string), rest: after.replace(/^[\s:.,;|)\]–—-]+/, '').trim(), field: field !== null }
}

function normalise(id: string): string {
  return id.replace(new RegExp(hyphen, 'gu'), '-').replace(/ /g, '-')
}
