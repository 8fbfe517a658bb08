import type { Reader } from '../reader.ts'
import { rulesReader } from '../rules/rules-reader.ts'
import { type Accepted, acceptClaims } from './accept-claims.ts'
import type { Proposal } from './claim-form.ts'

/** The built-in reader together with claims that an agent handed in. `onAccepted` is told what became of them. */
export function agentReader(proposal: Proposal, onAccepted: (accepted: Accepted) => void = () => undefined): Reader {
  return {
    name: 'agent',
    read: async (brief) => {
      const rules = await rulesReader.read(brief)
      const accepted = await acceptClaims(brief, rules.value, proposal, 'agent')
      onAccepted(accepted)
      return { value: accepted.claims, diagnostics: rules.diagnostics }
    },
  }
}
