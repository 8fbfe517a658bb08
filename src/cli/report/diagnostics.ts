import type { Diagnostic, Severity } from '../../diagnostic/diagnostic.ts'
import { formatPlace } from '../../diagnostic/place.ts'
import type { Output } from '../output.ts'

const order: readonly Severity[] = ['error', 'warning', 'note']

/** Writes diagnostics to the error stream, the gravest last so that they stand nearest to the prompt: what, where, what to do. */
export function reportDiagnostics(diagnostics: readonly Diagnostic[], { err }: Output): void {
  const paint: Readonly<Record<Severity, (text: string) => string>> = { error: err.red, warning: err.yellow, note: err.cyan }
  for (const severity of order.toReversed()) {
    for (const diagnostic of diagnostics) {
      if (diagnostic.severity !== severity) continue
      err.write(`${paint[severity](severity)}: ${clean(diagnostic.message)} ${err.dim(`[${diagnostic.code}]`)}\n`)
      if (diagnostic.place !== undefined) err.write(`  ${err.bold(formatPlace(diagnostic.place))}\n`)
      if (diagnostic.help !== undefined) err.write(`  ${clean(diagnostic.help)}\n`)
    }
  }
}

/** Messages quote documents; control characters in them must not reach a terminal. */
export function clean(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}
