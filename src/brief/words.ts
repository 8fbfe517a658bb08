/** Text for comparing: lower case, without diacritics (`ł` too), other characters than letters and digits as single spaces. */
export function fold(text: string): string {
  if (!/[\u0080-\uffff]/.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ł', 'l')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
