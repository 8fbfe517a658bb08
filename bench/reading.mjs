// npm run bench:reading: claims per second and memory of the built-in reader on generated documents, in CPU time. Each size is a process of
// its own, so that memory is its own.
import { spawnSync } from 'node:child_process'
import { assembleBrief, readDocuments, rulesReader } from '../dist/index.mjs'
import { documentsOf } from './documents.mjs'
import { asOnTheCommandLine } from './process.mjs'
import { withProject } from './project.mjs'

const sizes = [10, 100, 1000]

function ofSize(kilobytes) {
  let count = 1
  let documents = documentsOf(count)
  const bytes = () => Object.values(documents).reduce((sum, text) => sum + text.length, 0)
  while (bytes() < kilobytes * 1000) {
    count = Math.max(count + 1, Math.floor((count * kilobytes * 1000) / bytes()))
    documents = documentsOf(count)
  }
  return documents
}

const size = process.argv[2]
if (size === undefined) {
  const seconds = []
  for (const one of sizes) {
    const child = spawnSync(process.execPath, [...asOnTheCommandLine, import.meta.filename, String(one)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const result = JSON.parse(child.stdout)
    seconds.push(result.seconds)
    console.log(
      `${String(one).padStart(5)} KB  markdown ${result.parsing.toFixed(2)} s  reading ${result.seconds.toFixed(2)} s  ${result.claims} claims  ${Math.round(result.claims / result.seconds)} claims/s  peak ${Math.round(result.megabytes)} MB`,
    )
  }
  console.log(`100 KB: goal under 1 s. 1,000 KB against 100 KB: ${(seconds[2] / seconds[1]).toFixed(1)} times (linear is 10)`)
} else {
  const briefOf = (documents) =>
    withProject(documents, async (dir) => assembleBrief((await readDocuments({ dir })).value, 'generated').value)
  // The languages are loaded once a process, whatever the size: that is part of `npm run bench`.
  await rulesReader.read(await briefOf(documentsOf(1)))
  const started = process.cpuUsage()
  const brief = await briefOf(ofSize(Number(size)))
  const parsed = process.cpuUsage(started)
  const { value: claims } = await rulesReader.read(brief)
  const done = process.cpuUsage(started)
  const seconds = ({ user, system }) => (user + system) / 1e6
  console.log(
    JSON.stringify({
      parsing: seconds(parsed),
      seconds: seconds(done) - seconds(parsed),
      claims: claims.length,
      megabytes: process.resourceUsage().maxRSS / 1024,
    }),
  )
}
