// npm run bench:reading: claims per second and memory of the built-in reader on generated documents. Each size is a process of its own,
// so that memory is its own.
import { spawnSync } from 'node:child_process'
import { readDocuments, rulesReader } from '../dist/index.mjs'
import { documentsOf } from './documents.mjs'
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
    const child = spawnSync(process.execPath, [import.meta.filename, String(one)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const result = JSON.parse(child.stdout)
    seconds.push(result.seconds)
    console.log(
      `${String(one).padStart(5)} KB  ${result.seconds.toFixed(2)} s  ${result.claims} claims  ${Math.round(result.claims / result.seconds)} claims/s  peak ${Math.round(result.megabytes)} MB`,
    )
  }
  console.log(`100 KB: goal under 1 s. 1,000 KB against 100 KB: ${(seconds[2] / seconds[1]).toFixed(1)} times (linear is 10)`)
} else {
  await withProject(ofSize(Number(size)), async (dir) => {
    const { value: brief } = await readDocuments({ dir })
    const warm = await withProject(documentsOf(1), async (small) => (await readDocuments({ dir: small })).value)
    await rulesReader.read(warm)
    const started = performance.now()
    const { value: claims } = await rulesReader.read(brief)
    const seconds = (performance.now() - started) / 1000
    console.log(JSON.stringify({ seconds, claims: claims.length, megabytes: process.resourceUsage().maxRSS / 1024 }))
  })
}
