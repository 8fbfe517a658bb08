import { MemoryFS, PGlite } from '@electric-sql/pglite'
import { filesOfTar } from './tar.ts'

/**
 * The files of an embedded PostgreSQL, in memory, with an image as its data directory. PGlite can unpack a tar file itself, but it looks every folder on
 * the way to a file up for every file, which takes as long as all else that a start does in JavaScript.
 */
export class ImageFiles extends MemoryFS {
  readonly #image: Uint8Array

  /** @param image as a tar file. It is copied, so engines in other threads may share it. */
  constructor(image: Uint8Array) {
    super()
    this.#image = image
  }

  override async initialSyncFs(): Promise<void> {
    const files = this.pg?.Module.FS
    if (files === undefined) throw new Error('The files of an engine are filled before it has any.')
    const { PGDATA: root } = PGlite.paths
    files.mkdirTree(root)
    for (const { path, content } of filesOfTar(this.#image)) {
      if (content === undefined) files.mkdir(`${root}/${path}`)
      else files.writeFile(`${root}/${path}`, content)
    }
  }
}
