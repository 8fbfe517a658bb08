import type { Marker, Word } from '../sentence.ts'

/**
 * `do 500 znaków` is a limit and `od 3 zdjęć` a least; `należy do 2 grup` and `od 1 do 5` are not. A number in words
 * (`do jednego`) bounds nothing.
 */
export function boundMarkers(words: readonly Word[], others: readonly Marker[]): readonly Marker[] {
  return words.flatMap((word, at): readonly Marker[] => {
    const text = word.text.toLowerCase()
    if ((text !== 'do' && text !== 'od') || word.identifier || word.quoted === true) return []
    const number = words[at + 1]
    if (number?.pos !== 'number' || number.value === undefined || !/^\d/.test(number.text)) return []
    if (others.some(({ from, to }) => from <= at && to > at)) return []
    return [{ meaning: text === 'do' ? 'AT_MOST' : 'AT_LEAST', from: at, to: at + 2 }]
  })
}
