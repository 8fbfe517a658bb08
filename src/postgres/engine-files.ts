import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Compiled code. The compiler's library for Node has no types for WebAssembly. */
type WasmModule = object
declare const WebAssembly: { readonly compile: (bytes: Uint8Array) => Promise<WasmModule> }

/** What every start of the embedded PostgreSQL reads, whatever the database: its code, compiled, and its own files. */
export interface EngineFiles {
  readonly pgliteWasmModule: WasmModule
  readonly fsBundle: Blob
}

let loading: Promise<EngineFiles> | undefined

/** Read and compiled once a process, beside whatever else the process does meanwhile. */
export function loadEngineFiles(): Promise<EngineFiles> {
  loading ??= load()
  return loading
}

async function load(): Promise<EngineFiles> {
  const folder = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'))
  const [pgliteWasmModule, fsBundle] = await Promise.all([
    readFile(join(folder, 'pglite.wasm')).then((bytes) => WebAssembly.compile(bytes)),
    readFile(join(folder, 'pglite.data')),
  ])
  return { pgliteWasmModule, fsBundle: new Blob([fsBundle]) }
}
