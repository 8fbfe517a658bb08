import type { Brief, Requirement } from '../../brief/brief.ts'
import type { Block, Document, Zone } from '../../brief/document.ts'
import type { Claim } from '../../claim/claim.ts'
import type { Authority } from '../../claim/source.ts'
import { groupedBy } from '../../schema/grouped-by.ts'
import type { Reader } from '../reader.ts'
import { settleValues } from './columns/values-of-block.ts'
import { analyseDocument } from './language/analyse-document.ts'
import { detectLanguage } from './language/detect-language.ts'
import { type LanguageModels, loadLanguages } from './language/load-languages.ts'
import type { LanguageModel, Sentence } from './language/sentence.ts'
import { patterns } from './patterns/index.ts'
import { enumsOf } from './patterns/sql-blocks.ts'
import type { Found, Reading } from './reading.ts'
import { rememberingModel } from './remembering-model.ts'
import { requirementClaims } from './requirements/requirement-claims.ts'
import { topicsOfRequirements } from './requirements/topics-of-requirements.ts'
import { roundSubjects } from './rounds/round-subjects.ts'
import { type Settled, settleRounds } from './rounds/settle-rounds.ts'
import { silentModel } from './silent-model.ts'
import { asksForCaller, policyIn } from './sql/policy-meaning.ts'
import { loadSqlParser, type SqlParser } from './sql/sql-tree.ts'
import { decideTables } from './tables/decided-tables.ts'
import { buildEntityIndex } from './tables/entity-index.ts'
import { rowTitlesOf, titlesOf, withSections } from './tables/section-titles.ts'
import { buildThingIndex } from './tables/things.ts'
import { inlinesOf } from './text/blocks.ts'
import { lineOfCode } from './text/code-lines.ts'
import type { Passage } from './text/passage.ts'
import { quoteOf, quoteOfLine } from './text/quote.ts'
import { contextAt, readContexts } from './text/subjects.ts'

/** The built-in reader: layout, then language, then one pattern per family of sentences. Deterministic and offline. */
export const rulesReader: Reader = {
  name: 'rules',
  async read(brief: Brief) {
    const documents = brief.documents.filter((document) => document.kind === 'prd' || document.kind === 'notes')
    const models = remembering(await loadLanguages(documents, brief.glossary))
    const sql = documents.some((document) => document.blocks.some((block) => isSql(block) || holdsPolicy(block)))
      ? await loadSqlParser()
      : undefined
    return {
      value: readClaims(documents, models, { requirements: brief.requirements, ...(sql ? { sql } : {}) }),
      diagnostics: [],
    }
  },
}

function remembering(models: LanguageModels): LanguageModels {
  return { ...(models.en ? { en: rememberingModel(models.en) } : {}), ...(models.pl ? { pl: rememberingModel(models.pl) } : {}) }
}

/** The claims of the documents, in reading order. */
export function readClaims(
  documents: readonly Document[],
  models: LanguageModels,
  options: { readonly requirements?: readonly Requirement[]; readonly sql?: SqlParser } = {},
): readonly Claim[] {
  const analysed = documents.map((document) => {
    const modelOf = modelsOf(document, models)
    const titles = titlesOf(document, modelOf)
    const settled = settleRounds(document, analyseDocument(document, models))
    const rows = rowTitlesOf(document, modelOf)
    const sentences = withSections(document, settled.sentences, titles, rows)
    return { ...settled, sentences, titles: [...titles, ...[...rows.values()].flat()], modelOf }
  })
  const named = buildEntityIndex(analysed)
  const left = buildThingIndex(analysed, named)
  const entities = { ...named, decided: decideTables(named, left) }
  const things = entities.decided === named.decided ? left : buildThingIndex(analysed, entities)
  const claims: Claim[] = []
  for (const each of analysed) {
    const { document } = each
    const reading = readingOf(each, { entities, things }, options.sql)
    const found = document.blocks.flatMap((_, block) =>
      settleValues(
        patterns.flatMap((pattern) => pattern.read(block, reading)),
        document.kind,
      ),
    )
    const placed = found.map((each, index) => ({ each, index, at: 'line' in each.at ? 0 : each.at.start }))
    placed.sort((a, b) => a.each.block - b.each.block || a.at - b.at || a.index - b.index)
    const said = new Set<string>()
    for (const { each } of placed) {
      const claim = claimOf(each, document, reading.sentencesOf(each.block), claims.length + 1)
      // Two patterns may read the same of one line.
      const key = `${claim.source.line} ${JSON.stringify(each.body)}`
      if (said.has(key)) continue
      said.add(key)
      claims.push(claim)
    }
    for (const { line, ...body } of requirementClaims(options.requirements ?? [], reading, claims)) {
      const quoted = quoteOfLine(document, line)
      claims.push({
        ...body,
        source: { document: document.id, ...quoted, requirement: body.id, authority: 'prd', order: claims.length + 1 },
        reader: 'rules',
      })
    }
  }
  return claims
}

