#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { exitCodes } from './exit-codes.ts'
import { addModelOptions } from './model-options.ts'
import { compileForShortLife } from './short-lived.ts'
import { showError } from './show-error.ts'

const examples = `
Examples:
  $ dbplan                               reads .ai/, writes .ai/db-plan.md
  $ dbplan --dir my-app --no-proof       another project, without asking PostgreSQL
  $ dbplan --prd docs/prd.md --notes docs/session.md --stack docs/stack.md
  $ dbplan explain recipes.title         why a column is there, with the quoted lines
  $ dbplan check                         applies the rules to the plan as it stands, and proves it
  $ dbplan check supabase/migrations --fail-on error
  $ dbplan check --against               what of the documents the plan does not serve
  $ dbplan check --pgtap supabase/tests/access.test.sql
  $ dbplan --model anthropic/MODEL       reads with a language model as well
  $ dbplan migrate                       writes the first migration
  $ dbplan migrate --stdout | psql
  $ dbplan adopt postgres://…            the plan of a database that is there
  $ dbplan migrate --from git:HEAD       the difference to the plan as it was committed

Exit codes: 0 done and proven; 1 findings; 2 wrong usage or input that cannot be read.`

const dir = () => new Option('--dir <folder>', 'the project folder').default('.')
const json = () => new Option('--json', 'the result as JSON, without decoration')
const prd = () => new Option('--prd <file>', 'the product requirements (default: .ai/prd.md)')
const notes = () => new Option('--notes <files...>', 'notes of database sessions (default: found in .ai/ by name and content)')
const stack = () => new Option('--stack <file>', 'the tech stack (default: .ai/tech-stack.md)')
const plan = () => new Option('--plan <file>', 'the plan (default: .ai/db-plan.md)')

const databaseUrl = (what = 'prove on this server') =>
  new Option('--database-url <url>', `${what}, in a database made for it (default: the embedded PostgreSQL)`).env(
    'DBPLAN_DATABASE_URL',
  )

/** The command line. What a command does is loaded only when it runs, so that `--help` and `--version` answer at once. */
function program(finish: (code: number) => void): Command {
  const main = new Command('dbplan')
    .description('Reads your PRD, tech stack and database notes, designs the PostgreSQL schema, proves it, and writes the plan.')
    .version(packageJson.version, '-v, --version')
    .addHelpText('after', examples)
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text) })
  const subcommand = (name: string, options?: { isDefault: boolean }) =>
    main.command(name, options).exitOverride().allowExcessArguments(false)

  const design = subcommand('design', { isDefault: true })
    .description('read the documents, design the schema, prove it, write .ai/db-plan.md (the default)')
    .addOption(dir())
    .addOption(prd())
    .addOption(notes())
    .addOption(stack())
    .option('--out <file>', 'where to write the plan (default: .ai/db-plan.md)')
    .option('--no-proof', 'write the plan without asking PostgreSQL')
    .option('--force', 'replace a plan that was edited by hand')
    .addOption(databaseUrl())
    .addOption(json())
  addModelOptions(design).action(async (options) => finish(await (await import('./design.ts')).runDesign(options)))

  subcommand('check')
    .description('check a plan of any shape, SQL, migrations or a database by the rules, and prove it')
    .argument('[what]', 'a plan, a .sql file, a folder of migrations, a database URL, git:REV (default: .ai/db-plan.md)')
    .addOption(dir())
    .option(
      '--against [documents...]',
      'a PRD and notes that it should serve: files or folders (default: those of the project, as design finds them)',
    )
    .option('--no-proof', 'apply the rules without asking PostgreSQL')
    .option('--fix', 'mend in the plan what is certain, and leave everything else as it is')
    .addOption(new Option('--fail-on <severity>', 'exit with 1 at or above this').choices(['error', 'warning', 'note', 'never']))
    .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json', 'github', 'sarif', 'markdown']))
    .addOption(databaseUrl())
    .option('--pgtap <file>', 'write the proof as a pgTAP test, for supabase test db or pg_prove')
    .addOption(json())
    .action(async (what, options) => finish(await (await import('./check.ts')).runCheck(what, options)))

  subcommand('migrate')
    .description('the SQL that builds the plan, as a migration')
    .addOption(dir())
    .addOption(plan())
    .option('--stdout', 'print the SQL instead of writing a file')
    .option('--out <path>', 'folder or .sql file (default: supabase/migrations/ or migrations/)')
    .option('--name <name>', "the migration's name (default: create_schema, with --from change_schema)")
    .option('--down', 'the script that takes it back')
    .option('--from <old>', 'what is there: a plan, git:REV, a .sql file, a folder of migrations, or a database URL')
    .option('--allow <hazards...>', 'hazards that are meant, by name: data-loss,rewrite')
    .option('--concurrently', 'with --from: build indexes on tables that are there outside the transaction, a file for each')
    .addOption(databaseUrl('with --from: try it on this server'))
    .action(async (options) => finish(await (await import('./migrate.ts')).runMigrate(options)))

  subcommand('adopt')
    .description('write the plan of a schema that is there already')
    .argument('[source]', 'a database URL, a folder of migrations or a .sql file (default: supabase/migrations, migrations …)')
    .addOption(dir())
    .option('--out <file>', 'where to write the plan (default: .ai/db-plan.md)')
    .option('--no-proof', 'do not ask PostgreSQL whether the access rules come to what the policies do')
    .option('--force', 'replace a plan that is there')
    .action(async (source, options) => finish(await (await import('./adopt.ts')).runAdopt(source, options)))

  subcommand('explain')
    .description('why a table, column, index, constraint or policy is there')
    .argument('<name>', 'recipes, recipes.title, recipes_title_check, "a policy"')
    .addOption(dir())
    .addOption(plan())
    .addOption(prd())
    .addOption(notes())
    .addOption(stack())
    .addOption(json())
    .action(async (name, options) => finish(await (await import('./explain.ts')).runExplain(name, options)))

  subcommand('init')
    .description('make the project known to coding agents: offers their settings and a rules file')
    .addOption(dir())
    .option('--yes', 'write all that is offered without asking')
    .action(async (options) => finish(await (await import('./init.ts')).runInit(options)))

  subcommand('mcp')
    .description('serve the project to a coding agent over the Model Context Protocol (stdio)')
    .addOption(dir())
    .action(async (options) => finish(await (await import('./mcp.ts')).runMcp(options)))
  return main
}

/** A word that is no command would otherwise count as an argument of the default one. */
function unknownCommand(main: Command, args: readonly string[]): string | undefined {
  const [first] = args
  if (first === undefined || first.startsWith('-') || first === 'help') return undefined
  return main.commands.some((command) => command.name() === first) ? undefined : first
}

/** A database URL where a command should be is a slip; what it holds is not for the terminal. */
const withoutPassword = (text: string): string => text.replace(/\/\/[^/]*@/, '//…@')

async function run(args: readonly string[]): Promise<number> {
  let code: number = exitCodes.done
  const main = program((given) => {
    code = given
  })
  const unknown = unknownCommand(main, args)
  if (unknown !== undefined) {
    const names = main.commands.map((command) => command.name()).join(', ')
    process.stderr.write(`error: there is no command "${withoutPassword(unknown)}"; there are ${names}\nSee dbplan --help.\n`)
    return exitCodes.usage
  }
  try {
    await main.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
    return showError(error)
  }
}

// `dbplan … | head` closes the pipe early; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.done)
})

compileForShortLife()
process.exitCode = await run(process.argv.slice(2))
