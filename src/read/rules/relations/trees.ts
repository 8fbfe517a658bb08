/** One name of a drawing: what it hangs below, and how many of it there are for each of that. */
export interface TreeLine {
  /** Line of the drawing, from 0. */
  readonly line: number
  readonly name: string
  readonly parent?: string
  /** As drawn between the two, from the parent's side: `1:N`, `N:1`, `M:N`, `1:1`. */
  readonly ratio?: readonly [string, string]
  /** What stands in a parenthesis behind the name. */
  readonly inside?: string
}

const branch = /[├└╰┣┗]|^[ \t|]*(?:\|--|\+--|`--|\|_)/
const ratio = /(?<![\w.])(1|[NMnm*])\s*:\s*(1|[NMnm*])(?!\w)/
const nameOf = /(?:auth\.)?[a-z][a-z0-9]*(?:_[a-z0-9]+)*/
const down = /^\s*(?:[↓⬇▼⇓|│vV]+|[↓⬇▼]?\s*\(?(?:1|[NMnm*])\s*:\s*(?:1|[NMnm*])\)?)(?:\s|$)/

/**
 * Reads the drawing of a block of code as names that hang below others: a tree with branches (`├──`, `└──`, `|--`), or names one
 * below the other with arrows between (`↓ 1:N`). Undefined for anything else: program text, a tree of files, prose.
 */
export function readTree(text: string): readonly TreeLine[] | undefined {
  const lines = text.split('\n')
  if (lines.some((line) => /[;{}=<]|\.(?:[cm]?[jt]sx?|md|json|sql|astro|css|html|ya?ml|toml|png|svg)\b|\w\//.test(line)))
    return undefined
  const read = lines.some((line) => branch.test(line)) ? branches(lines) : arrows(lines)
  return read.filter((each) => each.parent !== undefined).length > 0 ? read : undefined
}

function branches(lines: readonly string[]): readonly TreeLine[] {
  const read: (TreeLine & { readonly from: number })[] = []
  for (const [line, text] of lines.entries()) {
    const sign = branch.exec(text)
    const at = sign ? sign.index + sign[0].length - 1 : -1
    const rest = text.slice(at + 1)
    // after a branch its stroke, with a ratio in it perhaps: `└──1:N──► orders`
    const lead = sign
      ? (/^[\s─━—>►▶–-]*(?:\(?(?:1|[NMnm*])\s*:\s*(?:1|[NMnm*])\)?[\s─━—>►▶–-]*)?/.exec(rest)?.[0].length ?? 0)
      : (/^[\s│|]*/.exec(rest)?.[0].length ?? 0)
    const name = new RegExp(`^${nameOf.source}`).exec(rest.slice(lead))?.[0]
    const behind = name === undefined ? '' : rest.slice(lead + name.length)
    if (name === undefined || /^[^\s(:,]/.test(behind)) continue
    const parent = sign ? read.findLast((above) => above.from <= at) : undefined
    if (!sign && rest.trim() === '') continue
    read.push({
      line,
      name,
      from: at + 1 + lead,
      ...(parent ? { parent: parent.name } : {}),
      ...extras(sign ? rest : behind, behind),
    })
  }
  return read
}

/** Names one below the other: the line between them draws how they are related. */
function arrows(lines: readonly string[]): readonly TreeLine[] {
  const read: TreeLine[] = []
  let drawn: string | undefined
  for (const [line, text] of lines.entries()) {
    const name = new RegExp(`^\\s*(${nameOf.source})(?=\\s*(?:\\(|$))`).exec(text)
    if (text.trim() === '') drawn = undefined
    else if (name?.[1] !== undefined && !/^[vV]$/.test(name[1])) {
      const above = drawn === undefined ? undefined : read.at(-1)
      read.push({
        line,
        name: name[1],
        ...(above ? { parent: above.name } : {}),
        ...extras(drawn ?? '', text.slice(name[0].length)),
      })
      drawn = undefined
    } else if (down.test(text)) drawn = `${drawn ?? ''} ${text}`
    else return []
  }
  return read
}

function extras(drawn: string, behind: string): Pick<TreeLine, 'ratio' | 'inside'> {
  const ends = ratio.exec(drawn) ?? ratio.exec(behind)
  const inside = /^\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)/.exec(behind)?.[1]
  return {
    ...(ends?.[1] !== undefined && ends[2] !== undefined ? { ratio: [ends[1], ends[2]] as const } : {}),
    ...(inside === undefined || ratio.test(inside) ? {} : { inside }),
  }
}