function readingOf(
  { document, sentences, answers, modelOf }: Settled & { modelOf(block: number): LanguageModel | undefined },
  indexes: Pick<Reading, 'entities' | 'things'>,
  sql: SqlParser | undefined,
): Reading {
  const sure = (block: number): LanguageModel => modelOf(block) ?? silentModel
  const byBlock = groupedBy(sentences, ({ block }) => block)
  const contexts = readContexts(document, indexes.entities, sure)
  const rounds = roundSubjects(document, answers, (block) => byBlock.get(block) ?? [], indexes.entities)
  const topics = topicsOfRequirements(sentences, indexes)
  return {
    document,
    sentences,
    sentencesOf: (block) => byBlock.get(block) ?? [],
    ...indexes,
    topicOfRequirement: (id) => (id === undefined ? undefined : topics.get(id)),
    contextOf: (block, offset) => {
      const context = contextAt(contexts[block] ?? { topic: 'columns' }, offset)
      const asked = context.subject === undefined ? rounds(block, offset) : undefined
      return asked ? { ...context, subject: asked } : context
    },
    answersAt: (block) => answers.filter((answer) => answer.block === block),
    modelOf: sure,
    block: (index) => document.blocks[index],
    ...(sql ? { sql: sqlOf(document, sql) } : {}),
  }
}

function isSql(block: Block): block is Extract<Block, { readonly kind: 'code' }> {
  return (
    block.kind === 'code' &&
    (/^(?:sql|postgres|postgresql|pgsql|psql)$/i.test(block.language) ||
      /\bcreate\s+(?:table|type|index|policy)\b|\balter\s+table\b/i.test(block.text))
  )
}

/** Whether a block's words hold a piece of a policy. */
function holdsPolicy(block: Block): boolean {
  return inlinesOf(block).some(({ text }) => asksForCaller(text))
}

function sqlOf(document: Document, parse: SqlParser): NonNullable<Reading['sql']> {
  const statements = document.blocks.map((block) => (isSql(block) ? parse(block.text) : []))
  return {
    statementsOf: (block) => statements[block] ?? [],
    enums: enumsOf(statements.flat()),
    policyIn: (piece) => policyIn(piece, parse),
    lineOf: (block, line) => lineOfCode(document, block, line),
  }
}

function modelsOf(document: Document, models: LanguageModels): (block: number) => LanguageModel | undefined {
  const fallback = models[document.language] ?? models.en ?? models.pl
  const known = document.blocks.map((block) => {
    if (block.kind === 'code') return fallback
    // The titles of a table of columns are in the document's language; the names below them look English anywhere.
    const text = block.kind === 'table' ? proseOf(block) : block.inline.text
    return models[detectLanguage(text, document.language)] ?? fallback
  })
  return (block) => known[block] ?? fallback
}

/** What a table says in words: its titles, and the cells that hold more than names. */
function proseOf(table: Extract<Block, { readonly kind: 'table' }>): string {
  const cells = table.rows.flat().filter((cell) => !/[_`(]|^\S+$/.test(cell.text))
  return [...table.header, ...cells].map((cell) => cell.text).join(' ')
}

function claimOf(found: Found, document: Document, sentences: readonly Sentence[], order: number): Claim {
  const block = document.blocks[found.block]
  const line = block?.line ?? 1
  const { line: at, quote } =
    'line' in found.at ? quoteOfLine(document, found.at.line) : quoteOf(document, quotable(found.at, sentences), line)
  return {
    ...found.body,
    source: {
      document: document.id,
      line: at,
      quote,
      ...(block?.requirement === undefined ? {} : { requirement: block.requirement }),
      authority: authorityOf(document, block?.zone ?? 'other'),
      order,
    },
    reader: 'rules',
  }
}

const authorities: Readonly<Partial<Record<Zone, Authority>>> = {
  answers: 'answer',
  decisions: 'decision',
  recommendations: 'recommendation',
  summary: 'summary',
  unresolved: 'summary',
  questions: 'recommendation',
}

/** A word or two say little: such a passage is quoted with its sentence, unless that is long. */
function quotable(passage: Passage, sentences: readonly Sentence[]): Passage {
  if (passage.end - passage.start >= 40) return passage
  const sentence = sentences.find(
    (each) => each.cell === undefined && each.offset <= passage.start && passage.end <= each.offset + each.text.length,
  )
  if (!sentence || passage.inline.text.slice(sentence.offset, sentence.offset + sentence.text.length) !== sentence.text)
    return passage
  const whole = { inline: passage.inline, start: sentence.offset, end: sentence.offset + sentence.text.length }
  if (whole.end - whole.start <= 200) return whole
  const from = Math.max(whole.start, passage.start - 60)
  const to = Math.min(whole.end, passage.end + 60)
  const text = passage.inline.text
  const start = from === whole.start ? from : text.indexOf(' ', from) + 1
  const end = to === whole.end ? to : text.lastIndexOf(' ', to)
  return start <= passage.start && end >= passage.end ? { inline: passage.inline, start, end } : passage
}

/** A plain memo, and what stands in notes under no heading of the session's form, is what was decided. */
export function authorityOf(document: Document, zone: Zone): Authority {
  if (document.kind === 'prd') return 'prd'
  return authorities[zone] ?? 'decision'
}
