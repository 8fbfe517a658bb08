import type { Brief } from '../../brief/brief.ts'
import type { Document } from '../../brief/document.ts'
import type { Claim } from '../../claim/claim.ts'
import type { Mention } from '../../claim/mention.ts'
import type { LanguageModels } from '../rules/language/load-languages.ts'
import { nameWords, plainLetters } from '../rules/language/name-words.ts'
import { keyOfName, looksLikeIdentifier } from '../rules/tables/identifiers.ts'
import { stands } from './find-quote.ts'

/** What the documents' names become, the same for a proposer as for the built-in reader. */
export interface Names {
  /** Undefined for what is no name: SQL, sentences, signs. */
  mentionOf(text: string, document: Document, proposed: ReadonlyMap<string, string>): Mention | undefined
  /** Whether the built-in reader knows an entity by that name. */
  isEntity(mention: Mention): boolean
}

/**
 * Names as the built-in reader gives them: a name it has used already is that one; a name written as code is meant exactly; other words
 * get the name their language gives them. Only a word that no lexicon knows takes the name that the proposer suggests.
 */
export function namesOf(brief: Brief, claims: readonly Claim[], models: LanguageModels): Names {
  const known = new Map<string, Mention>()
  const entities = new Set<string>()
  for (const claim of claims)
    for (const [role, mention] of mentionsOf(claim)) {
      const key = keyOfName(mention.name)
      if (role === 'entity') entities.add(key)
      for (const spelling of [key, keyOfName(mention.text)]) if (!known.has(spelling)) known.set(spelling, mention)
    }
  const mentionOf = (text: string, document: Document, proposed: ReadonlyMap<string, string>): Mention | undefined => {
    const bare = text.trim().replaceAll(/["'`„”“]/g, '')
    if (!/^[\p{L}_][\p{L}\p{N}\p{M}_ .’/-]*$/u.test(bare) || bare.split(/\s+/).length > 6) return undefined
    const last = /^[\w.]+$/.test(bare) ? bare.slice(bare.lastIndexOf('.') + 1) : bare
    const isCode = /^[A-Za-z_]\w*$/.test(last) && isWrittenAsCode(last, brief.documents)
    if (isCode) return { text: last, name: last, identifier: true, known: true }
    const used = known.get(keyOfName(last))
    if (used !== undefined) return used
    const model = models[document.language] ?? models.en ?? models.pl
    const named = model?.name(last.replaceAll('_', ' '))
    if (named?.known === true && named.name !== '') return { text: last, name: named.name, identifier: false, known: true }
    const suggested = proposed.get(last.toLowerCase())
    if (suggested !== undefined) return { text: last, name: suggested, identifier: false, known: true }
    const plain = nameWords(plainLetters(last)).join('_')
    return plain === '' ? undefined : { text: last, name: plain, identifier: false, known: false }
  }
  return { mentionOf, isEntity: (mention) => entities.has(keyOfName(mention.name)) }
}

function isWrittenAsCode(name: string, documents: readonly Document[]): boolean {
  const written = new RegExp(`\`[^\`\\n]*(?<![\\w])${name}(?![\\w])[^\`\\n]*\``)
  return looksLikeIdentifier(name)
    ? documents.some((document) => stands(document, name))
    : documents.some((document) => written.test(document.text))
}

/** Every mention of a claim, wherever its kind keeps it, with whether it stands for an entity. */
export function mentionsOf(claim: Claim): readonly (readonly ['entity' | 'attribute', Mention])[] {
  const entityKeys = new Set(['entity', 'from', 'to', 'through', 'per', 'group', 'members'])
  const found: (readonly ['entity' | 'attribute', Mention])[] = []
  const walk = (value: unknown, key: string): void => {
    if (Array.isArray(value)) for (const inner of value) walk(inner, key)
    else if (isMention(value)) found.push([entityKeys.has(key) ? 'entity' : 'attribute', value])
    else if (typeof value === 'object' && value !== null) for (const [name, inner] of Object.entries(value)) walk(inner, name)
  }
  const { source: _, ...body } = claim
  walk(body, '')
  return found
}

function isMention(value: unknown): value is Mention {
  return typeof value === 'object' && value !== null && 'name' in value && 'identifier' in value && 'known' in value
}
