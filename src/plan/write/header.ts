import type { Proof } from '../../proof/proof.ts'
import type { Plan } from '../../schema/plan.ts'
import type { Orm, Platform } from '../../schema/platform.ts'
import { traitsOf } from '../../schema/platform.ts'
import type { Reason } from '../../schema/reason.ts'
import { writeText } from '../form/text.ts'
import type { Block } from './layout.ts'
import { proofLine } from './proof.ts'

/** How people write the names of object-relational mappers. */
export const ormTitles: Readonly<Record<Orm, string>> = {
  prisma: 'Prisma',
  drizzle: 'Drizzle',
  typeorm: 'TypeORM',
  sequelize: 'Sequelize',
  'mikro-orm': 'MikroORM',
  kysely: 'Kysely',
  sqlalchemy: 'SQLAlchemy',
  django: 'Django',
  rails: 'Rails',
  hibernate: 'Hibernate',
  'ef-core': 'EF Core',
  eloquent: 'Eloquent',
}

/** The title, the platform with what the plan holds and how it was proven, and how to read the references. */
export function writeHeader(plan: Plan, proof: Proof | undefined): readonly Block[] {
  const { tables, views } = plan.schema
  const title =
    plan.title === '' ? '# Database plan' : `# Database plan: ${writeText(plan.title, { inCell: false, blockStart: true })}`
  const counts = [count(tables.length, 'table'), ...(views.length === 0 ? [] : [count(views.length, 'view')])].join(', ')
  return [title, [platformLine(plan.schema.platform), counts, proofLine(proof)].join(' · '), ...legend(plan)]
}

/** `PostgreSQL 17 on Supabase, with Drizzle`: what the reader takes the platform from. */
export function platformLine(platform: Platform): string {
  const on = platform.kind === 'postgres' ? '' : ` on ${traitsOf(platform).title}`
  const orm = platform.orm === undefined ? '' : `, with ${ormTitles[platform.orm]}`
  return `PostgreSQL ${platform.version}${on}${orm}`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

const meanings: Readonly<Record<Reason['kind'], (example: Reason) => string>> = {
  source: (r) => (r.kind === 'source' ? `\`${r.document}:${r.line}\` is line ${r.line} of the document \`${r.document}\`` : ''),
  assumption: (r) => (r.kind === 'assumption' ? `\`A${r.number}\` the assumption of that number in section 5` : ''),
  convention: () => '`convention` marks what no document says and every such schema has',
  inferred: () => '`inferred` what this plan supposes',
  found: () => '`found` what the database had already',
}

/** Explains the kinds of references that this plan uses, each by its first example. */
function legend(plan: Plan): readonly Block[] {
  const first = new Map<Reason['kind'], Reason>()
  for (const reason of reasonsIn(plan)) if (!first.has(reason.kind)) first.set(reason.kind, reason)
  const kinds = Object.keys(meanings) as Reason['kind'][]
  const parts = kinds.flatMap((kind) => {
    const example = first.get(kind)
    return example === undefined ? [] : [meanings[kind](example)]
  })
  return parts.length === 0 ? [] : [`${parts.join('; ')}.`]
}

function reasonsIn(value: unknown): readonly Reason[] {
  if (Array.isArray(value)) return value.flatMap(reasonsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'reasons' ? (inner as readonly Reason[]) : reasonsIn(inner)))
}
