import type { View } from '../../../schema/view.ts'
import type { Node } from '../../../sql/parser/syntax-tree.ts'
import { stringOf } from './grants.ts'
import { Slices } from './slices.ts'

/** The query of a view as it is written, and how it runs. */
export function readViewQuery(
  text: string,
  materialized: boolean,
  options: readonly Node[],
): Pick<View, 'query' | 'securityInvoker' | 'materialized'> {
  const slices = new Slices(text)
  const query = slices.between(slices.find(['as']) + 1, -1).replace(/;\s*$/, '')
  const invoker = options.some((node) => {
    if (!('DefElem' in node) || node.DefElem.defname !== 'security_invoker') return false
    const value = stringOf(node.DefElem.arg).toLowerCase()
    return node.DefElem.arg === undefined || ['true', 'on', '1', 'yes'].includes(value)
  })
  return { query, securityInvoker: invoker, ...(materialized ? { materialized: true } : {}) }
}
