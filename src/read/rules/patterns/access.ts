import type { AccessClaim } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import { operations } from '../../../schema/access.ts'
import { groupNames } from '../columns/common-names.ts'
import { isAttribute, isHolder } from '../columns/field-lists.ts'
import { identifierTargets, tablesOf } from '../columns/targets.ts'
import { inlineOfSentence } from '../language/analyse-document.ts'
import type { Marker, NounPhrase, Sentence } from '../language/sentence.ts'
import { isGroup, looksAt, rowsOf } from '../people/audience.ts'
import { authorshipIn } from '../people/authorship.ts'
import { ownGroup } from '../people/belonging.ts'
import { isAnyone, makersOf } from '../people/makers.ts'
import { operationsIn, sqlOperationsIn } from '../people/operations.ts'
import { policyListIn } from '../people/policy-lists.ts'
import { roleOf } from '../people/roles.ts'
import { privateThing, stateOfThing } from '../people/states-of-things.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { asksForSomething, isActedOn } from '../tables/things.ts'
import { entityOfNoun, foundIn, isAccounts, markersOf, means } from '../text/grammar.ts'

type Who = AccessClaim['who']

/**
 * Who may do what:
 * "RLS: owner-only access for user tables", "Admin can only SELECT events", "`feature_flags` nie jest dostępny publicznie (tylko dla backendu)",
 * "dictionaries are read-only", "anyone can view published posts", "As a user I want to add recipes", "users cannot change `user_id`",
 * "Prevent authors from deleting races", "members of the household see its tasks".
 *
 * Not: screens that are visible, buttons that are available, questions about policies.
 */
export const accessSentences: Pattern = {
  name: 'access',
  read(block, reading) {
    return reading
      .sentencesOf(block)
      .flatMap((sentence) =>
        asksForSomething(sentence.zone) ? [...readRules(sentence, reading), ...readStory(sentence, reading)] : [],
      )
  },
}

