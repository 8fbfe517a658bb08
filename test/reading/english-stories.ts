import type { Case } from './outline.ts'

/** User stories with acceptance criteria and nothing else: what people add, edit and delete. */
export const englishStories: readonly Case[] = [
  {
    name: 'what a person adds, with a form, limits and a status',
    prd: `# Podcast notebook

## Overview

A web application for people who listen to podcasts and want to remember what they heard.

## User stories

### US-001: Registration

As a new user, I want to create an account with email and password so that my notes are private.

- The form has the fields email, password and password confirmation.
- An error message appears when the passwords differ.

### US-002: Add a podcast

As a user, I want to add a podcast so that I can follow it.

Acceptance criteria:

- The form has the fields: title (required, up to 200 characters), website (optional) and language.
- A confirmation toast appears after saving.

### US-003: Add an episode

As a user, I want to add an episode to a podcast.

Acceptance criteria:

- An episode has a title, a publication date, a duration in minutes and a status (new, listening, finished).
- The status of a new episode is "new".

### US-004: Take notes

As a user, I want to add, edit and delete notes for an episode.

Acceptance criteria:

- A note has content of at most 2000 characters and an optional timestamp in seconds.
- Deleting a note requires confirmation in a modal.

### US-005: Browse episodes

As a user, I want to see the list of episodes of a podcast, sorted by publication date, newest first.
`,
    plan: [
      'episodes: duration_minutes integer, podcast_id > podcasts, publication_date date, status (new|listening|finished), title',
      'notes: content, episode_id > episodes, timestamp_seconds? integer',
      'podcasts: language, title, user_id > accounts, website?',
    ],
  },
  {
    name: 'generated suggestions that are reviewed before they are kept',
    prd: `# Vocabulary coach

## Functional requirements

1. Word generation: the user pastes a text (1000–5000 characters) and the AI proposes words with translations.
2. Review: each proposed word can be accepted, edited or rejected. Only accepted words are saved.
3. Words: a saved word has a term (up to 60 characters), a translation (up to 120 characters) and a source: ai or manual.
4. The user can add words manually, edit them and delete them.
5. Collections: a collection has a name and a colour. A collection contains many words, and a word can be in many collections.

## Out of scope

- Sharing collections between users
- Mobile applications

## User stories

### US-001: Manage words

As a user, I want to view, edit and delete my words.

### US-002: Manage collections

As a user, I want to create, rename and delete my collections.
`,
    plan: [
      'collections: colour?, name, user_id > accounts',
      'collection_words: collection_id > collections, word_id > words',
      'words: source (ai|manual), term, translation, user_id > accounts',
    ],
  },
]
