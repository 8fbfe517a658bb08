import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/**
 * What is switched off, and why: indented code, because notes indent lists at will; HTML, because tags are read before; definitions and
 * footnotes, because `[CHANGED]: …` is text here; bare addresses, because nothing is made of them and their positions are not kept.
 * One tilde means "about", so only two strike a text out.
 */
const extensions = [
  gfm({ singleTilde: false }),
  {
    disable: {
      null: [
        'codeIndented',
        'htmlFlow',
        'htmlText',
        'definition',
        'wwwAutolink',
        'protocolAutolink',
        'emailAutolink',
        'gfmFootnoteDefinition',
        'gfmFootnoteCall',
        'gfmPotentialFootnoteCall',
      ],
    },
  },
]

const mdastExtensions = gfmFromMarkdown().filter((extension) => extension.transforms === undefined)

/** Markdown with GFM tables, strikethrough and task lists, as a tree with offsets into `text`. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions, mdastExtensions })
}