function readRules(sentence: Sentence, reading: Reading): readonly Found[] {
  // a list of policies is read as one
  if (policyListIn(sentence, reading) !== undefined || asksForCaller(sentence, reading)) return []
  const authored = readAuthorship(sentence, reading)
  if (authored.length > 0) return authored
  const kept = means(sentence, 'NOT', 'NO', 'MEMBER') ? undefined : privateThing(sentence)
  const hidden = entityOfNoun(kept, reading)
  if (kept && hidden && !sentence.nouns.some((noun) => noun !== kept && isGroup(noun, reading)))
    return [foundIn(reading, sentence, { kind: 'access', entity: hidden, who: { kind: 'owner' }, may: operations, only: true })]
  const context = reading.contextOf(sentence.block, sentence.offset)
  const secured =
    means(sentence, 'RLS', 'ACCESS') ||
    context.topic === 'access' ||
    (means(sentence, 'ONLY') && means(sentence, 'BACKEND', 'ADMIN', 'OWNER', 'OWN')) ||
    /\bread[- ]only\b|tylko do odczytu/i.test(sentence.text)
  if (!secured) return readDenied(sentence, reading)
  if (
    reading.document.kind === 'prd' &&
    !means(sentence, 'RLS', 'OWN', 'OWNER', 'ADMIN', 'PUBLIC', 'BACKEND') &&
    !/\bread[- ]only\b|tylko do odczytu/i.test(sentence.text)
  )
    return readDenied(sentence, reading)
  const tables = tablesOf(sentence, reading).filter((table) => table.entity.name !== 'user')
  const things = tables.length > 0 ? [] : sentence.nouns.flatMap((noun) => entityOfNoun(noun, reading) ?? [])
  const subject = context.subject?.entity
  const entities: readonly (Mention | undefined)[] =
    tables.length > 0
      ? tables.map((table) => table.entity)
      : things.length > 0
        ? things.slice(0, 3)
        : subject && subject.name !== 'auth.users'
          ? [subject]
          : [undefined]
  if (reading.document.kind === 'prd' && entities[0] === undefined && !means(sentence, 'RLS'))
    return readDenied(sentence, reading)
  const said = sqlOperationsIn(sentence).length > 0 ? sqlOperationsIn(sentence) : operationsIn(sentence)
  const claims: Found[] = []
  const add = (entity: Mention | undefined, who: Who, may: AccessClaim['may'], extra: Partial<AccessClaim> = {}): void => {
    claims.push(foundIn(reading, sentence, { kind: 'access', ...(entity ? { entity } : {}), who, may, ...extra }))
  }
  const refusedPublic = means(sentence, 'PUBLIC', 'ANONYMOUS') && means(sentence, 'NOT', 'NO', 'WITHOUT')
  // "As a visitor I want to access the site without an account" shows no rows
  const enters = means(sentence, 'AS_ROLE') && !looksAt(sentence, 0, sentence.words.length)
  const backendOnly = means(sentence, 'BACKEND') && means(sentence, 'ONLY') && !means(sentence, 'OWN', 'OWNER')
  if (backendOnly && (tables.length > 0 || subject)) {
    for (const entity of entities) add(entity, { kind: 'backend' }, operations, { only: true })
    return claims
  }
  const readOnly = /\bread[- ]only\b|tylko do odczytu/i.test(sentence.text) || means(sentence, 'DICTIONARY')
  if (readOnly && (tables.length > 0 || subject) && !means(sentence, 'OWN', 'OWNER', 'ADMIN')) {
    for (const entity of entities)
      add(entity, means(sentence, 'PUBLIC') && !refusedPublic ? { kind: 'anonymous' } : { kind: 'signed in' }, ['select'], {
        only: true,
      })
    return claims
  }
  const admin = adminClause(sentence)
  if (admin) {
    const clause = operationsIn(sentence, admin.from, admin.to)
    const sql = sqlOperationsIn(sentence)
    const may =
      sql.length > 0 && means(sentence, 'ONLY')
        ? sql
        : clause.length > 0
          ? clause
          : means(sentence, 'ONLY') && said.length > 0
            ? said
            : []
    const near = tables.filter((table) => table.from >= admin.from && table.to <= admin.to + 12)
    const on = near.length > 0 ? near.map((each) => each.entity) : entities
    if (may.length > 0 && on.some((entity) => entity !== undefined))
      for (const entity of on) add(entity, { kind: 'role', role: 'admin' }, may)
  }
  if (means(sentence, 'OWN', 'OWNER') || /auth\.uid\(\)/.test(sentence.text)) {
    const adminTables = admin
      ? tables.filter((table) => table.from >= admin.from && table.to <= admin.to + 12).map((table) => table.entity.name)
      : []
    const left = entities.filter((entity) => entity === undefined || !adminTables.includes(entity.name))
    const may =
      said.length > 0 && !admin && (means(sentence, 'ONLY') || sqlOperationsIn(sentence).length > 0 || means(sentence, 'RLS'))
        ? widened(said, sentence)
        : operations
    const who = ownersOf(sentence, reading)
    const [first] = sentence.nouns
    const which = first && means(sentence, 'VIEWS', 'PUBLIC', 'READ') ? stateOfThing(first, sentence, reading) : undefined
    const state = which === undefined ? {} : { which }
    const theirs = left.filter((entity) => who.kind !== 'member' || entity?.name !== who.group?.name)
    for (const entity of theirs.length > 0 ? theirs : [undefined])
      add(entity, who, may, means(sentence, 'ONLY') || means(sentence, 'RLS') ? { only: true, ...state } : {})
  } else if (
    means(sentence, 'PUBLIC') &&
    !refusedPublic &&
    !enters &&
    said.includes('select') &&
    (tables.length > 0 || things.length > 0)
  ) {
    for (const entity of entities) add(entity, { kind: 'anonymous' }, ['select'])
  } else if (
    means(sentence, 'SIGNED_IN') &&
    !admin &&
    said.length > 0 &&
    (tables.length > 0 || things.length > 0) &&
    means(sentence, 'ALL', 'RLS', 'ACCESS') &&
    !means(sentence, 'MEMBER')
  ) {
    for (const entity of entities) add(entity, { kind: 'signed in' }, said)
  }
  return claims.length > 0 ? claims : readDenied(sentence, reading)
}

