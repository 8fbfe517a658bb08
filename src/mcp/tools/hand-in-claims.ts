import type { McpServer } from '@modelcontextprotocol/server'
import type { Claim } from '../../claim/claim.ts'
import { answerForm, readProposal } from '../../read/proposed/claim-form.ts'
import { noProposal } from '../../read/proposed/join-proposals.ts'
import { answered, told } from '../result.ts'
import type { Workspace } from '../workspace.ts'

/** `hand_in_claims`: claims with quotes, held against the documents; says what became of each that was not simply added. */
export function addHandInClaims(server: McpServer, workspace: Workspace): void {
  server.registerTool(
    'hand_in_claims',
    {
      title: 'Hand in claims',
      description:
        "What you read in the documents about the schema. Every claim copies a piece of the line it rests on into quote; names are the document's own words. A claim whose quote, names, numbers or SQL are not there is dropped, and the answer says why. Claims are kept until the server stops; take one back with withdraw.",
      inputSchema: answerForm,
    },
    (answer) =>
      answered(async () => {
        workspace.handIn(readProposal(answer) ?? noProposal)
        const { accepted } = await workspace.compile(false)
        const { added, agreed, overruled, dropped } = accepted
        const list = (title: string, lines: readonly string[]) =>
          lines.length === 0 ? '' : `${title}:\n${lines.map((line) => `- ${line}`).join('\n')}`
        return told(
          `Of all claims handed in so far ${added.length} were added, ${agreed.length} agree with the built-in reader, ${overruled.length} are overruled, ${dropped.length} dropped.`,
          list(
            'Overruled, because the documents say otherwise with more weight',
            overruled.map(({ claim, by }) => `${named(claim)} against ${by.document}:${by.line} ${JSON.stringify(by.quote)}`),
          ),
          list(
            'Dropped',
            dropped.map(({ proposed, why }) => `${proposed.kind} at ${proposed.document}:${proposed.line}: ${why}`),
          ),
        )
      }),
  )
}

const named = ({ kind, source }: Claim): string => `${kind} at ${source.document}:${source.line}`
