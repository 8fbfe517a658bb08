import type { Language, Zone } from '../../../brief/document.ts'

/**
 * What a word means for the patterns, whatever the language. Patterns speak of these and never of words. A language maps its
 * words and fixed phrases to them (`has`, `zawiera`, `składa się z` → HAS); a phrase of several words gives its tag to a {@link Marker}.
 */
export type Meaning =
  | 'BE'
  | 'HAS'
  | 'INCLUDES'
  | 'BELONGS'
  | 'CONSISTS'
  | 'WITH'
  | 'GIVING'
  | 'INTO'
  | 'FOR'
  | 'STORES'
  | 'CREATES'
  | 'MANAGES'
  | 'LISTS'
  | 'EDITS'
  | 'VIEWS'
  | 'ASSIGNS'
  | 'REORDERS'
  | 'DRAGS'
  | 'LINKS'
  | 'EXTENDS'
  | 'REFERENCES'
  | 'JOINS'
  | 'MANY'
  | 'ONE'
  | 'EACH'
  | 'ZERO_OR'
  | 'AT_MOST'
  | 'AT_LEAST'
  | 'BETWEEN'
  | 'EXACTLY'
  | 'PER'
  | 'ONE_TO_ONE'
  | 'ONE_TO_MANY'
  | 'MANY_TO_ONE'
  | 'MANY_TO_MANY'
  | 'SELF_REFERENCE'
  | 'OTHER'
  | 'HIERARCHY'
  | 'UNIQUE'
  | 'ONCE'
  | 'TWICE'
  | 'SAME'
  | 'GLOBALLY'
  | 'OVERLAP'
  | 'OPTIONAL'
  | 'REQUIRED'
  | 'DEFAULT'
  | 'PREFERRED'
  | 'ONE_OF'
  | 'EXAMPLE'
  | 'ENUM'
  | 'TYPE'
  | 'PRIMARY_KEY'
  | 'FOREIGN_KEY'
  | 'NULLABLE'
  | 'POSITIVE'
  | 'TABLE'
  | 'ENTITY'
  | 'COLUMN'
  | 'FIELD_LIST'
  | 'VIEW'
  | 'JOIN_TABLE'
  | 'THROUGH'
  | 'DICTIONARY'
  | 'DELETE'
  | 'CASCADE'
  | 'SET_NULL'
  | 'RESTRICT'
  | 'SOFT_DELETE'
  | 'HARD_DELETE'
  | 'RESTORES'
  | 'ANONYMISES'
  | 'KEEP'
  | 'ACCOUNT_DELETION'
  | 'OWNER'
  | 'OWN'
  | 'ONLY'
  | 'PUBLIC'
  | 'ADMIN'
  | 'BACKEND'
  | 'SIGNED_IN'
  | 'ANONYMOUS'
  | 'MEMBER'
  | 'READ'
  | 'WRITE'
  | 'ACCESS'
  | 'SHARE'
  | 'INVITES'
  | 'ACCEPTS'
  | 'APPROVES'
  | 'DECIDES'
  | 'ASKS_TO_JOIN'
  | 'ANSWERS'
  | 'COMMENTS'
  | 'RATES'
  | 'LIKES'
  | 'FOLLOWS'
  | 'VOTES'
  | 'FLAGS'
  | 'FAVOURITES'
  | 'RLS'
  | 'ROLE'
  | 'NOT'
  | 'WITHOUT'
  | 'REJECT'
  | 'UNKEPT'
  | 'UNTIL'
  | 'LATER'
  | 'OUT_OF_SCOPE'
  | 'INSTEAD'
  | 'EXCEPT'
  | 'CHANGE'
  | 'AGREE'
  | 'NO'
  | 'INDEX'
  | 'SORT'
  | 'DESCENDING'
  | 'FILTER'
  | 'SEARCH'
  | 'NEWEST'
  | 'NEW'
  | 'OLDEST'
  | 'ALPHABETICAL'
  | 'CHARACTERS'
  | 'LENGTH'
  | 'DAILY'
  | 'WEEKLY'
  | 'MONTHLY'
  | 'SNAPSHOT'
  | 'TIMESTAMPS'
  | 'UUID'
  | 'BIGINT'
  | 'MONEY'
  | 'PERCENT'
  | 'DATE'
  | 'TIME'
  | 'DATETIME'
  | 'NUMBER'
  | 'INTEGER'
  | 'TEXT'
  | 'BOOLEAN'
  | 'JSON'
  | 'LIST'
  | 'AS_ROLE'
  | 'SO_THAT'
  | 'CAN'
  | 'WANTS'
  | 'MUST'
  | 'ALL'
  | 'AUDIT'
  | 'PLATFORM_ACCOUNTS'
  | 'SIGNS_IN'

