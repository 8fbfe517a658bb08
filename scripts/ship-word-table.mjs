// Part of the build: the table of English words goes into the package, so that a process opens it instead of taking in the model it is made of.
import { join, resolve } from 'node:path'

const dist = resolve(import.meta.dirname, '../dist')
const { shipWordTable } = await import(join(dist, 'ship-word-table.mjs'))
shipWordTable(dist)
