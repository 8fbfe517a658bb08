import { join } from 'node:path'
import type { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { asEdited } from '../../compile.ts'
import { firstMigration } from '../../migration/first-migration.ts'
import { migrationFileName, migrationFolder } from '../../migration/migration-path.ts'
import { writeFileAtomically } from '../../project/write-file.ts'
import { answered, told } from '../result.ts'
import { planFile, tell, type Workspace } from '../workspace.ts'

/** `make_migration`: the SQL of the written plan, shown or written as a new file. */
export function addMakeMigration(server: McpServer, workspace: Workspace): void {
  server.registerTool(
    'make_migration',
    {
      title: 'Make the migration',
      description:
        "The SQL that builds the written plan in an empty database. With write it becomes a new file in the project's migrations folder; an existing file is never replaced.",
      inputSchema: z.object({
        name: z.string().min(1).max(80).optional(),
        write: z.boolean().optional(),
        down: z.boolean().optional().describe('the script that takes it back'),
      }),
    },
    ({ name = 'create_schema', write = false, down = false }) =>
      answered(async () => {
        const { plan: read, text } = await workspace.plan()
        const { value: plan, diagnostics } = await asEdited(read, text)
        const migration = firstMigration(plan, planFile)
        const said = tell([...diagnostics, ...migration.diagnostics])
        const script = down ? migration.down : migration.up
        if (!write) return told(script, said)
        const { platform } = plan.schema
        const direction = down ? 'down' : 'up'
        const file = join(migrationFolder(platform, direction), migrationFileName(platform, name, new Date(), direction))
        await writeFileAtomically(workspace.path(file), script, { fresh: true })
        return told(`${file.replaceAll('\\', '/')} is written.`, said)
      }),
  )
}
