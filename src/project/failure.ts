import type { Place } from '../diagnostic/place.ts'

/** Something the person who runs a command can mend: it is shown without a stack. */
export class Failure extends Error {
  readonly help: string | undefined
  readonly place: Place | undefined
  constructor(message: string, details: { readonly help?: string; readonly place?: Place } = {}) {
    super(message)
    this.name = 'Failure'
    this.help = details.help
    this.place = details.place
  }
}
