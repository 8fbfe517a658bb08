import pc from 'picocolors'

/** Where a command writes: results to `out`, everything else to `err`. Colours and progress only where a terminal shows them. */
export interface Output {
  readonly out: Style & { write(text: string): void }
  readonly err: Style & { write(text: string): void }
  readonly json: boolean
  /** Whether progress may be shown. */
  readonly live: boolean
  /** Width of the terminal, or of a comfortable page. */
  readonly width: number
}

export type Style = Pick<ReturnType<typeof pc.createColors>, 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan'>

export function openOutput(options: { readonly json?: boolean }): Output {
  const json = options.json === true
  const stream = (to: NodeJS.WriteStream) => ({
    ...pc.createColors(pc.isColorSupported && to.isTTY === true && !json),
    write: (text: string) => void to.write(text),
  })
  return {
    out: stream(process.stdout),
    err: stream(process.stderr),
    json,
    live: process.stderr.isTTY === true && !json && process.env.CI === undefined,
    width: Math.max(60, Math.min(process.stdout.columns ?? 100, 120)),
  }
}
