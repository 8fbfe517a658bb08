import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Place } from '../diagnostic/place.ts'
import type { Edit } from '../diagnostic/spot.ts'
import type { Part } from '../schema/part-key.ts'

/** Something a rule found: a diagnostic with the line it is about and, where the mend is certain, what mends it. */
export interface Finding extends Diagnostic {
  readonly part?: Part
  /** The line of the document that the finding is about. */
  readonly quote?: string
  readonly fix?: Fix
  /** The line of another document that the part is held against, and where it stands. */
  readonly asked?: { readonly place: Place; readonly quote: string }
}

/** A mend that is certain: as SQL for a database that is there, as edits of the document where those are possible. */
export interface Fix {
  readonly sql?: string
  readonly edits?: readonly Edit[]
}
