/** What each check of the proof is about, for people who have not read its documentation. */
const titles: Readonly<Record<string, string>> = {
  applies: 'PostgreSQL refuses it',
  'reads back': 'the database holds something else than the plan says',
  accepts: 'what should work does not',
  rejects: 'what should be refused is not',
  access: 'other access than the rules say',
  privileges: 'other privileges than the grants say',
  triggers: 'a trigger does not do its work',
  rows: 'the tables cannot be filled',
  'attack a': "a row under another owner's parent",
  'attack b': 'a row changes hands',
  'attack c': "rights of a person's own choosing",
  'attack d': "a function's rights are misused",
  'attack e': 'policies recurse',
  'attack f': 'a view shows too much',
  'attack h': 'access without an account',
  'attack i': 'soft deletion does not work',
  'attack j': 'an error tells what is hidden',
  'attack k': 'privileges that nobody needs',
  'attack l': 'policies do not apply to everybody',
  'attack m': 'joining a group uninvited',
  'attack n': 'founding a group',
  'attack o': 'a partition past the policies',
}

/** `policies do not apply to everybody (attack l)`; the check's own name where it says enough. */
export function checkTitle(check: string): string {
  const title = titles[check]
  return title === undefined ? check : `${title} (${check})`
}
