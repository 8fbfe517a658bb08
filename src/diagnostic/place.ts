/** A position in a file that a person can open: path relative to the project folder, line and column counted from 1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column?: number
}

/** `file:line:column`, the form editors and terminals make clickable. */
export function formatPlace(place: Place): string {
  return place.column === undefined ? `${place.file}:${place.line}` : `${place.file}:${place.line}:${place.column}`
}
