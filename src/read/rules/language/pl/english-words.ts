import { ADJECTIVES } from './lexicon/adjectives.ts'
import { COMMERCE } from './lexicon/commerce.ts'
import { DOCUMENTS_AND_MEDIA } from './lexicon/documents-media.ts'
import { DOMAIN_ADJECTIVES } from './lexicon/domain-adjectives.ts'
import { EVERYDAY } from './lexicon/everyday.ts'
import { HOME_FOOD_NATURE } from './lexicon/home-food-nature.ts'
import { LEARNING_AND_HEALTH } from './lexicon/learning-health.ts'
import { PEOPLE } from './lexicon/people.ts'
import { PLACES_AND_EVENTS } from './lexicon/places-events.ts'
import { QUALITY_ADJECTIVES } from './lexicon/quality-adjectives.ts'
import { TECHNOLOGY } from './lexicon/technology.ts'

/** English words that Polish documents use as they are and that are in no other list. */
const BORROWED = `feedback deadline deck flashcard flashcards dashboard landing feature features todo task tasks meeting event events story
board backlog onboarding newsletter item items post like follow follower streak score rating timeline feed story reels live stream streaming
upload download checkout chart drop-down dropdown slider toggle tooltip snackbar toast skeleton layout grid card cards preview draft layer cookie`

const ABSTRACT = `frontend backend fullstack endpoint framework middleware hook provider client server cloud edge function functions storage auth
authentication authorization security level row real-time realtime open source bundle build deploy deployment pipeline ci cd test testing unit
mobile desktop responsive first minimum viable product delete soft hard cascade on set null restrict check constraint trigger index default
primary foreign key unique not varchar text integer bigint smallint boolean timestamp timestamptz date numeric jsonb json enum array serial
bigserial identity uuid insert update select policy table column view schema public debounce infinite scroll pagination offset limit rate limiting
supabase postgresql postgres github google facebook openai openrouter docker vercel netlify react astro svelte vue angular nextjs nestjs nodejs
node typescript javascript python java tailwind shadcn stripe oauth bcrypt jwt utc sla docx xlsx excel word workflow cron spaced repetition checkbox loader
retry timeout cache caching fallback prompt engineering mvp`

const nameParts = (text: string): readonly string[] => text.split('\n').flatMap((line) => (line.split(' ')[1] ?? '').split('_'))

/** English words known here, and whether they name something technical: the lexicon's own English names and common borrowings. */
export const englishWords: ReadonlyMap<string, boolean> = new Map([
  ...[
    PEOPLE,
    COMMERCE,
    LEARNING_AND_HEALTH,
    HOME_FOOD_NATURE,
    PLACES_AND_EVENTS,
    DOCUMENTS_AND_MEDIA,
    TECHNOLOGY,
    EVERYDAY,
    ADJECTIVES,
    DOMAIN_ADJECTIVES,
    QUALITY_ADJECTIVES,
  ]
    .flatMap(nameParts)
    .filter((word) => word.length > 2)
    .map((word) => [word, false] as const),
  ...BORROWED.split(/\s+/).map((word) => [word, false] as const),
  ...ABSTRACT.split(/\s+/).map((word) => [word, true] as const),
])
