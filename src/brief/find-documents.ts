import { readdir } from 'node:fs/promises'
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.ts'
import type { Document, DocumentKind } from './document.ts'
import { compareNotes, kindByName } from './files/document-names.ts'
import { readText } from './files/read-text.ts'
import { looksLikeSession, topicOf } from './files/session-topic.ts'
import { parseDocument } from './parse-document.ts'
import { collectRequirements } from './requirements/collect-requirements.ts'

/** Where the documents are. Files that are named are read whatever they are called; the others are looked for in `.ai/`. */
export interface DocumentLocations {
  readonly dir: string
  readonly prd?: string
  readonly notes?: readonly string[] | string
  readonly stack?: string
}

/** Folders that hold a project's documents, the usual one first. */
const folders = ['.ai', 'docs', '.cursor', '.']

interface Found {
  readonly kind: DocumentKind
  readonly file: string
  /** The person named it, or its name says for sure what it is. */
  readonly sure: boolean
}

/**
 * Finds, reads and parses a project's documents. Files that cannot be read are reported as errors and left out; notes that turn out to be about
 * something else than the database are left aside with a note.
 */
export async function findDocuments(locations: DocumentLocations): Promise<Outcome<readonly Document[]>> {
  const { dir } = locations
  const diagnostics: Diagnostic[] = []
  const listed = await listFolder(dir)
  if (listed === undefined) {
    const help = 'Give the project folder with --dir.'
    return {
      value: [],
      diagnostics: [{ code: 'brief/folder-missing', severity: 'error', message: `There is no folder ${dir}.`, help }],
    }
  }
  return readFound(await choose(locations), dir, diagnostics)
}

/**
 * Reads and parses the documents at these paths, and no others: each is what its name says, or what its text looks like. A folder stands for the documents
 * that are found in it.
 */
export async function readDocuments(paths: readonly string[], dir: string): Promise<Outcome<readonly Document[]>> {
  const found: Found[] = []
  for (const path of paths) {
    const file = isAbsolute(path) ? path : resolve(dir, path)
    if ((await listFolder(file)) !== undefined) found.push(...(await choose({ dir: file })))
    else found.push({ kind: await kindOf(file), file, sure: true })
  }
  return readFound(found, dir, [])
}

/** A file whose name says nothing is a PRD if it numbers its requirements, and notes otherwise. */
async function kindOf(file: string): Promise<DocumentKind> {
  const named = kindByName(basename(file))
  if (named === 'prd' || named === 'stack' || named === 'glossary') return named
  if (named === 'notes') return 'notes'
  const read = await readText(file, file)
  if ('diagnostic' in read) return 'notes'
  return collectRequirements(parseDocument({ id: 'prd', kind: 'prd', path: file, text: read.text })).length > 0 ? 'prd' : 'notes'
}

async function readFound(
  found: readonly Found[],
  dir: string,
  said: readonly Diagnostic[],
): Promise<Outcome<readonly Document[]>> {
  const diagnostics = [...said]
  const documents: Document[] = []
  let notes = 0
  for (const { kind, file, sure } of found) {
    const path = shown(dir, file)
    const read = await readText(file, path)
    if ('diagnostic' in read) {
      diagnostics.push(sure ? read.diagnostic : { ...read.diagnostic, severity: 'warning' })
      continue
    }
    const id = kind === 'notes' ? (notes === 0 ? 'notes' : `notes-${notes + 1}`) : kind
    const document = parseDocument({ id, kind, path, text: read.text })
    const aside = kind === 'notes' && document.blocks.length > 0 ? leaveAside(document, sure) : undefined
    if (aside !== undefined) {
      diagnostics.push(aside)
      continue
    }
    if (kind === 'notes') notes++
    documents.push(document)
  }
  return { value: documents, diagnostics }
}

async function choose({ dir, prd, notes, stack }: DocumentLocations): Promise<readonly Found[]> {
  const named = (kind: DocumentKind, files: readonly string[]): readonly Found[] =>
    files.map((file) => ({ kind, file: isAbsolute(file) ? file : resolve(dir, file), sure: true }))
  const folder = await documentsFolder(dir)
  const files = folder === undefined ? [] : ((await listFolder(folder)) ?? [])
  const at = (file: string) => join(folder ?? dir, file)
  const byKind = (kind: 'prd' | 'stack' | 'glossary') => files.filter((file) => kindByName(file) === kind)
  const one = (kind: 'prd' | 'stack' | 'glossary'): readonly Found[] => {
    const [first] = byKind(kind).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    return first === undefined ? [] : [{ kind, file: at(first), sure: true }]
  }
  const notesFound = (): readonly Found[] =>
    files
      .map((file) => ({ file, name: kindByName(file) }))
      .filter(({ name }) => name === 'notes' || name === 'notes?')
      .sort((a, b) => compareNotes(a.file, b.file))
      .map(({ file, name }) => ({ kind: 'notes', file: at(file), sure: name === 'notes' }))
  const list = notes === undefined ? undefined : typeof notes === 'string' ? [notes] : notes
  return [
    ...(prd === undefined ? one('prd') : named('prd', [prd])),
    ...(list === undefined ? notesFound() : named('notes', list)),
    ...(stack === undefined ? one('stack') : named('stack', [stack])),
    ...one('glossary'),
  ]
}

/** The first usual folder that holds a document; the project folder may also be the documents' folder itself. */
async function documentsFolder(dir: string): Promise<string | undefined> {
  for (const folder of folders) {
    const path = join(dir, folder)
    const files = (await listFolder(path)) ?? []
    const kinds = files.map(kindByName)
    if (folder === '.ai' ? files.length > 0 : kinds.includes('prd')) return path
  }
  return undefined
}

async function listFolder(path: string): Promise<readonly string[] | undefined> {
  try {
    const entries = await readdir(path, { withFileTypes: true })
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
  } catch {
    return undefined
  }
}

/** Notes named by the person are read whatever they seem to be about. */
function leaveAside(document: Document, sure: boolean): Diagnostic | undefined {
  const topic = topicOf(document)
  if (topic === 'database' || sure) return undefined
  if (topic === 'nothing known' && !looksLikeSession(document)) return undefined
  return {
    code: 'brief/notes-aside',
    severity: 'note',
    message: `${document.path} is about ${topic === 'nothing known' ? 'something other than the database' : aboutTopic[topic]}, and is left aside.`,
    place: { file: document.path, line: 1 },
    help: `If it is about the database, name it: --notes ${document.path}`,
  }
}

const aboutTopic: Readonly<Record<ReturnType<typeof topicOf>, string>> = {
  database: 'the database',
  'user interface': 'the user interface',
  API: 'the API',
  tests: 'testing',
  product: 'the product',
  deployment: 'deployment',
  'nothing known': 'something else',
}

function shown(dir: string, file: string): string {
  const path = relative(dir, file)
  return (path === '' || path.startsWith('..') || isAbsolute(path) ? file : path).split(sep).join('/')
}
