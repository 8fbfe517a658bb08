import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Model } from 'wink-nlp'

const require = createRequire(import.meta.url)
const folder = 'wink-eng-lite-web-model/dist'

/**
 * The parts of wink-nlp's small web model that tagging needs: the words, and the rules for parts of speech and lemmas. The package's own entry parses
 * what finds entities and sentiment as well, and copies its three megabytes of words before it reads them: three times the work.
 */
export function taggerModel(): Model {
  const part = (name: string): unknown => require(`${folder}/${name}.js`)
  // wink-nlp sets up every annotation that it has, whether it runs it or not.
  const unused = () => ({ machines: ['[100,0,{"0":{}},{},{},{}]'], transformers: [], setter: () => undefined })
  return {
    core: coreModel,
    pos: part('load-pos-model'),
    featureFn: part('feature'),
    sbd: unused,
    ner: unused,
    negation: unused,
    sa: unused,
    metaCER: unused,
    addons: { lemmatize: part('lemmatize') as () => string },
  }
}

interface Feature {
  readonly list: unknown[]
  hash?: Record<string, number>
  intrinsicSize?: number
  index?: number
  maxIndex?: number
}

interface Core {
  lexicon: string | Uint32Array
  xpansions: string | Uint32Array
  readonly pos: { readonly hash: Readonly<Record<string, number>> }
  /** Of a feature: mask and shift among its numbers, whether it is a plain number, whether it is found for new words. */
  readonly packing: { readonly layout: Readonly<Record<string, readonly number[]>>; efList?: string[] }
  readonly features: Readonly<Record<string, Feature>>
}

/** As `load-core-model.js` of wink-eng-lite-web-model 1.8 makes it of the same file. wink-nlp adds the words of documents to it. */
function coreModel(): Core {
  const file = require.resolve(`${folder}/languages/cur/models/eng-core-web-model.json`)
  const core = JSON.parse(readFileSync(file, 'utf8')) as Core
  core.lexicon = numbersOf(core.lexicon)
  core.xpansions = numbersOf(core.xpansions)
  const { features, packing, pos } = core
  packing.efList = []
  for (const [name, layout] of Object.entries(packing.layout)) {
    const [, mask = 0, shift = 0, plain, extractable] = layout
    const feature = features[name]
    if (plain === 0 && feature !== undefined) {
      feature.hash = placesOf(feature.list)
      feature.intrinsicSize = feature.index = feature.list.length
      feature.maxIndex = mask >>> shift
    }
    if (extractable === 1) packing.efList.push(name)
  }
  const { lexeme, posClusters } = features
  if (lexeme !== undefined) {
    lexeme.hash = placesOf(lexeme.list)
    lexeme.intrinsicSize = lexeme.index = lexeme.list.length
  }
  const clusters = posClusters?.list ?? []
  clusters.forEach((cluster, at) => {
    clusters[at] = new Set(
      String(cluster)
        .split('_')
        .map((tag) => pos.hash[tag] ?? 0),
    )
  })
  return core
}

function numbersOf(base64: string | Uint32Array): Uint32Array {
  return typeof base64 === 'string' ? new Uint32Array(new Uint8Array(Buffer.from(base64, 'base64')).buffer) : base64
}

function placesOf(list: readonly unknown[]): Record<string, number> {
  const places: Record<string, number> = Object.create(null)
  list.forEach((value, at) => {
    places[String(value)] = at
  })
  return places
}
