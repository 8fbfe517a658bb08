import type { Block, Document } from '../../../brief/document.ts'

/** A numbered question or recommendation of a session, with the blocks that belong to it: options, reasons, what is recommended. */
export interface Question {
  readonly number: number
  /** Indexes of blocks, the question's own first. */
  readonly blocks: readonly number[]
  /** Blocks of the options by their letter, in capitals. */
  readonly options: ReadonlyMap<string, number>
  /** The letter of the option that is recommended. */
  readonly recommended?: string
  /** A turn of a conversation, which proposes and asks at once: an answer to it is one to what it asks. */
  readonly turn?: boolean
}

/** An answer as it stands in a document: `letter` chooses an option. */
export interface Answer {
  readonly block: number
  readonly question: Question
  readonly verdict: 'yes' | 'no' | { readonly letter: string }
  /** What is said to that question, where a line answers several. */
  readonly text?: string
}

const optionLetter = /^\(?([A-Ha-h])[).:]\s+\p{L}/u
const recommendedLetter = /^(?:\p{L}+\s*)?:?\s*(?:opcj[aęi]|option|wariant|variant)?\s*\(?([A-H])(?:[).,:;]|\s[–—-]|\s*$)/u

/** The questions of a document in order. A block belongs to the last question above it until something else begins. */
export function questionsOf(document: Document): readonly Question[] {
  const questions: { number: number; blocks: number[]; level: number }[] = []
  let open: (typeof questions)[number] | undefined
  for (const [index, block] of document.blocks.entries()) {
    if (!isAsking(block)) {
      open = undefined
      continue
    }
    const number = block.kind === 'item' ? block.number : numberOf(block)
    const level = block.kind === 'item' ? block.level : 0
    if (number !== undefined && (open === undefined || level <= open.level)) {
      open = { number, blocks: [index], level }
      questions.push(open)
    } else open?.blocks.push(index)
  }
  return questions.map(({ number, blocks }) => {
    const options = new Map<string, number>()
    let recommended: string | undefined
    for (const at of blocks.slice(1)) {
      const text = textOfBlock(document.blocks[at])
      const letter = optionLetter.exec(text)?.[1]?.toUpperCase()
      if (letter !== undefined && !options.has(letter)) options.set(letter, at)
      else if (document.blocks[at]?.zone === 'recommendations' || /:/.test(text.slice(0, 40)))
        recommended ??= recommendedLetter.exec(text)?.[1]
    }
    const known = recommended !== undefined && options.has(recommended) ? { recommended } : {}
    return { number, blocks, options, ...known }
  })
}

/** The number of a question that is a paragraph or a heading: "Question 3: …", "**4. Czy …?**". */
function numberOf(block: Block): number | undefined {
  const number = /^(?:(?:pytanie|pyt|question|q)\.?\s*)?(\d{1,2})\s*[.):–-]\s/iu.exec(textOfBlock(block).trim())?.[1]
  return number === undefined || block.zone !== 'questions' ? undefined : Number(number)
}

function isAsking(block: Block): block is Extract<Block, { readonly kind: 'item' | 'paragraph' | 'heading' }> {
  const text = block.kind === 'item' || block.kind === 'paragraph' || (block.kind === 'heading' && numberOf(block) !== undefined)
  return text && (block.zone === 'questions' || block.zone === 'recommendations')
}

export function textOfBlock(block: Block | undefined): string {
  return block === undefined || block.kind === 'code' || block.kind === 'table' ? '' : block.inline.text
}
