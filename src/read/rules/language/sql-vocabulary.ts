const types = `bigint bigserial bit bool boolean bytea char character cidr citext date daterange decimal double float float4 float8 inet int int2 int4 int8 integer interval json jsonb money nvarchar
  numeric numrange real serial smallint smallserial text time timestamp timestamptz tsrange tstzrange tsvector uuid varchar vector`
const keywords = `add all alter and any as asc between by cascade check collate column constraint create default deferrable delete desc distinct drop each enable enum exists exclude false for foreign force from generated
  grant group gin gist btree brin having identity if ilike in index initially insert into is join key level like limit no not null nulls on only or order policy precision primary references returning restrict revoke row rls rows schema security select
  set stored table then to trigger true unique update using values varying view when where with without zone always action now gen_random_uuid array get post put patch`

const words: ReadonlySet<string> = new Set(`${types} ${keywords}`.split(/\s+/))

/** Whether a word in a code span is one of SQL rather than a name. Small letters may be a name (`date`, `text`, `order`): only the rest counts. */
export function isSqlWord(text: string): boolean {
  const lower = text.toLowerCase()
  return words.has(lower) && (text === text.toUpperCase() || sure.has(lower))
}

/** Whether SQL has this word at all, however it is written. */
export function isSqlKeyword(text: string): boolean {
  return words.has(text.toLowerCase())
}

const sure: ReadonlySet<string> = new Set(
  'bigint bigserial bytea citext int2 int4 int8 jsonb nvarchar smallint smallserial timestamptz tsvector varchar uuid not null unique references cascade in is and or on where default primary true false now gen_random_uuid asc desc'.split(
    ' ',
  ),
)
