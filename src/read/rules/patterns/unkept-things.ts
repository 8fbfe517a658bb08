import type { Found, Pattern } from '../reading.ts'
import { unkeptIn } from '../tables/unkept.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { foundIn, mentionOf } from '../text/grammar.ts'

/** What the documents say is not kept: it is left out, with the sentence that says so. See {@link unkeptIn}. */
export const unkeptThings: Pattern = {
  name: 'unkept things',
  read(block, reading) {
    return readAsked(block, reading, (sentence): readonly Found[] =>
      unkeptIn(sentence).map((noun) =>
        foundIn(reading, sentence, {
          kind: 'exclusion',
          subject: 'entity',
          entity: mentionOf(noun),
          text: noun.text,
          deferred: false,
        }),
      ),
    )
  },
}
