/**
 * The parts of a name that the model writes in one string: `private.set_updated_at`, `set_updated_at` (of `public`). Parts may be
 * quoted as in SQL; what follows the first dot outside quotes is the local name.
 */
export function splitName(text: string): { readonly schema: string; readonly name: string } {
  const parts = splitDotted(text)
  const [first = '', ...rest] = parts
  return rest.length === 0 ? { schema: 'public', name: first } : { schema: first, name: rest.join('.') }
}

function splitDotted(text: string): readonly string[] {
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '"') {
      for (at++; at < text.length; at++) {
        if (text[at] === '"' && text[at + 1] === '"') at++
        else if (text[at] === '"') break
        part += text[at]
      }
    } else if (character === '.') {
      parts.push(part)
      part = ''
    } else part += character
  }
  return [...parts, part]
}
