import type { Document } from '../document.ts'
import { fold } from '../words.ts'

/** What a document of notes is about, judged by its text. */
export type Topic = 'database' | 'user interface' | 'API' | 'tests' | 'product' | 'deployment' | 'nothing known'

const evidence: Readonly<Record<Exclude<Topic, 'nothing known'>, RegExp>> = {
  database:
    /\b(database|schema|table|tables|column|columns|foreign keys?|primary keys?|index(es)?|constraints?|rls|row level security|postgres(ql)?|enums?|nullable|triggers?|entit(y|ies)|unique|relations?|relationships?|jsonb|uuid|on delete|cascade|varchar|timestamptz|migrations?|one to many|many to many|baz(?:[aye]|ie|om|ami|ach)? danych|w bazie|schemat\w*|tabel\w*|kolumn\w*|klucz\w* (obc\w*|glown\w*)|indeks\w*|encj\w*|relacj\w*|migracj\w*|wiersz\w*)\b/g,
  'user interface':
    /\b(ui|ux|screens?|views?|components?|buttons?|modals?|layouts?|navigation|wireframes?|responsive\w*|sidebar|toasts?|tailwind|shadcn|breakpoints?|accessibility|widok\w*|ekran\w*|komponent\w*|przycisk\w*|nawigacj\w*|responsywn\w*|makiet\w*|formularz\w*|pasek|zakladk\w*)\b/g,
  API: /\b(endpoints?|rest|get|post|put|patch|http|status codes?|payloads?|request|requests|response|responses|query params?|openapi|swagger|rate limit\w*|punkt\w* koncow\w*|zadani\w* http|kod\w* statusu)\b/g,
  tests:
    /\b(tests?|testing|e2e|unit tests?|playwright|vitest|jest|cypress|coverage|mocks?|test cases?|test plan|testy|testow\w*|przypadk\w* testow\w*|pokryci\w* testami)\b/g,
  product:
    /\b(prd|user stor\w+|mvp scope|target (users?|audience)|success (metrics|criteria)|product (owner|vision|manager|goals?|requirements?)|personas?|business (goals?|model|value)|grupa docelowa|metryk\w*|historyjk\w*|wizj\w* produktu|cel\w* produktu|cel\w* biznesow\w*)\b/g,
  deployment: /\b(deploy\w*|docker|ci cd|pipeline|github actions|hosting|kubernetes|terraform|wdrozeni\w*|kontener\w*)\b/g,
}

/** Tags and headings that name the topic outright outweigh any count of words. */
const tags: readonly (readonly [RegExp, Topic])[] = [
  [/<(database|db)_planning_summary>/i, 'database'],
  [/<(ui|ux|ui_architecture|interface|view)_planning_summary>|<ui_architecture/i, 'user interface'],
  [/<api_planning_summary>|<api_plan/i, 'API'],
  [/<(prd|product)_planning_summary>/i, 'product'],
  [/<test(ing|s)?_planning_summary>/i, 'tests'],
]

/** Says what notes are about: by their tags, else by the words they use, with those of headings counted more. */
export function topicOf(document: Document): Topic {
  for (const [pattern, topic] of tags) if (pattern.test(document.text)) return topic
  const headings = fold(document.blocks.map((block) => (block.kind === 'heading' ? block.inline.text : '')).join(' '))
  const text = fold(document.text.slice(0, 200_000))
  let best: Topic = 'nothing known'
  let highest = 0
  for (const topic of Object.keys(evidence) as (keyof typeof evidence)[]) {
    const score = count(text, evidence[topic]) + 5 * count(headings, evidence[topic])
    if (score > highest) {
      best = topic
      highest = score
    }
  }
  return best
}

/** Whether the text has the tags or headings that planning sessions end in. */
export function looksLikeSession(document: Document): boolean {
  if (
    /<\/?(conversation_summary|decisions|matched_recommendations|unresolved_issues|[a-z]+_planning_summary)>/i.test(document.text)
  )
    return true
  const zones = new Set(document.blocks.map((block) => block.zone))
  return zones.has('decisions') || (zones.has('recommendations') && zones.has('unresolved'))
}

/** How often a word counts at most: what the product itself is about ("requests", "tests") is repeated, and says nothing of the session. */
const most = 3

function count(text: string, pattern: RegExp): number {
  const times = new Map<string, number>()
  for (const [word] of text.matchAll(pattern)) times.set(word, (times.get(word) ?? 0) + 1)
  return [...times.values()].reduce((sum, each) => sum + Math.min(each, most), 0)
}
