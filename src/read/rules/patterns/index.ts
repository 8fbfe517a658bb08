import type { Pattern } from '../reading.ts'
import { columnItems } from './column-items.ts'
import { columnLists } from './column-lists.ts'
import { relationLines } from './relation-lines.ts'
import { sqlBlocks } from './sql-blocks.ts'

/** All families, in the order in which their claims stand when they are read at the same place. */
export const patterns: readonly Pattern[] = [sqlBlocks, columnLists, columnItems, relationLines]
