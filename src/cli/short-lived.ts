import { setFlagsFromString } from 'node:v8'

/** V8 of Node 20, 22 and 24: those whose flags of these names are known to do this. Another V8 would complain on the terminal. */
const known: readonly (readonly [version: RegExp, flags: readonly string[]])[] = [
  [/^1[1-3]\./, ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering']],
  // Both four times what they are by themselves.
  [/^11\./, ['--interrupt-budget=300000']],
  [/^1[23]\./, ['--invocation-count-for-turbofan=12000']],
]

/**
 * Has V8 compile for a process that ends after a second or two. PostgreSQL and its parser are WebAssembly, which V8 compiles quickly at first and then again for
 * speed: without the second pass the proof takes a third of the CPU time. Functions in JavaScript are compiled for speed later than usual: what a command
 * has in compiled functions it has paid for with a sixth of its CPU time, on processors that the engines could use.
 *
 * The whole process is affected, so this is for the command line alone, before anything is compiled.
 */
export function compileForShortLife(): void {
  for (const [version, flags] of known) if (version.test(process.versions.v8)) for (const flag of flags) setFlagsFromString(flag)
}
