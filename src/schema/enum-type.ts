import type { Reason } from './reason.ts'

export interface EnumType {
  readonly schema: string
  readonly name: string
  readonly values: readonly string[]
  readonly comment?: string
  /** What it was called before. */
  readonly was?: string
  readonly reasons: readonly Reason[]
}
