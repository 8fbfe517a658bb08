/** Words of database talk, which a sentence may use as if they were names. */
export const databaseWords: ReadonlySet<string> = new Set([
  'field',
  'column',
  'attribute',
  'value',
  'key',
  'table',
  'entity',
  'relationship',
  'relation',
  'type',
  'data_type',
  'index',
  'indexe',
  'constraint',
  'policy',
  'trigger',
  'function',
  'primary_key',
  'foreign_key',
  'enum',
  'query',
  'schema',
  'database',
  'operation',
  'migration',
  'parameter',
  'record',
  'row',
  'name',
  'data',
  'information',
  'rl',
  'decision',
  'recommendation',
  'summary',
  'question',
  'answer',
  'assumption',
  'requirement',
  'model',
  'data_model',
])

/** Those of them that are things of some products as well: locomotive models, cellar operations, questions of a quiz. */
const thingsToo: ReadonlySet<string> = new Set([
  'operation',
  'model',
  'question',
  'answer',
  'record',
  'query',
  'parameter',
  'requirement',
  'decision',
  'recommendation',
  'function',
])

/** Whether a name is database talk where it stands. `listed`: it has its columns listed, stands in a ratio, or is called a table by its identifier. */
export function isDatabaseTalk(key: string, listed: boolean): boolean {
  return databaseWords.has(key) && !(listed && thingsToo.has(key))
}
