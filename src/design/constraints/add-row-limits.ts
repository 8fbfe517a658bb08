import type { Trigger } from '../../schema/trigger.ts'
import { triggerFunction } from '../../schema/trigger-function.ts'
import { identifier, literal, qualified } from '../../sql/quote.ts'
import type { Draft, DraftRoutine, DraftTable, Question } from '../draft.ts'
import { oneLine } from '../notes/one-line.ts'
import { because, supposed, type Why } from '../why.ts'
import { type OpenLimit, type RowLimit, rowLimits } from './row-limits.ts'
import { conditionOf } from './which-rows.ts'

/**
 * "At most 10 lists per user" as a trigger, since a constraint sees one row. It counts after the rows are in, so that an upsert that adds none
 * is none of its business; as the owner of the function, since policies may hide rows that count; and after a lock for the one whose rows
 * they are, or two sessions at once would each count what the other has not committed. (PostgreSQL manual, 13.2.1, 13.3.5 and 39.2.)
 */
export function addRowLimits(draft: Draft): Draft {
  const routines: DraftRoutine[] = [...draft.routines]
  const questions: Question[] = [...draft.questions]
  const tables = draft.tables.map((table) => {
    const { kept, open } = rowLimits(table, draft)
    for (const one of open) questions.push(questionOf(one, table))
    if (kept.length === 0) return table
    const made = kept.map((limit) => limited(limit, table, draft.traits.helperSchema))
    routines.push(...made.map(({ routine }) => routine))
    return { ...table, triggers: [...table.triggers, ...made.map(({ trigger }) => trigger)] }
  })
  return { ...draft, tables, routines, questions }
}

function limited(limit: RowLimit, table: DraftTable, schema: string) {
  const { column, maximum, counting } = limit
  const why = because(limit.claims)
  const name = `limit_${table.name}_per_${column.name}`.slice(0, 63)
  const target = qualified('public', table.name)
  const conditions = (prefix: string) => counting.map((state) => conditionOf(state, prefix))
  const held = identifier(column.name)
  const counted = [`${held} = new.${held}`, ...conditions('')].join(' and ')
  const steps = [
    '  -- Whoever adds to the same ones waits here for the other to commit, and then counts its rows too.',
    `  perform pg_advisory_xact_lock(hashtextextended(${literal(`${target}.${column.name} `)} || new.${held}::text, 0));`,
    `  if (select count(*) from ${target} where ${counted}) > ${maximum} then`,
    `    raise exception ${literal(`there may be at most ${maximum} ${table.name.replaceAll('_', ' ')} here`)}`,
    `      using errcode = 'check_violation', schema = 'public', table = ${literal(table.name)}, constraint = ${literal(name)};`,
    '  end if;',
  ]
  const body =
    counting.length === 0
      ? steps
      : [`  if ${conditions('new.').join(' and ')} then`, ...steps.map((line) => `  ${line}`), '  end if;']
  const { reasons: _none, ...routine } = triggerFunction({
    schema,
    name,
    body: ['', 'begin', ...body, '  return null;', 'end', ''].join('\n'),
    comment: `At most ${maximum} rows of ${table.name} per ${column.name}. Runs as its owner, for policies may hide rows that count.`,
    reasons: [],
  })
  const trigger: Omit<Trigger, 'reasons'> & { readonly why: Why } = {
    name: `limit_per_${column.name}`.slice(0, 63),
    timing: 'after',
    events: [{ kind: 'insert' }, { kind: 'update', columns: [column.name, ...counting.map((one) => one.column)] }],
    level: 'row',
    function: `${schema}.${name}`,
    purpose: `at most ${maximum} per \`${column.name}\`${counting.length === 0 ? '' : ` where \`${conditions('').join(' and ')}\``}`,
    why,
  }
  return { routine: { ...routine, security: 'definer' as const, why }, trigger }
}

function questionOf({ open, claims }: OpenLimit, table: DraftTable): Question {
  const [first] = claims
  const said = oneLine(first?.entity.text ?? table.name, 60)
  const per = oneLine(first?.per?.name.replaceAll('_', ' ') ?? 'owner', 40)
  const texts: Readonly<Record<OpenLimit['open'], string>> = {
    number: `How many \`${table.name}\` may there be per ${per}? The documents speak of a limit and give no number: none is kept.`,
    'which rows': `"${said}" per ${per}: no column of \`${table.name}\` says which of its rows are ${first?.which ?? 'meant'}, so that the limit of ${first?.maximum ?? 0} is kept by nothing.`,
    whose: `At most ${first?.maximum ?? 0} \`${table.name}\` per ${per}: no column says whose limit it is, so that it is kept by nothing.`,
  }
  return {
    id: `${table.name}/limit/${open}`,
    topic: 'cardinalities',
    text: texts[open],
    why: { ...supposed, sources: because(claims).sources },
  }
}
