import type { Place } from '../../diagnostic/place.ts'
import type { Block, Document, Inline } from '../document.ts'
import { originAt } from '../markdown/inline-text.ts'
import { fold } from '../words.ts'
import { type Product, products } from './products.ts'

/** A product that a document names. `affirmed` is false where it is named to be rejected, compared with, or kept for later. */
export interface ProductMention {
  readonly product: Product
  readonly affirmed: boolean
  readonly document: Document
  readonly place: Place
  /** The words as written. */
  readonly quote: string
  /** The sentence part that it stands in, for quoting and for a version. */
  readonly context: string
}

/** Every product the document names, in reading order. */
export function findMentions(document: Document): readonly ProductMention[] {
  const found: ProductMention[] = []
  for (const block of document.blocks) {
    for (const inline of inlinesOf(block, document)) {
      const mentions = mentionsIn(inline, document, block.line)
      // Most of what people write names no product.
      if (mentions.length === 0 || (block.kind !== 'paragraph' && isAlternative(inline.text.slice(0, 60)))) continue
      const refused = block.zone === 'out of scope' || block.zone === 'unresolved' || block.headings.some(isAlternative)
      for (const mention of mentions) found.push(refused ? { ...mention, affirmed: false } : mention)
    }
  }
  return found
}

function mentionsIn(inline: Inline, document: Document, line: number): readonly ProductMention[] {
  const found: (ProductMention & { readonly at: number })[] = []
  const small = inline.text.toLowerCase()
  for (const { words, pattern, product } of products) {
    if (!words.some((word) => small.includes(word))) continue
    for (const match of inline.text.matchAll(pattern)) {
      const end = match.index + match[0].length
      const origin = originAt(inline, match.index)
      found.push({
        product,
        affirmed: isAffirmed(inline.text, match.index, end),
        document,
        place: { file: document.path, line: origin?.line ?? line, ...(origin === undefined ? {} : { column: origin.column }) },
        quote: match[0],
        context: clauseAround(inline.text, match.index, end).text,
        at: match.index,
      })
    }
  }
  return found.sort((a, b) => a.at - b.at)
}

function inlinesOf(block: Block, document: Document): readonly Inline[] {
  if (block.kind === 'table') return [...block.header, ...block.rows.flat()]
  if (block.kind !== 'code') return [block.inline]
  // A list of packages or a diagram in a code block names products as well.
  return block.text
    .split('\n')
    .map((text, index) => ({ text, marks: [], origins: codeOrigin(document, block.line + 1 + index, text) }))
}

function codeOrigin(document: Document, line: number, text: string): Inline['origins'] {
  const column = (document.lines[line - 1] ?? '').indexOf(text) + 1
  return column === 0 ? [] : [{ offset: 0, line, column }]
}

const alternative =
  /\b(alternatives?( considered| options?)?|considered( and rejected)?|rejected|why not|not chosen|trade ?offs?|comparison|options considered|migration from|alternatyw\w*|rozwazan\w*|odrzucon\w*|dlaczego nie|porownani\w*|mozliwe zamienniki)\b/

function isAlternative(heading: string): boolean {
  return alternative.test(fold(heading))
}

/** The part of a sentence between strong punctuation around a match. */
function clauseAround(
  text: string,
  start: number,
  end: number,
): { readonly text: string; readonly before: string; readonly after: string } {
  const left = Math.max(
    ...['. ', '; ', '! ', '? ', ' – ', ' — '].map((mark) => text.lastIndexOf(mark, start - 1)),
    start - 240,
    0,
  )
  const ends = ['. ', '; ', '! ', '? ', ' – ', ' — '].map((mark) => text.indexOf(mark, end)).filter((at) => at !== -1)
  const right = Math.min(...ends, end + 240, text.length)
  return { text: text.slice(left, right), before: text.slice(left, start), after: text.slice(end, right) }
}

const negatedBefore =
  /\b(instead of( using)?|rather than( using)?|not( using| use)?|no|without|never|over|avoid(ing|s)?|reject(ed|ing)?|drop(ped|ping)?|replac(e|es|ed|ing)|unlike|versus|vs|compared (to|with)|alternatives? (to|for|is|are|such as|like)|alternatively|migrat(e|ed|ing|ion) (from|away from)|away from|consider(ed)?|could (be|use)|in (the )?future|later|zamiast( uzywac| uzywania)?|nie( uzywamy| bedzie| stosujemy| jest to)?|bez|rozwaz\w+|odrzuc\w+|w odroznieniu od|w porownaniu (do|z|ze)|rezygn\w+ z|zrezygnowano z|migracj\w+ z|alternatyw\w+( dla| to| do| jest)?|mozna( by)?( bylo)?( tez)?( wykorzystac| uzyc| rozwazyc)?|w przyszlosci|ewentualnie)( \w+){0,3}$/
const negatedAfter =
  /^(\W*\w+){0,2}\W*\b(rejected|was considered|were considered|not (chosen|used|needed|selected)|is overkill|ruled out|dropped|later|in (the )?future|odrzucon\w+|rozwazan\w+|nie (jest|beda|bedzie) (potrzebn\w+|uzywan\w+)|odpad\w+|w przyszlosci|zbedn\w+)\b/

/** Whether what stands between two offsets of a text is named to be used, and not to be rejected, compared with, or kept for later. */
export function isAffirmed(text: string, start: number, end: number): boolean {
  const { before, after } = clauseAround(text, start, end)
  return !negatedBefore.test(fold(before.replaceAll(',', ' '))) && !negatedAfter.test(fold(after))
}