/** Whether a sentence holds a policy in SQL (`patterns/policies.ts`), which says more than its words; a look into a table may not be understood. */
function asksForCaller(sentence: Sentence, reading: Reading): boolean {
  const inline = inlineOfSentence(reading.document, sentence)
  const end = sentence.offset + sentence.text.length
  return (inline?.marks ?? []).some((mark) => {
    if (mark.kind !== 'code' || mark.start < sentence.offset || mark.end > end) return false
    const piece = inline?.text.slice(mark.start, mark.end) ?? ''
    return /\bselect\b[^)]*\bfrom\b/i.test(piece) || reading.sql?.policyIn(piece) !== undefined
  })
}

/** What is its author's alone, and what the others who are named with authors may: people of the group, or the application's administrators. */
function readAuthorship(sentence: Sentence, reading: Reading): readonly Found[] {
  return authorshipIn(sentence, reading).flatMap(({ entities, may, besides }) => {
    const who: readonly Who[] = [{ kind: 'owner' }, ...besides.map((person) => roleOf(person, sentence, reading))]
    return entities.flatMap((entity) =>
      who.map((each) => foundIn(reading, sentence, { kind: 'access', entity, who: each, may, only: true })),
    )
  })
}

/** "see and change": to change rows is to read them as well; a rule that isolates rows is about all operations. */
function widened(may: AccessClaim['may'], sentence: Sentence): AccessClaim['may'] {
  return sqlOperationsIn(sentence).length > 0
    ? may
    : may.length === 1 && may[0] === 'select' && means(sentence, 'RLS', 'ACCESS')
      ? operations
      : may
}

/** The clause of an administrator: from the word to the next break. */
function adminClause(sentence: Sentence): { readonly from: number; readonly to: number } | undefined {
  const marker = markersOf(sentence, 'ADMIN')[0]
  if (!marker) return undefined
  const stop = sentence.words.findIndex((word, index) => index > marker.to && /^[.;]$/.test(word.text))
  return { from: marker.from, to: stop < 0 ? sentence.words.length : stop }
}

/** "users cannot change `user_id`", "authors cannot modify or delete races": a refusal with its verbs and their object. */
function readDenied(sentence: Sentence, reading: Reading): readonly Found[] {
  const marker = sentence.markers.find(
    (each) =>
      each.meaning === 'NOT' &&
      (each.to - each.from >= 2 ||
        sentence.markers.some(
          (other) =>
            ['CAN', 'MUST', 'ACCESS'].includes(other.meaning) && other.from >= each.from - 2 && other.from <= each.to + 2,
        )),
  )
  const prevented = sentence.words.findIndex((word) =>
    /^(?:prevent|disallow|forbid|uniemożliwić|uniemożliwiać)$/i.test(word.lemma),
  )
  const at = marker?.from ?? (prevented >= 0 ? prevented : undefined)
  if (
    at === undefined ||
    means(sentence, 'SIGNED_IN', 'ANONYMOUS') ||
    sentence.markers.some((other) => other.from > at && (other.meaning === 'PUBLIC' || other.meaning === 'WITHOUT'))
  )
    return []
  // It must be people who may not: a form or a button that does not allow something is no rule about rows.
  const subject = sentence.nouns.filter((noun) => noun.to <= at + 1).at(-1)
  const object = prevented >= 0 ? sentence.nouns.find((noun) => noun.from > prevented) : undefined
  if (!(subject?.person || object?.person || (subject === undefined && prevented >= 0))) return []
  const may = operationsIn(sentence, at).filter((operation) => operation !== 'select' && operation !== 'insert')
  if (may.length === 0) return []
  const columns = identifierTargets(sentence, reading).filter((target) => target.from > at)
  const noun = sentence.nouns.find((each) => each.from > at && !each.person && entityOfNoun(each, reading) !== undefined)
  const entity = entityOfNoun(noun, reading) ?? (columns.length > 0 ? tablesOf(sentence, reading)[0]?.entity : undefined)
  if (!entity && columns.length === 0) return []
  const verbs = may.filter((operation) => columns.length === 0 || operation === 'update')
  if (verbs.length === 0) return []
  return [
    foundIn(reading, sentence, {
      kind: 'access',
      ...(entity ? { entity } : {}),
      who: { kind: 'owner' },
      may: verbs,
      denied: true,
      ...(columns.length > 0 ? { attributes: columns.map((column) => column.attribute) } : {}),
    }),
  ]
}

