import type { GalleryCase } from './case.ts'
import { acceptsCases } from './cases/accepts.ts'
import { accessCases } from './cases/access.ts'
import { appliesCases } from './cases/applies.ts'
import { attackCases } from './cases/attacks.ts'
import { indexCases } from './cases/indexes.ts'
import { mistakeCases } from './cases/mistakes.ts'

/** Schemas with one hole each, beside the same schemas without it. */
export const gallery: readonly GalleryCase[] = [
  ...appliesCases,
  ...acceptsCases,
  ...accessCases,
  ...attackCases,
  ...mistakeCases,
  ...indexCases,
]
