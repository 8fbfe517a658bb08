const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs `cleanUp` before a signal ends the process, which then ends by that signal as it would have. A second signal ends it at once.
 *
 * @returns what takes the handlers away again.
 */
export function beforeInterrupt(cleanUp: () => Promise<void>): () => void {
  const handle = (signal: NodeJS.Signals): void => {
    release()
    void cleanUp()
      .catch(() => undefined)
      .finally(() => process.kill(process.pid, signal))
  }
  const release = (): void => {
    for (const signal of signals) process.removeListener(signal, handle)
  }
  for (const signal of signals) process.on(signal, handle)
  return release
}