/** "As a user I want to add recipes": the person, the verbs, and the first thing after them. */
function readStory(sentence: Sentence, reading: Reading): readonly Found[] {
  if (reading.document.kind !== 'prd') return []
  const start = markersOf(sentence, 'AS_ROLE')[0]
  const plain = doneByPeople(sentence)
  const wish = plain && isLook(plain) ? plain : (markersOf(sentence, 'WANTS', 'CAN', 'MUST')[0] ?? plain)
  if (!start && !(wish && sentence.nouns.some((noun) => noun.person && noun.to <= wish.from))) return []
  const person = sentence.nouns.find((noun) => noun.person && (start ? noun.from >= start.from : true))
  const purpose = markersOf(sentence, 'SO_THAT').find((marker) => marker.from > (wish?.to ?? 0))
  const end = purpose?.from ?? sentence.words.length
  const verb = wish !== undefined && !/^(?:WANTS|CAN|MUST)$/.test(wish.meaning)
  const from = (verb ? wish.from : wish?.to) ?? start?.to ?? 0
  if (
    sentence.markers.some(
      (marker) => (marker.meaning === 'NOT' || marker.meaning === 'NO') && marker.from >= from - 2 && marker.from <= from + 1,
    )
  )
    return []
  const object = sentence.nouns.find(
    (noun) => noun.from >= from && noun.to <= end && entityOfNoun(noun, reading) !== undefined && !isAccounts(noun),
  )
  const entity = entityOfNoun(object, reading)
  if (!object || !entity || !person) return []
  const may = operationsIn(sentence, from, Math.min(end, object.to + 1))
  // "write a review of a product" makes no product
  if (may.includes('insert') && isWholeOfAnother(object, from, sentence)) return []
  // who founds a group is its administrator, not the application's
  if (wish?.meaning === 'CREATES' && groupNames.test(entity.name)) return []
  if (may.length === 0) return []
  // "book a class" makes a booking, no class
  if (isActedOn(object, sentence, reading.things)) return []
  // "an author can write many books", where authors are things themselves: nothing about who uses the product
  if (!start && reading.things.thing(person.name)?.evidence.has('define')) return []
  const who = whoOf(person, entity, may, sentence, reading)
  const only =
    who.kind === 'owner' && ((who.as !== undefined && isAlone(person, sentence)) || (!start && isOwn(object, sentence)))
  if (who.kind === 'anonymous' && !looksAt(sentence, from, object.from)) return []
  const rows = rowsOf(who, object, entity, sentence, reading)
  const refused = who.kind === 'owner' ? refusedBehind(object, sentence, reading) : []
  return [
    foundIn(reading, sentence, { kind: 'access', entity, who, may, ...(only ? { only: true } : {}), ...rows }),
    ...(refused.length === 0 ? [] : [foundIn(reading, sentence, { kind: 'access', entity, who, may: refused, denied: true })]),
  ]
}

