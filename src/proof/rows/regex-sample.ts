/**
 * A string that a simple regular expression accepts, or undefined for one that it cannot read. `seed` picks among alternatives, so that
 * different seeds tend to give different strings. PostgreSQL judges the result; nothing rests on this being complete.
 */
export function regexSample(pattern: string, seed: number): string | undefined {
  const sampler = new Sampler(pattern, seed)
  try {
    const text = sampler.alternatives()
    return sampler.done() ? text : undefined
  } catch {
    return undefined
  }
}

const digits = [...'0123456789']
const letters = [...'abcdefghijklmnopqrstuvwxyz']
const classes: Readonly<Record<string, readonly string[]>> = {
  d: digits,
  w: [...letters, ...digits],
  s: [' '],
  D: letters,
  W: ['-'],
  S: letters,
}

class Sampler {
  private at = 0
  private turn: number
  private readonly pattern: string

  constructor(pattern: string, seed: number) {
    this.pattern = pattern.replace(/^\(\?[a-z]+\)/, '')
    this.turn = seed * 7
  }

  done(): boolean {
    return this.at >= this.pattern.length
  }

  alternatives(): string {
    const found = [this.sequence()]
    while (this.pattern[this.at] === '|') {
      this.at += 1
      found.push(this.sequence())
    }
    return this.pick(found)
  }

  private sequence(): string {
    let text = ''
    while (!this.done() && this.pattern[this.at] !== '|' && this.pattern[this.at] !== ')') text += this.repeated()
    return text
  }

  private repeated(): string {
    const start = this.at
    const first = this.atom()
    const [least, most] = this.bounds()
    const times = Math.min(most, Math.max(least, least === 0 && most > 1 ? 3 : least))
    if (times === 0) return ''
    const end = this.at
    let text = first
    for (let count = 1; count < times; count += 1) {
      this.at = start
      text += this.atom()
    }
    this.at = end
    return text
  }

  private bounds(): readonly [number, number] {
    const symbol = this.pattern[this.at]
    const simple: Readonly<Record<string, readonly [number, number]>> = { '*': [0, 8], '+': [1, 8], '?': [0, 1] }
    const known = symbol === undefined ? undefined : simple[symbol]
    if (known !== undefined) {
      this.at += 1
      if (this.pattern[this.at] === '?') this.at += 1
      return symbol === '+' ? [2, 8] : known
    }
    const braces = /^\{(\d+)(,(\d*))?\}/.exec(this.pattern.slice(this.at))
    if (braces === null) return [1, 1]
    this.at += braces[0].length
    const least = Number(braces[1])
    return [least, braces[2] === undefined ? least : braces[3] === '' ? least + 8 : Number(braces[3])]
  }

  private atom(): string {
    const symbol = this.next()
    if (symbol === '^' || symbol === '$') return ''
    if (symbol === '.') return this.pick(letters)
    if (symbol === '[') return this.pick(this.bracket())
    if (symbol === '(') {
      const group = /^\?(:|!|=|<!|<=)/.exec(this.pattern.slice(this.at))
      if (group !== null) this.at += group[0].length
      const text = this.alternatives()
      if (this.next() !== ')') throw new Error('unclosed group')
      return group !== null && group[1] !== ':' ? '' : text
    }
    if (symbol === '\\') {
      const escaped = this.next()
      if (/[mMyYAZbB]/.test(escaped)) return ''
      return classes[escaped] === undefined ? escaped : this.pick(classes[escaped] ?? [])
    }
    if (/[*+?)]/.test(symbol)) throw new Error('misplaced')
    return symbol
  }

  private bracket(): readonly string[] {
    const negated = this.pattern[this.at] === '^'
    if (negated) this.at += 1
    const found: string[] = []
    for (let first = true; first || this.pattern[this.at] !== ']'; first = false) {
      const named = /^\[:(\w+):\]/.exec(this.pattern.slice(this.at))
      if (named !== null) {
        this.at += named[0].length
        found.push(...(/digit/.test(named[1] ?? '') ? digits : /space/.test(named[1] ?? '') ? [' '] : letters))
        continue
      }
      const symbol = this.next()
      if (symbol === '\\') {
        const escaped = this.next()
        found.push(...(classes[escaped] ?? [escaped]))
      } else if (this.pattern[this.at] === '-' && this.pattern[this.at + 1] !== ']') {
        this.at += 1
        const last = this.next()
        for (let code = symbol.charCodeAt(0); code <= last.charCodeAt(0); code += 1) found.push(String.fromCharCode(code))
      } else found.push(symbol)
    }
    this.at += 1
    return negated ? [...letters, ...digits, '-'].filter((one) => !found.includes(one)) : found
  }

  private next(): string {
    const symbol = this.pattern[this.at]
    if (symbol === undefined) throw new Error('ended early')
    this.at += 1
    return symbol
  }

  private pick(from: readonly string[]): string {
    const chosen = from[this.turn % Math.max(1, from.length)]
    this.turn = (this.turn * 31 + 11) % 1_000_003
    if (chosen === undefined) throw new Error('nothing to pick')
    return chosen
  }
}
