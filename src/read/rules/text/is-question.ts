/** Whether a sentence asks: it ends in a question mark, closing quotation marks and parentheses aside. */
export function isQuestion(text: string): boolean {
  return /\?["”')]*\s*$/.test(text)
}
