/** The relationships of a Mermaid ER diagram, with the offset of the first name. */
export function mermaidRelations(
  diagram: string,
): readonly { readonly from: string; readonly to: string; readonly at: number }[] {
  const name = String.raw`"?([A-Za-z_][\w.-]*?)"?`
  const pattern = new RegExp(String.raw`^[ \t]*${name}[ \t]+[|}][|o](?:--|\.\.)[|o][|{][ \t]+${name}[ \t]*(?::.*)?$`, 'gm')
  return [...diagram.matchAll(pattern)].map((match) => ({
    from: match[1] ?? '',
    to: match[2] ?? '',
    at: match.index + match[0].indexOf(match[1] ?? ''),
  }))
}

/** The entities of a Mermaid ER diagram that list attributes. */
export interface MermaidEntity {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly attributes: readonly { readonly type: string; readonly name: string; readonly rest: string; readonly at: number }[]
}

export function mermaidEntities(diagram: string): readonly MermaidEntity[] {
  return [...diagram.matchAll(/^[ \t]*"?([A-Za-z_][\w.-]*)"?(?:\["?[^\]]*"?\])?[ \t]*\{([^}]*)\}/gm)].map((entity) => {
    const body = entity.index + entity[0].indexOf('{') + 1
    return {
      name: (entity[1] ?? '').toLowerCase(),
      start: entity.index + entity[0].search(/\S/),
      end: entity.index + entity[0].length,
      attributes: [...(entity[2] ?? '').matchAll(/^[ \t]*([\w()[\],]+)[ \t]+(\w+)([^\n]*)$/gm)].map((line) => ({
        type: line[1] ?? '',
        name: line[2] ?? '',
        rest: line[3] ?? '',
        at: body + line.index + line[0].indexOf(line[2] ?? '', line[0].indexOf(line[1] ?? '') + (line[1] ?? '').length),
      })),
    }
  })
}

export const isErDiagram = ({ lang, value }: { readonly lang?: string | null | undefined; readonly value: string }): boolean =>
  (lang ?? '').toLowerCase() === 'mermaid' && /^\s*(?:%%.*\n\s*)*erDiagram\b/.test(value)
