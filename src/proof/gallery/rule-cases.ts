/** The case of the gallery whose broken schema breaks a rule, or why the proof has nothing that could fail. */
type RuleCase = { readonly name: string } | { readonly never: string }

/** The rules for access and keys, by their code: `dbplan check` reads from the schema what the proof finds by trying. */
export const ruleCases: Readonly<Record<string, RuleCase>> = {
  'access/backend-policy': { never: 'such a policy gives nobody anything; taken away, nobody misses it, which mutations list' },
  'access/child-of-foreign-parent': { name: 'a: a row moved under a stranger’s parent' },
  'access/definer-search-path': { name: 'd: a definer function without a search path' },
  'access/definer-view': { name: 'f: a view with the rights of its owner' },
  'access/exposed-accounts': { name: 'f: a view that shows the addresses of all accounts' },
  'access/kept-passwords': { never: 'a column behaves alike whatever it is for' },
  'access/left-privileges': { name: 'k: a table that visitors can empty' },
  'access/many-policies': { name: 'a second policy that says less, beside the right one' },
  'access/missing-delete': { name: 'g: a policy for deleting is missing' },
  'access/no-policy': { name: 'g: row level security is on, and there is no policy' },
  'access/no-role': { name: 'a second policy that says less, beside the right one' },
  'access/open-reading': { name: 'visitors read what is for the signed in' },
  'access/open-writing': { name: 'rows are added in the name of others' },
  'access/per-row-call': { name: 'the caller asked for once per row' },
  'access/policy-clause': { name: 'a policy for INSERT that asks of rows that are there' },
  'access/policy-recursion': { name: 'e: a policy that reads its own table' },
  'access/raise-oneself': { name: 'c: a role of one’s own choosing' },
  'access/rls-off': { name: 'row level security is off' },
  'access/soft-deletion-blocked': { name: 'i: rows that nobody but their owner sees, gone from sight as they are deleted' },
  'access/user-metadata': { name: 'c: a role from the part of the token that people write themselves' },
  'key/blocked-account-deletion': { never: 'the plan says that the account stays, and so it does' },
  'key/no-primary-key': { never: 'a table without a key is what the plan says, and every statement on it does what it should' },
  'key/serial': { name: 'a serial column, which becomes something else' },
  'key/set-null-not-null': { name: 'set null on a column that may not be null' },
  'key/target': { name: 'a foreign key to a column that is no key' },
  'key/unindexed': { name: 'a foreign key without an index' },
}
