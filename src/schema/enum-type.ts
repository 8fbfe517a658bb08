import type { Reason } from './reason.ts'

export interface EnumType {
  readonly schema: string
  readonly name: string
  readonly values: readonly string[]
  readonly comment?: string
  readonly reasons: readonly Reason[]
}
