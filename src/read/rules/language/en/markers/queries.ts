import type { PhraseText } from '../../phrase-text.ts'

/** How things are found, filtered and put in order. */
export const queriesPhrases: PhraseText = {
  INDEX: `
    index | indexes | indices | indexing | indexed | composite index | partial index | unique index | gin index |
    gist index | b tree | btree | btree index | gin | gist | brin | trigram | pg_trgm | covering index | composite indexes |
    database index | hash index | full text index | search index | index on | indexes on | hnsw | ivfflat |
    secondary index | trigram index | trigram index on | partial index on | composite index on | gin index on | gin on`,
  SORT: `
    sort:verb | sort by | sort | sorted | sorted by | sortable | sortable by | sorting | sorting by | order:verb by |
    order by | ordered by | ordering | ordered | ordering by | in order of | in descending order | in ascending order |
    arranged by | ranked by | rank:verb | in chronological order | chronologically | descending | ascending |
    chronological order | in order | desc | asc | reverse chronological | chronological | in reverse chronological order |
    sort order | display order | order of display | default sort | default sorting | by popularity | listed by`,
  DESCENDING: `
    desc | descending | in descending order | in reverse order | newest first`,
  FILTER: `
    filter | filter:verb | filter by | filters | filtered | filtered by | filtering | filtering by | filterable |
    filterable by | narrow down | narrow by | narrow results | grouped by | group by | browse by | limit results |
    select by | filters for | filter for | filtered list | refine by | faceted | queried by | query by | lookup by |
    lookups by`,
  SEARCH: `
    search | search:verb | search by | search for | search through | searchable | searching | searched | full text search |
    full text | fulltext | look up | find:verb | find by | lookup by | query:verb | search engine | text search |
    keyword search | autocomplete | search bar | search box | search field | search query | fuzzy search | ilike |
    typeahead | semantic search | similarity search | searching by | search phrase | name search | search term |
    search input | search results | keyword`,
  NEW: `
    new:adjective | newly created/added/registered`,
  NEWEST: `
    newest | newest first | latest | latest first | most recent | most recent first | recent first | recently added |
    recently created | most recently | last added | from newest | from the newest | from newest to oldest |
    newest to oldest | newest at the top | newest on top | reverse chronological | reverse chronological order |
    in reverse chronological order | descending by date | from latest | by newest | recent | newest entries |
    most recently created | most recently updated | recently updated | latest on top | most recent on top | latest entries |
    created_at desc | latest at the top | most recent at the top`,
  OLDEST: `
    oldest | oldest first | earliest | earliest first | from oldest | from the oldest | oldest to newest |
    from oldest to newest | chronological order | in chronological order | chronologically | ascending by date |
    oldest at the top | fifo | chronological | soonest | soonest first | nearest first | nearest date`,
  ALPHABETICAL: `
    alphabetical | alphabetically | alphabetical order | in alphabetical order | a to z | a-z | lexicographically |
    alphabetic | a–z`,
}