export type PartOfSpeech =
  | 'noun'
  | 'proper noun'
  | 'adjective'
  | 'verb'
  | 'adverb'
  | 'preposition'
  | 'pronoun'
  | 'determiner'
  | 'conjunction'
  | 'number'
  | 'symbol'
  | 'punctuation'
  | 'other'

/** Offsets count UTF-16 units in the sentence's `text`, end exclusive. */
export interface Word {
  readonly text: string
  readonly lemma: string
  readonly pos: PartOfSpeech
  readonly start: number
  readonly end: number
  /** Inside a code span, or written in snake_case or camelCase: its exact name is meant. */
  readonly identifier: boolean
  readonly strong: boolean
  /** The inside of short quotation marks, kept whole: `'ai-edited'`, `"In progress"`. */
  readonly quoted?: boolean
  readonly plural?: boolean
  /** Numeric value of a number, in digits or words, with `10 000`, `10k` and `1,000` understood. */
  readonly value?: number
}

/** Words that carry a meaning together: `at most`, `nie więcej niż`. `from` and `to` index words, `to` exclusive. */
export interface Marker {
  readonly meaning: Meaning
  readonly from: number
  readonly to: number
}

/**
 * A noun phrase: `the user's saved recipes` is head `recipe`, modifiers `saved`, possessor `user`, plural. `name` is the English
 * snake_case singular name of head and naming modifiers (`saved_recipe`, `meal_plan`); for an identifier, exactly as written.
 * `known` is false when a word of it is in no lexicon and was transliterated.
 */
export interface NounPhrase {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly name: string
  /** Name of the head alone. */
  readonly head: string
  readonly plural: boolean
  readonly identifier: boolean
  readonly known: boolean
  /** The thing it belongs to, of `user's recipe`, `recipe of the user`, `przepisy użytkownika`: index of that noun phrase. */
  readonly possessor?: number
  readonly quantifier?: 'one' | 'many' | 'each' | 'all' | 'no' | 'some' | 'zero or one'
  readonly count?: number
  /** A kind of person: user, admin, driver, nauczyciel. */
  readonly person: boolean
  /** The word names something technical or abstract that no table holds (application, button, security, rozwiązanie). */
  readonly abstract: boolean
}

/** A sentence (or an item, a cell, a clause after a colon) with what the language knows of it. */
export interface Sentence {
  readonly text: string
  readonly language: Language
  readonly words: readonly Word[]
  readonly markers: readonly Marker[]
  readonly nouns: readonly NounPhrase[]
  readonly document: string
  /** Index of the block in its document, and offset of the sentence in that block's inline text. */
  readonly block: number
  readonly offset: number
  /** In a table: the cell whose inline text `offset` counts in; row -1 is the header. */
  readonly cell?: { readonly row: number; readonly column: number }
  readonly zone: Zone
  readonly requirement?: string
  /** The one thing that the title above it names: "3.2 Inspections". */
  readonly section?: NounPhrase
}

/** The meanings of what calls something a table, an entity or a view. */
export const callingMeanings: readonly Meaning[] = ['TABLE', 'ENTITY', 'VIEW', 'JOIN_TABLE']

/** The meanings of what announces a table's columns before it names the table: "Columns of …". */
export const listingMeanings: readonly Meaning[] = ['FIELD_LIST', 'COLUMN']

/** What a language brings. `analyse` gets one sentence's text with the stretches that are code or strong, and never throws. */
export interface LanguageModel {
  readonly language: Language
  analyse(
    text: string,
    marks: readonly { readonly kind: string; readonly start: number; readonly end: number }[],
  ): {
    readonly words: readonly Word[]
    readonly markers: readonly Marker[]
    readonly nouns: readonly NounPhrase[]
  }
  /** Whether a text may begin by calling something a table, an entity or a view, or its columns; where this is false, no marker at its first word does. */
  mayCall(text: string): boolean
  /** The name of a phrase that stands alone (a list item, a cell, a heading): snake_case English singular, with what is known. */
  name(text: string): { readonly name: string; readonly plural: boolean; readonly known: boolean }
}
