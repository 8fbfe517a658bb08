import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * A plugin for the bundler that writes `THIRD-PARTY-LICENSES.txt` beside the bundles: name, version and licence of every package whose code is in them,
 * as those licences ask for.
 */
export function bundledLicences() {
  return {
    name: 'bundled-licences',
    generateBundle(_, bundle) {
      const packages = new Map()
      for (const chunk of Object.values(bundle))
        for (const module of Object.keys(chunk.modules ?? {})) {
          const root = packageRoot(module)
          if (root !== undefined) packages.set(root, licenceOf(root))
        }
      const source = [...packages.values()].sort().join(`\n${'-'.repeat(80)}\n\n`)
      if (source !== '') this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source })
    },
  }
}

/** The folder of the package that a file belongs to; undefined for the project's own. */
function packageRoot(file) {
  const path = file.replace(/^\0/, '').split('?')[0]
  if (!path.includes('/node_modules/')) return undefined
  let folder = dirname(path)
  while (!named(folder)) folder = dirname(folder)
  return folder
}

/** Some packages have a nameless package.json in inner folders. */
function named(folder) {
  const file = join(folder, 'package.json')
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name !== undefined
}

function licenceOf(root) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const file = readdirSync(root).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file === undefined ? '' : `\n${readFileSync(join(root, file), 'utf8').trim()}\n`
  return `${name} ${version} (${license})\n${text}`
}
