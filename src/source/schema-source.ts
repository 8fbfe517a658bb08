import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'

/** Where a schema can be read from. */
export type SchemaSource =
  | { readonly kind: 'plan'; readonly file: string }
  | { readonly kind: 'sql'; readonly file: string }
  | { readonly kind: 'migrations'; readonly folder: string }
  | { readonly kind: 'database'; readonly url: string }
  /** A plan as it stood in a commit: `git:HEAD~1`, or of another file, `git:main:docs/plan.md`. */
  | { readonly kind: 'revision'; readonly revision: string; readonly file: string }

/**
 * What a person means by the word they gave: a URL is a database, `git:REV` a plan in git, a folder holds migrations, a file is SQL or, by any other
 * name, a plan. A file that is not there is taken for one, so that reading it says so.
 *
 * @param plan the project's plan, which `git:REV` means.
 */
export async function recogniseSource(word: string, plan: string): Promise<SchemaSource> {
  if (/^postgres(ql)?:\/\//i.test(word)) return { kind: 'database', url: word }
  if (word.startsWith('git:')) {
    const [, revision = '', path = ''] = /^git:([^:]*)(?::(.+))?$/s.exec(word) ?? []
    return { kind: 'revision', revision, file: path === '' ? plan : resolve(path) }
  }
  const path = resolve(word)
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (isFolder) return { kind: 'migrations', folder: path }
  return path.toLowerCase().endsWith('.sql') ? { kind: 'sql', file: path } : { kind: 'plan', file: path }
}
