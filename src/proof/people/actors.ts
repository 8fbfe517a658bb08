import { tokenise, nameOf as tokenName } from '../../sql/tokenise.ts'
import type { Identity } from '../probe.ts'
import type { Facts } from '../rows/facts.ts'
import type { Person } from './people.ts'

/** Somebody who sends statements: one of the people, a visitor who is not signed in, or the backend. */
export interface Actor {
  readonly name: string
  readonly description: string
  readonly kind: 'anonymous' | 'person' | 'backend'
  readonly person?: Person
  readonly identity: Identity
}

export function actorsOf(facts: Facts, people: readonly Person[]): readonly Actor[] {
  const { traits } = facts
  const identify = identifier(facts)
  return [
    {
      name: 'anonymous',
      description: `role \`${traits.anonymous}\`, not signed in`,
      kind: 'anonymous',
      identity: { role: traits.anonymous, settings: identify(undefined) },
    },
    ...people.map(
      (person): Actor => ({
        name: person.name,
        description: `role \`${traits.signedIn}\`, ${person.description}`,
        kind: 'person',
        person,
        identity: { role: traits.signedIn, settings: identify(person) },
      }),
    ),
    {
      name: 'backend',
      description: `role \`${traits.backend}\``,
      kind: 'backend',
      identity: { role: traits.backend, settings: identify(undefined) },
    },
  ]
}

/** How the platform learns whose session it is: the claims of a token, or the setting that the plan's own function reads. */
function identifier(facts: Facts): (person: Person | undefined) => Readonly<Record<string, string>> {
  const { traits } = facts
  if (traits.accounts !== null) {
    return (person) => ({
      'request.jwt.claims': JSON.stringify(
        person === undefined
          ? { role: traits.anonymous }
          : { sub: person.id, role: traits.signedIn, email: `${person.id}@example.com` },
      ),
    })
  }
  const setting = callerSetting(facts)
  return (person) => ({ [setting]: person?.id ?? '' })
}

/** The setting behind `private.current_user_id()`: the constant it hands to current_setting. */
function callerSetting(facts: Facts): string {
  const routine = facts.schema.routines.find((one) => `${one.schema}.${one.name}()` === facts.traits.callerId)
  const tokens = tokenise(routine?.body ?? '')
  const at = tokens.findIndex((token) => token.kind === 'word' && tokenName(token) === 'current_setting')
  const constant = tokens[at + 2]
  return at >= 0 && constant?.kind === 'string' ? constant.text.slice(1, -1) : 'app.user_id'
}
