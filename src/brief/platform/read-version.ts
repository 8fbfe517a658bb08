import type { Diagnostic, Outcome } from '../../diagnostic/diagnostic.ts'
import type { ProductMention } from './mentions.ts'

const oldest = 15
const newest = 18

/** The major version that stands right after an affirmed mention of PostgreSQL: `PostgreSQL 16`, `postgres:15-alpine`, `Postgres (v17.2)`. */
export function readVersion(mentions: readonly ProductMention[], fallback: number): Outcome<number> {
  for (const mention of mentions) {
    if (!mention.affirmed || (mention.product.kind !== 'postgres' && mention.product.kind !== 'supabase')) continue
    const after = mention.context.slice(mention.context.indexOf(mention.quote) + mention.quote.length)
    const pattern =
      mention.product.kind === 'postgres'
        ? /^\W{0,4}(?:v|ver\.?|version|wersj[aiąę])?\W{0,2}(\d{1,2})(?:\.(?:\d+|x))?\+?(?![\d%])/i
        : /^\W{0,3}(?:postgres(?:ql)?)\s*v?(\d{1,2})\b/i
    const found = pattern.exec(after)
    if (found === null) continue
    const version = Number(found[1])
    if (version >= oldest && version <= newest) return { value: version, diagnostics: [] }
    if (version >= 9 && version <= 40)
      return { value: version < oldest ? oldest : newest, diagnostics: [unsupported(mention, version)] }
  }
  return { value: fallback, diagnostics: [] }
}

function unsupported(mention: ProductMention, version: number): Diagnostic {
  const used = version < oldest ? oldest : newest
  return {
    code: 'brief/version-unsupported',
    severity: 'warning',
    message: `PostgreSQL ${version} is named here; the plan is for version ${used}.`,
    place: mention.place,
    help: `dbplan designs and proves for PostgreSQL ${oldest} to ${newest}.`,
  }
}
