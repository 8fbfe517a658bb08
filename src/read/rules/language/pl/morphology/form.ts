/** Grammatical cases as bits, so that agreement is an `&`. */
export const NOM = 1
export const GEN = 2
export const DAT = 4
export const ACC = 8
export const INS = 16
export const LOC = 32
export const ANY_CASE = 63

export type Gender = 'm' | 'f' | 'n'

/** One inflected form of a lemma. */
export interface Form {
  readonly text: string
  readonly plural: boolean
  readonly cases: number
}

export const singular = (cases: number, text: string): Form => ({ text, plural: false, cases })
export const pluralForm = (cases: number, text: string): Form => ({ text, plural: true, cases })
