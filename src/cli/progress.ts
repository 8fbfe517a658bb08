import type { Output } from './output.ts'

/** One line on the terminal that says what is being done, and is gone when it is done. */
export interface Progress {
  show(what: string): void
  done(): void
}

export function startProgress({ err, live }: Output): Progress {
  if (!live) return { show: () => undefined, done: () => undefined }
  const clear = '\r\u001b[2K'
  return {
    show: (what) => err.write(`${clear}${err.dim(`${what} …`)}`),
    done: () => err.write(clear),
  }
}
