import { rules } from '../lint/rules.ts'
import { pageName, ruleIndex, rulePage } from './rule-page.ts'

/** The pages of `docs/rules`, by file name. */
export function rulePages(): ReadonlyMap<string, string> {
  return new Map([['README.md', ruleIndex(rules)], ...rules.map((rule) => [pageName(rule), rulePage(rule)] as const)])
}