/** What is made is named before, and belongs to the thing: neither a field of it nor what several of it are kept in. */
function isWholeOfAnother(noun: NounPhrase, from: number, sentence: Sentence): boolean {
  return sentence.nouns.some(
    (other) =>
      other.from >= from &&
      other.from < noun.from &&
      other.possessor !== undefined &&
      sentence.nouns[other.possessor] === noun &&
      !(other.abstract || isAttribute(other) || isHolder(other.name)),
  )
}

/** "… their visits and may cancel them, but cannot delete them": what is refused behind of the same thing. */
function refusedBehind(object: NounPhrase, sentence: Sentence, reading: Reading): AccessClaim['may'] {
  const not = markersOf(sentence, 'NOT').find((marker) => marker.from >= object.to)
  if (not === undefined) return []
  const contrast = sentence.words.slice(object.to, not.from).some((word) => word.pos === 'conjunction')
  const other = sentence.nouns.some((noun) => noun.from >= not.from && entityOfNoun(noun, reading) !== undefined)
  return contrast && !other
    ? operationsIn(sentence, not.from).filter((operation) => operation === 'update' || operation === 'delete')
    : []
}

/** "Only managers …": nobody else. */
function isAlone(person: NounPhrase, sentence: Sentence): boolean {
  return markersOf(sentence, 'ONLY').some((marker) => marker.to <= person.from + 1 && person.from - marker.to <= 1)
}

/** "The offers of their company" are its members'. "Only owners can delete vehicles": by what the sentence begins with, they may be people of a group that are called so. */
function ownersOf(sentence: Sentence, reading: Reading): Who {
  const group = entityOfNoun(ownGroup(sentence, reading.things), reading)
  if (group) return { kind: 'member', group }
  const [first] = sentence.nouns
  return first?.person === true && isAlone(first, sentence) ? { kind: 'owner', as: first.name } : { kind: 'owner' }
}

/** "Users add products", "Patients see their own visits": said without "can", by what the sentence begins with. */
function doneByPeople(sentence: Sentence): Marker | undefined {
  const [first, second] = sentence.nouns
  if (first?.person !== true || first.from > 1) return undefined
  const looks = second && isOwn(second, sentence) ? markersOf(sentence, 'VIEWS', 'READ', 'LISTS') : []
  return [...markersOf(sentence, 'CREATES'), ...looks].find((marker) => marker.from === first.to)
}

function isLook({ meaning }: Marker): boolean {
  return meaning === 'VIEWS' || meaning === 'READ' || meaning === 'LISTS'
}

/** "their own visits", "swoich wizyt". */
function isOwn(noun: NounPhrase, sentence: Sentence): boolean {
  return markersOf(sentence, 'OWN').some((own) => own.from >= noun.from - 1 && own.from < noun.to)
}

/**
 * People do what they like with what is theirs. Who is only said to look at what people in another role make ("As a conductor I want to add songs", "as a
 * singer I want to see the songs") sees it by their role.
 */
function whoOf(person: NounPhrase, entity: Mention, may: AccessClaim['may'], sentence: Sentence, reading: Reading): Who {
  if (/^(?:admin|administrator|super_admin|moderator|system_administrator)$/.test(person.name))
    return { kind: 'role', role: person.name === 'moderator' ? 'moderator' : 'admin' }
  if (means(sentence, 'ANONYMOUS') && !means(sentence, 'SIGNED_IN')) return { kind: 'anonymous' }
  const group = entityOfNoun(ownGroup(sentence, reading.things), reading)
  if (group !== undefined && group.name !== entity.name) return { kind: 'member', group }
  const makers = [...makersOf(entity.name, reading)]
  // where a session decides about tables, it decides who reads them
  const looks = !reading.entities.decided && may.every((operation) => operation === 'select') && !means(sentence, 'OWN')
  if (looks && !isAnyone(person.name) && makers.length > 0 && !makers.some((maker) => isAnyone(maker) || maker === person.name))
    return { kind: 'role', role: person.name }
  return isAnyone(person.name) ? { kind: 'owner' } : { kind: 'owner', as: person.name }
}
