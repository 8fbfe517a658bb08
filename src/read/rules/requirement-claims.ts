import type { Requirement } from '../../brief/brief.ts'
import type { Claim, RequirementClaim } from '../../claim/claim.ts'
import type { Mention } from '../../claim/mention.ts'
import { attributeNames } from './common-names.ts'
import { isAccounts, mentionOf, namedEntity } from './grammar.ts'
import type { Sentence } from './language/sentence.ts'
import type { Reading } from './reading.ts'

/**
 * One claim per numbered requirement: the entities and attributes that its text names, entities first. A requirement whose text names none, and
 * none of what people do with data, asks for nothing that is stored (a theme, a response time, a language).
 */
export function requirementClaims(
  requirements: readonly Requirement[],
  reading: Reading,
  claims: readonly Claim[],
): readonly (Omit<RequirementClaim, 'kind'> & { readonly line: number; readonly kind: 'requirement' })[] {
  const byRequirement = new Map<string, Sentence[]>()
  for (const sentence of reading.sentences) {
    if (sentence.requirement === undefined) continue
    byRequirement.set(sentence.requirement, [...(byRequirement.get(sentence.requirement) ?? []), sentence])
  }
  return requirements
    .filter((requirement) => requirement.document === reading.document.id)
    .map(({ id, title, line }) => {
      const sentences = byRequirement.get(id) ?? []
      const about = new Map<string, Mention>()
      const attributes = new Map<string, Mention>()
      for (const sentence of sentences) {
        for (const noun of sentence.nouns) {
          const entity = noun.identifier ? reading.entities.find(noun.name) : namedEntity(noun, reading)
          if (entity) about.set(entity.name, { ...entity, text: noun.text })
          else if (isAccounts(noun) && isAboutAccounts(sentence)) about.set('user', { ...mentionOf(noun), name: 'user' })
          else if (attributeNames.has(noun.name) && !noun.identifier) attributes.set(noun.name, mentionOf(noun))
        }
      }
      for (const claim of claims) {
        if (claim.source.requirement === id && claim.source.document === reading.document.id && claim.kind === 'attribute')
          attributes.set(claim.attribute.name, claim.attribute)
      }
      const mentions = [...about.values(), ...(about.size > 0 ? attributes.values() : [])]
      return {
        kind: 'requirement' as const,
        id,
        title,
        about: mentions,
        ...(mentions.length === 0 && !acts(sentences) ? { needsNoData: true } : {}),
        line,
      }
    })
}

/** Registration, login, passwords and profiles are about the accounts themselves. */
function isAboutAccounts(sentence: Sentence): boolean {
  return (
    sentence.nouns.some((noun) =>
      /^(?:account|user_account|profile|user_profile|password|login|registration|sign_up|sign_in|authentication|session|credential)/.test(
        noun.name,
      ),
    ) ||
    sentence.markers.some(
      (marker) =>
        marker.meaning === 'SIGNED_IN' || marker.meaning === 'ACCOUNT_DELETION' || marker.meaning === 'PLATFORM_ACCOUNTS',
    )
  )
}

function acts(sentences: readonly Sentence[]): boolean {
  return sentences.some((sentence) =>
    sentence.markers.some((marker) => marker.meaning === 'STORES' || marker.meaning === 'AUDIT' || marker.meaning === 'MANAGES'),
  )
}
