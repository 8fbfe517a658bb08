import { describe, expect, it } from 'vitest'
import { claimsOf, sayClaim } from '../testing.ts'

/** A conversation in turns: what the assistant proposes, and what the user says to it. */
async function talk(...turns: readonly string[]): Promise<readonly string[]> {
  const notes = turns.map((turn, index) => `**${index % 2 === 0 ? 'Assistant' : 'User'}:** ${turn}`).join('\n\n')
  return (await claimsOf({ notes: `# Talk about the tables\n\n${notes}\n` })).map(sayClaim)
}

async function rozmowa(...turns: readonly string[]): Promise<readonly string[]> {
  const notes = turns.map((turn, index) => `${index % 2 === 0 ? 'AI' : 'Ja'}: ${turn}`).join('\n')
  return (await claimsOf({ notes: `# Rozmowa o tabelach\n\n${notes}\n` })).map(sayClaim)
}

describe('turns of a conversation', () => {
  it('takes who speaks for no table', async () => {
    const said = await talk('For hives I suggest `hives` (id, label).', 'Fine.', 'Deleting a hive deletes all of it.', 'Right.')
    expect(said.filter((each) => /^entity/.test(each))).toEqual(['entity hives table'])
  })

  it('reads several tables of one line, each with its columns', async () => {
    const said = await talk('`hives`: id, label. `visits`: id, hive_id, seen_at.', 'OK.')
    expect(said).toEqual(
      expect.arrayContaining(['attribute hives.label', 'attribute visits.hive_id', 'attribute visits.seen_at']),
    )
    expect(said).not.toContain('attribute hives.hive_id')
  })

  it('adds what an answer adds to the table that was proposed', async () => {
    const said = await talk('`hives`: id, label, user_id.', 'Yes. Add a note and a status: active, sold.')
    expect(said).toEqual(expect.arrayContaining(['attribute hives.note', 'attribute hives.status']))
    expect(said.filter((each) => /^values hives\.status/.test(each))).toHaveLength(1)
    const powiedziane = await rozmowa('Ule trzymamy w tabeli `hives`: id, label, user_id.', 'Zgoda, plus opcjonalny opis.')
    expect(powiedziane).toContain('attribute hives.description optional')
  })

  it('leaves out what an answer leaves out of the list', async () => {
    const without = await talk('`hives`: id, label, colour, user_id.', 'Agreed. But without colour.')
    expect(without.filter((each) => /colour/.test(each) && !/^attribute/.test(each))).toHaveLength(1)
    const bez = await rozmowa('`hives`: id, label, payload (jsonb).', 'OK, ale bez payload.')
    expect(bez.filter((each) => /payload/.test(each) && !/^attribute/.test(each))).toHaveLength(1)
    const dropped = await talk('`hives` (id, label, owner_id), `visits` (id, hive_id)', 'Drop `owner_id`.')
    expect(dropped.filter((each) => /owner_id/.test(each) && !/^attribute/.test(each))).toHaveLength(1)
  })

  it('leaves nothing out that is only said of something', async () => {
    const said = await talk('`hives`: id, label, keeper_id. What if the keeper goes?', 'Hives stay without keeper.')
    expect(said.filter((each) => /keeper/.test(each) && !/^attribute/.test(each))).toEqual([])
  })

  it('keeps what is proposed where only its question is refused', async () => {
    const said = await talk('`hives`: id, label. Should queens be a table `queens`?', 'No, not now.')
    expect(said).toContain('attribute hives.label')
    expect(said.filter((each) => /^entity queens/.test(each))).toEqual([])
  })
})

describe('one column where a table was recommended', () => {
  const answered = async (recommended: string, answer: string) => {
    const notes = `<questions>\n1. What of the hives?\nRecommendation: \`hives\` (id, label).\nAnswer: ok\n2. And their tags?\nRecommendation: ${recommended}\nAnswer: ${answer}\n</questions>\n`
    return (await claimsOf({ notes })).map(sayClaim)
  }

  it.each([
    [
      'a table `tags` and a join table `hive_tags`.',
      'Just an array of text on the hive.',
      'attribute hives.tags text[] optional',
    ],
    ['a table `tags`.', 'No separate table, a jsonb column `labels` in `hives`.', 'attribute hives.labels jsonb optional'],
  ])('%s – %s', async (recommended, answer, claim) => {
    const said = await answered(recommended, answer)
    expect(said).toContain(claim)
    expect(said.filter((each) => /^entity (?:tags|hive_tags)/.test(each))).toEqual([])
  })

  it('keeps the table where the answer only adds to it', async () => {
    const said = await answered('a table `tags` (id, name).', 'Yes, plus an optional description.')
    expect(said).toEqual(expect.arrayContaining(['attribute tags.name', 'attribute tags.description optional']))
  })
})
