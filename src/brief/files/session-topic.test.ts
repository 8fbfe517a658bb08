import { describe, expect, it } from 'vitest'
import { parseDocument } from '../parse-document.ts'
import { topicOf } from './session-topic.ts'

const topic = (text: string) => topicOf(parseDocument({ id: 'notes', kind: 'notes', path: 'session.md', text }))

describe('what notes are about', () => {
  it('the product’s own things are repeated, and say nothing of the session', () => {
    const things =
      'A product has a price. A product is requested; the request and its response are tests of patience. Tests, tests, tests. Products.\n\n'
    expect(topic(`${things.repeat(6)}The \`products\` table has a unique enum column; the foreign key is nullable.`)).toBe(
      'database',
    )
  })

  it('screens and endpoints remain what they are', () => {
    expect(topic('The view has a modal, a sidebar, two buttons and a toast. Navigation by tabs; the layout is responsive.')).toBe(
      'user interface',
    )
    expect(topic('GET endpoint with a payload, POST request, status codes, REST, response body.')).toBe('API')
  })
})
