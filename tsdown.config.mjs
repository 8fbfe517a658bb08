import { defineConfig } from 'tsdown'
import { bundledLicences } from './scripts/bundled-licences.mjs'

export default defineConfig({
  entry: {
    cli: 'src/cli/main.ts',
    index: 'src/index.ts',
    'engine-thread': 'src/postgres/engine-thread.ts',
    'ship-images': 'src/postgres/ship-images.ts',
    'ship-word-table': 'src/read/rules/language/en/words/ship-word-table.ts',
  },
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  dts: { sourcemap: false },
  clean: true,
  fixedExtension: true,
  // Some eighty small files: opening each costs more than running it.
  inlineOnly: false,
  plugins: [bundledLicences()],
  noExternal: [/^(?:mdast|micromark|unist|commander|picocolors|wink|@babel\/parser)/],
})
