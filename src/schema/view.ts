import type { Reason } from './reason.ts'

export interface ViewColumn {
  readonly name: string
  readonly type: string
  readonly comment?: string
  readonly reasons: readonly Reason[]
}

export interface View {
  readonly schema: string
  readonly name: string
  readonly columns: readonly ViewColumn[]
  /** The query, without `create view … as` and without the closing semicolon. */
  readonly query: string
  readonly securityInvoker: boolean
  readonly materialized?: boolean
  readonly comment?: string
  readonly reasons: readonly Reason[]
}
