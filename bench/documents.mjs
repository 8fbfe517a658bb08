/**
 * Generated documents: `count` entities, each with an owner, a parent, a few columns, limits and a list query, as planning notes
 * with a PRD beside them. Names are made of syllables, so no lexicon is favoured.
 */
const syllables = ['ba', 'ko', 'ri', 'mu', 'ta', 'ne', 'lo', 'si', 'du', 'ga']

function nameOf(index) {
  let rest = index
  let name = ''
  do {
    name = syllables[rest % 10] + name
    rest = Math.floor(rest / 10)
  } while (rest > 0)
  return `${name.padStart(6, 'zu')}nds`
}

export function documentsOf(count) {
  const decisions = []
  const entities = []
  const stories = []
  for (let index = 0; index < count; index++) {
    const table = nameOf(index)
    const parent = index % 5 === 0 ? null : nameOf(index - (index % 5))
    const columns = ['id', 'user_id', 'title', 'status', 'amount', 'starts_on', 'notes', 'created_at']
    if (parent) columns.splice(2, 0, `${parent.slice(0, -1)}_id → ${parent}.id`)
    entities.push(`- \`${table}\` (${columns.join(', ')})`)
    decisions.push(`${2 * index + 1}. \`${table}.title\` is limited to a maximum of ${50 + (index % 100)} characters.`)
    decisions.push(`${2 * index + 2}. \`${table}.status\` is an enum: 'open', 'closed', 'archived'.`)
    stories.push(
      `### US-${String(index + 1).padStart(3, '0')}: List ${table}\n\nAs a user, I want to see a list of my ${table}, newest first.\n`,
    )
  }
  return {
    'prd.md': `# Product requirements: Generated\n\n## User stories\n\n${stories.join('\n')}`,
    'tech-stack.md': '# Tech stack\n\n- Supabase\n',
    'db-planning-session.md': `<conversation_summary>\n<decisions>\n${decisions.join('\n')}\n</decisions>\n<database_planning_summary>\n${entities.join('\n')}\n</database_planning_summary>\n</conversation_summary>\n`,
  }
}
