import { displayName } from '../../schema/lookups.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

const moneyWords =
  /(^|_)(prices?|costs?|amount|fees?|salary|wages?|total|subtotal|balance|budget|tax|vat|net|gross|deposit|refund|payment|payout|revenue|commission|rent|cena|ceny|kwota|koszt|oplata|wynagrodzenie|saldo|zaliczka|kaucja|stawka|skladka|czynsz|naleznosc|rata|wplata|wyplata|pensja|premia|honorarium|netto|brutto)(_|$)/

/** Money is `numeric(p,s)`. */
export const moneyType: Rule = {
  code: 'type/money',
  severity: 'warning',
  what: 'Money is kept as money or as a float.',
  why: 'The first depends on the locale of the server and has no currency; floats lose cents.',
  advice: 'Use numeric(12,2), with a currency column where more than one is possible.',
  fails: 'create table sales (id uuid primary key, price real not null); alter table sales enable row level security;',
  passes:
    'create table sales (id uuid primary key, price numeric(12,2) not null, weight real); alter table sales enable row level security;',
  check: ({ schema }) =>
    schema.tables.flatMap((table) =>
      table.columns
        .filter(({ name, type }) => type === 'money' || (/^float[48]$/.test(type) && moneyWords.test(name)))
        .map((column) => ({
          part: partIn(table, 'column', column.name),
          message: `${displayName(table)}.${column.name} keeps money as ${column.type}.`,
        })),
    ),
}
