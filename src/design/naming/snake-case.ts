/** Letters that decomposition does not take apart. */
const letters: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ð: 'd' }

/**
 * Any text as a snake_case name: camelCase is split, accents are dropped, everything that is no ASCII letter or digit separates words.
 * `SongBooks` → `song_books`, `userID` → `user_id`, `Zażółć gęślą` → `zazolc_gesla`. May be empty.
 */
export function snakeCase(text: string): string {
  if (/^[a-z0-9]+(_[a-z0-9]+)*$/.test(text)) return text
  return text
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1_$2')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]/g, (letter) => letters[letter] ?? '_')
    .replace(/_+/g, '_')
    .replace(/^_|_$/g, '')
}
