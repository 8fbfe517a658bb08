import { describe, expect, test } from 'vitest'
import { loadEnglish } from './english.ts'
import { readWritten } from './read-written.ts'

const english = await loadEnglish([])

function markersOf(written: string): string {
  const { words, markers } = readWritten(written, english)
  return markers
    .filter(({ meaning }) => meaning !== 'BE') // stands in nearly every sentence
    .map(
      ({ meaning, from, to }) =>
        `${meaning}(${words
          .slice(from, to)
          .map((word) => word.text)
          .join(' ')})`,
    )
    .join(' ')
}

describe('markers', () => {
  test.each([
    // Limits
    ['The title has at most 100 characters.', 'HAS(has) AT_MOST(at most) CHARACTERS(characters)'],
    ['up to 5 photos', 'AT_MOST(up to)'],
    ['no more than 3 attempts', 'AT_MOST(no more than)'],
    ['front (≤200 chars)', 'AT_MOST(≤) CHARACTERS(chars)'],
    ['between 3 and 32 players', 'BETWEEN(between 3 and 32)'],
    ['values 0-99', 'ONE_OF(values) BETWEEN(0 - 99)'],
    ['3–32 players', 'BETWEEN(3 – 32)'],
    [
      'limited to a maximum of 100 characters',
      'AT_MOST(limited to) ONLY(limited to) AT_MOST(a maximum of) CHARACTERS(characters)',
    ],
    ['must not exceed 500 words', 'MUST(must) AT_MOST(not exceed)'],
    ['max 10 per user', 'AT_MOST(max) PER(per)'],
    ['at least 8 characters', 'AT_LEAST(at least) CHARACTERS(characters)'],
    ['18+ members', 'AT_LEAST(18 +) MEMBER(members)'],
    ['exactly one owner', 'EXACTLY(exactly one) ONE(exactly one) OWNER(owner)'],
    // Cardinality
    ['a one-to-many relationship', 'ONE_TO_MANY(one-to-many) LINKS(relationship)'],
    ['decks 1:N cards', 'ONE_TO_MANY(1:N)'],
    ['tags M2M posts', 'MANY_TO_MANY(M2M)'],
    ['generations (1) -> (N) flashcards', 'ONE_TO_MANY(( 1 ) -> ( N ))'],
    ['many:1 to decks', 'MANY_TO_ONE(many:1) INTO(to)'],
    ['many to many via a join table', 'MANY_TO_MANY(many to many) REFERENCES(via) THROUGH(via) JOIN_TABLE(join table)'],
    ['A card belongs to a deck.', 'BELONGS(belongs to)'],
    ['A team consists of players.', 'CONSISTS(consists of)'],
    ['zero or more comments', 'MANY(zero or more) ZERO_OR(zero or more)'],
    // What values must be
    ['names must be unique per user', 'MUST(must) UNIQUE(unique) PER(per)'],
    ['no two rooms share a number', 'UNIQUE(no two) SHARE(share) NUMBER(a number)'],
    ['one of: low, high', 'ONE_OF(one of)'],
    ['colors, e.g. red', 'EXAMPLE(e.g.)'],
    ['colors such as red', 'EXAMPLE(such as)'],
    ['the note is optional', 'OPTIONAL(optional)'],
    ['the note is not required', 'OPTIONAL(is not required)'],
    ['the title is mandatory', 'REQUIRED(mandatory)'],
    ['parent_id is nullable', 'NULLABLE(is nullable)'],
    ['the end date can be null', 'DATE(end date) NULLABLE(can be null)'],
    ['defaults to new', 'DEFAULT(defaults to) NEW(new)'],
    ['the price must be positive', 'MONEY(price) MUST(must) POSITIVE(positive)'],
    ['`email TEXT NOT NULL UNIQUE`', 'TEXT(TEXT) REQUIRED(NOT NULL) UNIQUE(UNIQUE)'],
    ['`type` and `date`', ''],
    // Deletion
    ['soft delete is used', 'SOFT_DELETE(soft delete)'],
    ['soft-deleted rows', 'SOFT_DELETE(soft-deleted)'],
    ['Hard delete, no soft delete', 'HARD_DELETE(Hard delete) HARD_DELETE(no soft delete)'],
    ['`ON DELETE CASCADE`', 'CASCADE(ON DELETE CASCADE)'],
    ['on delete set null', 'SET_NULL(on delete set null)'],
    ['cascade deletion on user removal', 'CASCADE(cascade deletion) INTO(on) ACCOUNT_DELETION(user removal)'],
    ['Users can delete their account.', 'CAN(can) ACCOUNT_DELETION(delete their account)'],
    // Access
    ['only the owner can edit', 'ONLY(only) OWNER(the owner) CAN(can) EDITS(edit) WRITE(edit)'],
    ['users see only their own notes', 'READ(see) VIEWS(see) ONLY(only) OWN(their own)'],
    ['publicly readable', 'PUBLIC(publicly readable)'],
    ['writable by the service role only', 'WRITE(writable) BACKEND(service role) ONLY(only)'],
    ['read-only for members', 'READ(read-only) FOR(for) MEMBER(members)'],
    ['anonymous visitors', 'ANONYMOUS(anonymous visitors)'],
    ['logged-in users', 'SIGNED_IN(logged-in users)'],
    ['Row Level Security is enabled', 'RLS(Row Level Security)'],
    ['managed by Supabase Auth', 'PLATFORM_ACCOUNTS(managed by Supabase Auth)'],
    // Refusals
    ['Comments are out of scope.', 'OUT_OF_SCOPE(out of scope)'],
    ['not in MVP', 'OUT_OF_SCOPE(not in MVP)'],
    ['a column instead of a table', 'COLUMN(column) INSTEAD(instead of) TABLE(table)'],
    ['We will not store images.', 'REJECT(will not store)'],
    ['No JSONB', 'NO(No) JSON(JSONB)'],
    ['postponed to phase 2', 'LATER(postponed) LATER(phase 2)'],
    ["Users can't delete posts", "CAN(can't) NOT(can't) DELETE(delete)"],
    // Queries
    ['sorted by date, newest first', 'SORT(sorted by) DATE(date) DESCENDING(newest first) NEWEST(newest first)'],
    ['search by title and filter by category', 'SEARCH(search by) FILTER(filter by)'],
    ['an index on user_id', 'INDEX(index on)'],
    // Stories
    [
      'As an admin, I want to ban users so that order is kept.',
      'AS_ROLE(As an) ADMIN(admin) WANTS(I want to) SO_THAT(so that) KEEP(is kept)',
    ],
    ['Cannot be empty', 'AT_LEAST(Cannot be empty) REQUIRED(Cannot be empty)'],
    ['Users cannot pay', 'CAN(cannot) NOT(cannot)'],
    ['admins can SELECT events', 'ADMIN(admins) CAN(can) READ(SELECT)'],
    ['One coach can own many gyms', 'ONE(One) CAN(can) OWNER(own) MANY(many)'],
    // What must not be found
    ['No refunds are needed', 'NO(No)'],
    ['saved recipes', ''],
    ['the note has been saved', 'STORES(been saved)'],
    ['stored as a list', 'TYPE(stored as) LIST(list)'],
    ['Users log in with a password.', 'SIGNS_IN(log in) WITH(with) SIGNS_IN(password)'],
    ['Given a booking', ''],
    ['the preferred unit of a new boat', 'PREFERRED(preferred) FOR(of) NEW(new)'],
    ['text-based and user-friendly', ''],
    ['Users can select a date.', 'CAN(can) ASSIGNS(select) DATE(date)'],
    ['1. Overview', ''],
    ['A recipe has a title.', 'HAS(has)'],
    ['non-negative credits', 'POSITIVE(non-negative)'],
  ])('%s', (text, expected) => expect(markersOf(text)).toBe(expected))
})
