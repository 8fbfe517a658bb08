const recorded = /(^|_)(log|logs|event|history|audit|audit_trail|statistics?|stats?|metric|error|failure|attempt)$/

/** Whether a table holds what a program writes down about what happens, by the last word of its name. Its rows are written once. */
export function isRecord(key: string): boolean {
  return recorded.test(key)
}
