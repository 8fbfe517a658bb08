import type { GlossaryEntry } from '../../../../brief/brief.ts'
import { isPlural, singularise } from '../../../../schema/inflect.ts'
import { holds, letter } from '../characters.ts'
import { snakeCase } from '../name-words.ts'
import { numberWords } from '../number-words.ts'
import { phraseBeginnings } from '../phrase-beginnings.ts'
import { compilePhrases, withoutInner } from '../phrases.ts'
import {
  callingMeanings,
  type LanguageModel,
  listingMeanings,
  type Marker,
  type NounPhrase,
  type PartOfSpeech,
  type Word,
} from '../sentence.ts'
import { isSqlKeyword } from '../sql-vocabulary.ts'
import { symbolMarkers } from '../symbol-markers.ts'
import type { MarkedStretch } from '../token.ts'
import { tokenize } from '../tokenize.ts'
import { clauseName } from './clause-name.ts'
import { correctTags } from './correct-tags.ts'
import { compileGlossary } from './glossary.ts'
import { isMeant } from './is-meant.ts'
import { englishPhrases } from './markers.ts'
import { nounPhrases } from './noun-phrases.ts'
import { asAdjectives } from './participles.ts'
import { loadTagger, type Tag, type TaggedToken } from './tag.ts'

const partOfSpeech: Readonly<Record<Tag, PartOfSpeech>> = {
  ADJ: 'adjective',
  ADP: 'preposition',
  ADV: 'adverb',
  AUX: 'verb',
  CCONJ: 'conjunction',
  DET: 'determiner',
  INTJ: 'other',
  NOUN: 'noun',
  NUM: 'number',
  PART: 'other',
  PRON: 'pronoun',
  PROPN: 'proper noun',
  PUNCT: 'punctuation',
  SCONJ: 'conjunction',
  SYM: 'symbol',
  VERB: 'verb',
  X: 'other',
  SPACE: 'other',
}

const mayCall = phraseBeginnings(englishPhrases, [...callingMeanings, ...listingMeanings])

/**
 * The English model: wink-nlp tags and lemmatises; names in code, numbers and signs are ours, as are the markers and noun phrases.
 * The project's glossary goes before every lexicon. Throws only if the tagger cannot be loaded.
 */
export async function loadEnglish(glossary: readonly GlossaryEntry[]): Promise<LanguageModel> {
  const tag = await loadTagger()
  const match = compilePhrases(englishPhrases)
  const names = compileGlossary(glossary)

  const analyse = (text: string, marks: readonly MarkedStretch[]) => {
    const words = asAdjectives(correctTags(tag(tokenize(text, marks))).map(wordOf))
    const markers: readonly Marker[] = withoutInner(
      [...match(words), ...symbolMarkers(words)].filter((marker) => isMeant(marker, words)),
    )
    let nouns: readonly NounPhrase[] | undefined
    return {
      words,
      markers,
      // Found when first asked for: whoever looks for a marker in a label does not ask.
      get nouns() {
        nouns ??= nounPhrases(text, words, names)
        return nouns
      },
    }
  }

  const name = (text: string) => {
    const { words, nouns } = analyse(text, [])
    const glossaryName = names(words.filter((word) => word.pos !== 'punctuation').map((word) => word.text.toLowerCase()))
    if (glossaryName !== undefined) return { name: glossaryName.name, plural: false, known: true }
    const clause = clauseName(words, singularise)
    if (clause !== undefined) return { name: clause, plural: false, known: true }
    const [first] = nouns
    const label = text
      .replace(/\([^)]*\)/g, ' ')
      .replace(/[:.;,]+\s*$/, '')
      .trim()
    const short = label.split(/\s+/).length <= 4 && !nouns.some((noun) => noun.possessor !== undefined)
    if (first === undefined || (short && words.some((word) => word.pos === 'verb' && !word.identifier))) {
      const plain = singularise(snakeCase(label))
      return { name: plain, plural: isPlural(snakeCase(label)), known: plain !== '' && /^[\x20-\x7e]*$/.test(label) }
    }
    return { name: first.name, plural: first.plural, known: first.known }
  }

  return { language: 'en', analyse, mayCall, name }
}

function wordOf(token: TaggedToken): Word {
  const identifier = token.kind === 'name'
  const quoted = token.kind === 'quoted'
  const pos: PartOfSpeech =
    token.kind === 'punctuation'
      ? 'punctuation'
      : token.kind === 'symbol'
        ? 'symbol'
        : token.kind === 'number'
          ? 'number'
          : identifier || quoted
            ? 'noun'
            : token.kind === 'word'
              ? wordClass(token)
              : 'other'
  const value =
    token.value ?? (token.kind === 'word' && Object.hasOwn(numberWords, token.lower) ? numberWords[token.lower] : undefined)
  const noun = pos === 'noun' || pos === 'proper noun'
  const plural = noun && !identifier && !quoted && isPlural(token.lower)
  const word: { -readonly [K in keyof Word]: Word[K] } = {
    text: token.text,
    // `cannot` is not `can`: phrases such as `can be empty` must not be found in it.
    lemma:
      identifier || quoted
        ? token.text
        : noun
          ? singularise(token.lower)
          : token.lower.endsWith("n't") || token.lower === 'cannot'
            ? token.lower
            : token.lemma,
    pos: value !== undefined && token.kind === 'word' && token.lower !== 'one' ? 'number' : pos,
    start: token.start,
    end: token.end,
    identifier,
    strong: token.strong,
  }
  // Not by spreading, which is slow: this is made for every word.
  if (quoted) word.quoted = quoted
  else if (plural) word.plural = plural
  else if (value !== undefined) word.value = value
  return word
}

/** Mixed capitals (`PostgreSQL`) and a word of no lexicon with a capital are proper nouns; the rest is what the tagger says. */
function wordClass(token: TaggedToken): PartOfSpeech {
  // Most words: nothing of what follows is about them.
  if (/^[a-z]+$/.test(token.text)) return plainClass(token)
  // `ON DELETE SET NULL`, `NOT NULL`: SQL outside a code span.
  if (
    /^\p{Lu}{3,}$/u.test(token.text) &&
    !/^(?:RLS|UUID|JSONB?|KEY|VIEW|INDEX|TABLE|ROLE)$/.test(token.text) &&
    isSqlKeyword(token.text)
  )
    return 'other'
  if (/^(?:per|non|multi|pre|post|self|cross|inter|intra|sub)-\p{L}/u.test(token.lower) && !/ing$/.test(token.lower))
    return 'adjective'
  if (/^\p{Lu}\p{Ll}+\p{Lu}/u.test(token.text)) return 'proper noun'
  if (!token.common && /[^\p{ASCII}’‑]/u.test(token.text)) return 'noun'
  // Its last part decides for a hyphenated word, and says nothing when it is a particle: `built-in`, `sign-up`.
  if (/\p{L}[-‑]\p{L}/u.test(token.text) && !/^(?:NOUN|PROPN|ADJ|VERB|NUM)$/.test(token.tag)) return 'adjective'
  const pos = plainClass(token)
  return pos === 'noun' && !token.common && /^\p{Lu}\p{Ll}+$/u.test(token.text) ? 'proper noun' : pos
}

/** What the tagger says; which nouns are proper, it does not see in small letters. */
function plainClass({ tag, text }: TaggedToken): PartOfSpeech {
  const pos = tag === 'X' && holds(text, letter) ? 'noun' : partOfSpeech[tag]
  return pos === 'proper noun' ? 'noun' : pos
}
