// Part of the build: the prepared images of the embedded PostgreSQL go into the package, so that it starts in half a second.
import { join, resolve } from 'node:path'

const dist = resolve(import.meta.dirname, '../dist')
const { shipImages } = await import(join(dist, 'ship-images.mjs'))
await shipImages(join(dist, 'embedded'))
