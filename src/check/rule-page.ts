import type { Rule } from '../lint/rule.ts'

/** The name of a rule's page: `access-rls-off.md`. */
export const pageName = (rule: Rule): string => `${rule.code.replace('/', '-')}.md`

/** A rule's page in `docs/rules/`, from the rule itself. */
export function rulePage({ code, severity, what, why, advice, fails, passes }: Rule): string {
  return `# \`${code}\`

${what}

Severity: ${severity}

## Why

${why}

## What to do

${advice}

## Fails

\`\`\`sql
${fails}
\`\`\`

## Passes

\`\`\`sql
${passes}
\`\`\`
`
}

/** The list of all rules, for `docs/rules/README.md`. */
export function ruleIndex(rules: readonly Rule[]): string {
  const rows = rules.map((rule) => `| [\`${rule.code}\`](${pageName(rule)}) | ${rule.severity} | ${rule.what} |`)
  return `# Rules

Made from \`src/lint/rules\` by \`npm run rules\`. Switch one off, or give it another severity, in \`dbplan.json\` or under \`dbplan\` in \`package.json\`:

\`\`\`json
{ "rules": { "access/no-role": "off", "key": "error" }, "failOn": "error" }
\`\`\`

or wave one finding through, with the reason, in a comment on the line before it: \`<!-- dbplan-ignore key/unindexed the table has ten rows -->\`.

| Rule | Severity | What it finds |
|---|---|---|
${rows.join('\n')}
`
}
