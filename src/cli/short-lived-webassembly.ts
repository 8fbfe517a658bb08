import { setFlagsFromString } from 'node:v8'

/** V8 of Node 20 to 24: those whose flags of these names are known to do this. Another V8 would complain on the terminal. */
const known = /^1[1-3]\./

/**
 * PostgreSQL and its parser are WebAssembly. V8 compiles it quickly at first and then again for speed, which a command that ends after a second or two
 * never gets back: without the second pass the proof takes a third of the CPU time. The whole process is affected, so this is for the command
 * line alone, before anything is compiled.
 */
export function compileWebAssemblyOnce(): void {
  if (!known.test(process.versions.v8)) return
  setFlagsFromString('--no-wasm-tier-up')
  setFlagsFromString('--no-wasm-dynamic-tiering')
}
