import { McpServer } from '@modelcontextprotocol/server'
import packageJson from '../../package.json' with { type: 'json' }
import { addResourcesAndPrompt } from './resources-and-prompt.ts'
import { addCheckAndExplain } from './tools/check-and-explain.ts'
import { addDesignAndProve } from './tools/design-and-prove.ts'
import { addHandInClaims } from './tools/hand-in-claims.ts'
import { addMakeMigration } from './tools/make-migration.ts'
import { addReadDocuments } from './tools/read-documents.ts'
import type { Workspace } from './workspace.ts'

/** The MCP server of one project. The agent's claims live in the workspace, so that a client that connects again finds them. */
export function createServer(workspace: Workspace): McpServer {
  const server = new McpServer(
    { name: 'dbplan', title: 'dbplan', version: packageJson.version },
    {
      instructions: 'Designs and proves PostgreSQL schemas from planning documents. Begin with the prompt "design the database".',
    },
  )
  addReadDocuments(server, workspace)
  addHandInClaims(server, workspace)
  addDesignAndProve(server, workspace)
  addCheckAndExplain(server, workspace)
  addMakeMigration(server, workspace)
  addResourcesAndPrompt(server, workspace)
  return server
}
