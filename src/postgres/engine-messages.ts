import type { EngineStart } from './engine.ts'

/** What the thread of an engine is asked for. */
export interface Request {
  readonly id: number
  readonly ask:
    | { readonly kind: 'start'; readonly start: EngineStart }
    | { readonly kind: 'query'; readonly sql: string; readonly params?: readonly unknown[] }
    | { readonly kind: 'exec'; readonly sql: string }
}

export interface Answer {
  readonly id: number
  readonly value?: unknown
  readonly error?: { readonly message: string; readonly fields: Readonly<Record<string, unknown>> }
}
