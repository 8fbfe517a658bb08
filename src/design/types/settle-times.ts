import { type Draft, type DraftColumn, type DraftTable, mapTables } from '../draft.ts'

/**
 * What two names say together of their types, where no document states one: times that begin and end a row with a day of its own are times of that day
 * (`date`, `start_time`, `end_time`; `pickup_date`, `pickup_time`); `…_from` with `…_until` or `…_to` are days.
 */
export function settleTimes(draft: Draft): Draft {
  return mapTables(draft, (table) => ({ ...table, columns: table.columns.map((column) => settled(column, table)) }))
}

function settled(column: DraftColumn, table: DraftTable): DraftColumn {
  if (column.part !== 'attribute' || column.default !== undefined || isStated(column)) return column
  const moment = /^(.+)_time$/.exec(column.name)?.[1]
  if (moment !== undefined && column.type === 'timestamptz' && hasDay(table, moment)) return { ...column, type: 'time' }
  const pair = /^(?:(.+)_)?(from|to|until)$/.exec(column.name)
  if (pair === null || /^(?:time|hour)$/.test(pair[1] ?? '')) return column
  const others = pair[2] === 'from' ? ['to', 'until'] : ['from']
  const stem = pair[1] === undefined ? '' : `${pair[1]}_`
  const other = table.columns.find((each) => others.some((end) => each.name === `${stem}${end}`))
  if (other === undefined) return column
  return { ...column, type: isStated(other) && /^(date|time|timestamptz)$/.test(other.type) ? other.type : 'date' }
}

function isStated(column: DraftColumn): boolean {
  return column.facts?.attributes.some((claim) => claim.type !== undefined) === true
}

/** A day of its own (`pickup_date` beside `pickup_time`), or the row's one day for what begins and ends it. */
function hasDay(table: DraftTable, moment: string): boolean {
  const days = table.columns.filter((column) => column.type === 'date').map((column) => column.name)
  const whole =
    /^(start|end)$/.test(moment) && days.some((name) => /(^|_)(date|day)$|_on$/.test(name) && !/^(start|end)_/.test(name))
  return whole || days.includes(`${moment}_date`) || days.includes(`${moment}_on`)
}
