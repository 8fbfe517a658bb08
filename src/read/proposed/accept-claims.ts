import type { Brief } from '../../brief/brief.ts'
import type { Document, Zone } from '../../brief/document.ts'
import type { Claim } from '../../claim/claim.ts'
import type { Source } from '../../claim/source.ts'
import { loadLanguages } from '../rules/language/load-languages.ts'
import { authorityOf } from '../rules/rules-reader.ts'
import { checkWords, type Refusal } from './check-words.ts'
import type { Proposal, ProposedClaim } from './claim-form.ts'
import { claimOfForm } from './claim-of-form.ts'
import { findQuote } from './find-quote.ts'
import { type Merged, mergeClaims } from './merge-claims.ts'
import { namesOf } from './names.ts'
import { passageOfLine } from './passage-of-line.ts'

/** A proposal that was not let in, and why. */
export interface Dropped {
  readonly proposed: ProposedClaim
  readonly why: Refusal
}

export interface Accepted extends Merged {
  readonly dropped: readonly Dropped[]
  readonly unreadable: number
}

/** Zones that refuse or measure rather than ask: nothing in them asks for a part of the schema. */
const askNothing: ReadonlySet<Zone> = new Set<Zone>(['out of scope', 'metrics'])
const maySayAnywhere: ReadonlySet<ProposedClaim['kind']> = new Set<ProposedClaim['kind']>(['exclusion', 'open question'])

/**
 * Lets in what a model or an agent proposes, as far as the documents bear it out: the quote stands in its document, names stand in the passage it quotes
 * or are known entities, numbers, values and SQL stand in the quote. What is left is merged with what the built-in reader read. The documents decide;
 * no proposal can take away what the built-in reader found.
 */
export async function acceptClaims(
  brief: Brief,
  own: readonly Claim[],
  proposal: Proposal,
  reader: 'model' | 'agent',
): Promise<Accepted> {
  const documents = brief.documents.filter((document) => document.kind === 'prd' || document.kind === 'notes')
  const models = await loadLanguages(documents, brief.glossary)
  const names = namesOf(brief, own, models)
  const dropped: Dropped[] = []
  const accepted: Claim[] = []
  for (const proposed of proposal.claims) {
    const document = documents.find((one) => one.id === proposed.document || one.path === proposed.document)
    const found = document === undefined ? undefined : findQuote(document, proposed.quote, proposed.line)
    if (document === undefined || found === undefined) {
      dropped.push({ proposed, why: document === undefined ? 'no such document' : 'quote not in its document' })
      continue
    }
    const passage = passageOfLine(document, found.line)
    const model = models[document.language] ?? models.en ?? models.pl
    const check = checkWords({ document, passage, quote: found.quote, names, proposed: proposal.names, model })
    const body = claimOfForm(proposed, check, found.quote)
    const zone = passage.block?.zone ?? 'other'
    if (askNothing.has(zone) && !maySayAnywhere.has(proposed.kind)) check.refuse('asks for what is out of scope')
    if (body.kind === 'requirement' && !brief.requirements.some(({ id }) => id === body.id)) check.refuse('no such requirement')
    const [why] = check.refusals
    if (why !== undefined) dropped.push({ proposed, why })
    else accepted.push({ ...body, source: sourceOf(document, found, passage.block, own), reader })
  }
  const merged = mergeClaims(
    own,
    accepted,
    brief.documents.map(({ id }) => id),
  )
  return { ...merged, dropped, unreadable: proposal.unreadable }
}

function sourceOf(
  document: Document,
  found: { readonly line: number; readonly quote: string },
  block: Document['blocks'][number] | undefined,
  own: readonly Claim[],
): Source {
  const before = own.filter(
    ({ kind, source }) => kind !== 'requirement' && source.document === document.id && source.line <= found.line,
  )
  return {
    document: document.id,
    ...found,
    ...(block?.requirement === undefined ? {} : { requirement: block.requirement }),
    authority: authorityOf(document, block?.zone ?? 'other'),
    // Just after what the built-in reader read up to this line; whole numbers are given when all are in order.
    order: Math.max(0, ...before.map(({ source }) => source.order)) + 0.5,
  }
}
