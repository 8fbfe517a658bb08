import type { Document } from './document.ts'
import { fold } from './words.ts'

const boilerplate =
  /\b(product requirements? documents?|requirements? (document|specification)s?|dokument(acja)? wymaga[nń] produkt(u|owych)|dokument(acja)? wymaga[nń]|specyfikacja( wymaga[nń])?|product specification|user stories( for)?|historyjki u[zż]ytkownik(a|ów)( dla)?|prd|mvp|minimum viable product)\b/giu

/** The project's name: the PRD's title without the words that every PRD's title has, or a `Product name:` line, or the folder's name. */
export function readTitle(documents: readonly Document[], folderName: string): string {
  for (const document of documents) {
    if (document.kind !== 'prd') continue
    const heading = document.blocks.find((block) => block.kind === 'heading' && block.depth <= 2)
    const fromHeading = heading?.kind === 'heading' && heading.zone !== 'overview' ? clean(heading.inline.text) : ''
    if (fromHeading !== '' && !/^\d/.test(heading?.kind === 'heading' ? heading.inline.text : '')) return fromHeading
    for (const block of document.blocks.slice(0, 20)) {
      if (!('inline' in block)) continue
      const named =
        /^(?:product name|project name|product|project|application|app|nazwa produktu|nazwa projektu|nazwa aplikacji|nazwa|projekt|produkt|aplikacja)\s*:\s*(.{2,80})$/i.exec(
          block.inline.text,
        )
      const value = named ? clean(named[1] as string) : ''
      if (value !== '') return value
    }
  }
  return folderName
}

function clean(text: string): string {
  const bare = text
    .replace(boilerplate, ' ')
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/[{}<>*_`#]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^(?:\s*(?:[-–—:|/,.•]|(?:for|dla)(?=\s)))+/iu, '')
    .replace(/[\s:|,/–—-]+$/, '')
    .replace(/^["„“']|["”']$/g, '')
    .trim()
  return fold(bare) === '' ? '' : bare
}
