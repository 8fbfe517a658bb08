import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Reading } from '../reading.ts'
import { entityOfNoun } from '../text/grammar.ts'
import { isGroup, type Who } from './audience.ts'

/** The group that a person is said to be of: "the workshop's manager", "kierownik warsztatu", "an admin of the team". */
export function groupOfPerson(person: NounPhrase, sentence: Sentence, reading: Reading): NounPhrase | undefined {
  const group = person.possessor === undefined ? undefined : sentence.nouns[person.possessor]
  return group !== undefined && isGroup(group, reading) ? group : undefined
}

/** "Members", "członkowie zespołu": anyone who belongs to the group. */
export function isMember(person: NounPhrase): boolean {
  return /(?:^|_)member$/.test(person.head)
}

/**
 * As whom a person acts: any member, or who has a role in the group. An administrator of whom no group is named is the application's. In requirements a role is
 * one that somebody acts in ("as a manager"), whatever keeps it.
 */
export function roleOf(person: NounPhrase, sentence: Sentence, reading: Reading): Who {
  const named = groupOfPerson(person, sentence, reading)
  const group = entityOfNoun(named, reading)
  const of = group === undefined ? {} : { group }
  if (isMember(person)) return { kind: 'member', ...of }
  // "kierownik warsztatu" is a manager, of the workshop
  const role = named === undefined ? person.name : person.head
  if (/^(?:system_)?admin(?:istrator)?$/.test(role))
    return group === undefined ? { kind: 'role', role: 'admin' } : { kind: 'member', ...of, role: 'admin' }
  return group === undefined && reading.document.kind === 'prd' ? { kind: 'owner', as: role } : { kind: 'member', ...of, role }
}
