import type { LanguageModel } from '../sentence.ts'

/** For tests: analyses text in which backticks stand around code spans. */
export function readWritten(written: string, model: LanguageModel) {
  const marks: { kind: string; start: number; end: number }[] = []
  const text = written.split('`').reduce((before, piece, index) => {
    if (index % 2 === 1) marks.push({ kind: 'code', start: before.length, end: before.length + piece.length })
    return before + piece
  }, '')
  return { text, ...model.analyse(text, marks) }
}
