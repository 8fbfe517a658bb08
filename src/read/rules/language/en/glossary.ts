import type { GlossaryEntry } from '../../../../brief/brief.ts'
import { singularise } from '../../../../schema/inflect.ts'
import { nameWords } from '../name-words.ts'

/** Finds the longest glossary word at the end of these lower-case words; `used` is how many of them it takes. */
export type GlossaryNames = (words: readonly string[]) => { readonly name: string; readonly used: number } | undefined

/** Makes the project's glossary searchable: a word counts in singular and plural alike. */
export function compileGlossary(glossary: readonly GlossaryEntry[]): GlossaryNames {
  const names = new Map(glossary.map((entry) => [key(nameWords(entry.word)), entry.name]))
  const longest = Math.max(0, ...glossary.map((entry) => nameWords(entry.word).length))
  return (words) => {
    for (let used = Math.min(longest, words.length); used > 0; used -= 1) {
      const name = names.get(key(words.slice(words.length - used)))
      if (name !== undefined) return { name, used }
    }
    return undefined
  }
}

const key = (words: readonly string[]): string => words.map(singularise).join(' ')
