import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a provider was asked, whatever its protocol. */
export interface Asked {
  readonly path: string
  readonly prompt: string
  readonly headers: IncomingMessage['headers']
  readonly body: Readonly<Record<string, unknown>>
  /** How many requests came before this one. */
  readonly before: number
}

/** How a provider behaves. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'cut'; readonly text: string }
  | { readonly kind: 'refusal' }
  | {
      readonly kind: 'status'
      readonly status: number
      readonly message: string
      readonly headers?: Readonly<Record<string, string>>
    }
  | { readonly kind: 'silence' }
  | { readonly kind: 'hangs up' }

export interface ProviderServer {
  readonly url: string
  readonly asked: readonly Asked[]
  close(): Promise<void>
}

type Ending = 'end' | 'cut' | 'refusal'
type Protocol = (text: string, ending: Ending) => unknown

const usage = { input: 1000, output: 200 }

/** The three protocols, each as its provider's own documentation shows an answer. */
const protocols: readonly { readonly path: RegExp; readonly respond: Protocol }[] = [
  {
    path: /\/messages$/,
    respond: (text, ending) => {
      const json = parsed(text)
      return {
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        model: 'scripted',
        content:
          json === undefined || ending !== 'end'
            ? [{ type: 'text', text }]
            : [{ type: 'tool_use', id: 'toolu_1', name: 'json', input: json }],
        stop_reason:
          ending === 'cut' ? 'max_tokens' : ending === 'refusal' ? 'refusal' : json === undefined ? 'end_turn' : 'tool_use',
        stop_sequence: null,
        usage: { input_tokens: usage.input, output_tokens: usage.output },
      }
    },
  },
  {
    path: /\/responses$/,
    respond: (text, ending) => ({
      id: 'resp_1',
      object: 'response',
      created_at: 1,
      model: 'scripted',
      status: ending === 'end' ? 'completed' : 'incomplete',
      incomplete_details: ending === 'end' ? null : { reason: ending === 'cut' ? 'max_output_tokens' : 'content_filter' },
      output: [
        {
          type: 'message',
          id: 'out_1',
          role: 'assistant',
          status: 'completed',
          content: [{ type: 'output_text', text, annotations: [] }],
        },
      ],
      usage: { input_tokens: usage.input, output_tokens: usage.output },
    }),
  },
  {
    path: /\/chat\/completions$/,
    respond: (text, ending) => ({
      id: 'chat_1',
      object: 'chat.completion',
      created: 1,
      model: 'scripted',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: text },
          finish_reason: ending === 'cut' ? 'length' : ending === 'refusal' ? 'content_filter' : 'stop',
        },
      ],
      usage: { prompt_tokens: usage.input, completion_tokens: usage.output, total_tokens: usage.input + usage.output },
    }),
  },
]

/** A provider on 127.0.0.1 that speaks the protocols of Anthropic, OpenAI and servers compatible with it, and answers as the script says. */
export async function startProvider(script: (asked: Asked) => Reply): Promise<ProviderServer> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const path = request.url ?? ''
      const one: Asked = { path, headers: request.headers, body, prompt: textsIn(body).join('\n'), before: asked.length }
      asked.push(one)
      respond(script(one), path, response)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

function respond(reply: Reply, path: string, response: ServerResponse): void {
  const send = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }
  const protocol = protocols.find((one) => one.path.test(path))
  if (protocol === undefined) {
    send(404, { error: { message: `no such path ${path}` } })
    return
  }
  const replies: { readonly [K in Reply['kind']]: (reply: Extract<Reply, { readonly kind: K }>) => void } = {
    answer: ({ answer }) => send(200, protocol.respond(JSON.stringify(answer), 'end')),
    text: ({ text }) => send(200, protocol.respond(text, 'end')),
    cut: ({ text }) => send(200, protocol.respond(text, 'cut')),
    refusal: () => send(200, protocol.respond('I cannot help with that.', 'refusal')),
    status: ({ status, message, headers }) => send(status, { type: 'error', error: { type: 'error', message } }, headers),
    silence: () => undefined,
    'hangs up': () => void response.destroy(),
  }
  const answer = replies[reply.kind] as (reply: Reply) => void
  answer(reply)
}

async function bodyOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return (parsed(text) ?? {}) as Readonly<Record<string, unknown>>
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Every text of a request, wherever its protocol keeps it. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    /^(?:system|messages|input|content|text|instructions)$/.test(key) ? textsIn(inner) : [],
  )
}
