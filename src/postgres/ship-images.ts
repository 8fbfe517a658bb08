import { writeImage } from './embedded-image.ts'
import { makeImage } from './make-image.ts'
import { plainPrelude } from './prelude/postgres.ts'
import { supabasePrelude } from './prelude/supabase.ts'

/** Makes the images that go into the package, about 2 MB each: for the build, with `folder` being `dist/embedded`. */
export async function shipImages(folder: string): Promise<void> {
  for (const prelude of [supabasePrelude({}), plainPrelude()]) await writeImage(folder, prelude, await makeImage(prelude))
}
