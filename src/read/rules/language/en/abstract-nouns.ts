const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/**
 * Nouns that name the software, its screens, its making, or a quality, and hardly ever rows of a table. A noun with one of them as
 * its head is abstract: `login page`, `data security`. What may well be a table (session, event, role, file, message, notification,
 * token, log, report, template, setting, goal, device) is not here.
 */
export const abstractNouns: ReadonlySet<string> = words(`
  application app system software platform website site webapp web solution frontend backend server client-side server-side api apis endpoint database db schema
  button page screen view ui ux interface panel dashboard form modal dialog popup window tab sidebar navbar navigation header footer layout widget icon dropdown checkbox input textbox tooltip toast banner
  placeholder scroll scrolling click tap hover loader spinner skeleton breadcrumb pagination wizard homepage toolbar slider carousel accordion login logout signup registration sign-in sign-up sign-out signin authentication authorization authorisation
  security privacy performance scalability reliability availability usability accessibility responsiveness maintainability flexibility consistency integrity compliance confidentiality quality efficiency latency throughput uptime robustness stability transparency
  simplicity complexity clarity visibility readability correctness accuracy precision completeness uniqueness redundancy normalization normalisation denormalization optimization optimisation effectiveness confusion frustration motivation
  feature functionality function capability ability possibility opportunity mechanism approach strategy technique way manner logic behavior behaviour interaction integration implementation workflow flow
  development deployment maintenance testing monitoring logging validation verification handling processing generation creation deletion removal modification management administration editing updating viewing browsing sorting filtering searching sharing
  architecture structure infrastructure environment configuration setup installation migration partitioning indexing caching encryption hashing backup recovery restoration synchronization synchronisation sync
  requirement constraint restriction assumption scope boundary need pain benefit advantage disadvantage improvement enhancement expansion extension
  experience convenience satisfaction engagement retention adoption conversion growth success outcome impact effect
  information data knowledge access permission privilege right recommendation overview context background
  mvp prd roadmap backlog scenario acceptance metric kpi indicator
  relationship relation enum uuid bigint varchar boolean timestamptz jsonb json null rls fk pk crud sql
  vercel netlify firebase openai openrouter github gitlab google facebook stripe chatgpt gpt llm docker node nodejs typescript angular vue svelte vite redis sqlite mysql mongodb digitalocean azure aws kubernetes playwright vitest jest zod prisma drizzle resend sentry pglite pgtap
  codebase framework stack technology plugin middleware hook typescript javascript react astro nextjs tailwind postgres postgresql supabase html css
  aspect element factor thing kind sort lot variety majority rest
  use usage purpose reply reaction attempt effort fact idea sense respect regard mind
  internet network browser smartphone desktop resolution keyboard mouse
  error exception failure bug confirmation hint
  today tomorrow yesterday moment future past midnight
  everything nothing something anything everyone anyone someone nobody anybody everybody one other others
  lifecycle ecosystem foundation core focus responsibility compatibility interoperability portability separation isolation concurrency duplication
  world life public addition hand side top bottom left middle center centre time-being advance
`)

/** Abstract when they stand alone, and a part of a name behind a modifier: `time`, but `start time`; `text`, but `review text`. */
export const abstractAlone: ReadonlySet<string> = words(`
  time day week month year hour minute second period text content string integer number value key index result process operation change difference standard summary detail response support
  table column row record field attribute entity condition term timestamp constraint join query trigger end start beginning part case example type help work step-by-step
  mobile option version iteration function character char error-message design listing order-by count amount
`)

/** The product itself when a document speaks of the one: `the service`, `this product`; but a thing of its own in `services` or `each product`. */
export const abstractDefinite: ReadonlySet<string> = words(
  'product service tool program project platform solution portal marketplace store team company business organization market',
)

/** Heads that lead on to the thing: `a list of recipes` is about recipes, `the details of an order` about the order. */
export const transparentHeads: ReadonlySet<string> = words(`
  list set number lot collection series variety range group array couple pair bunch plenty dozen handful majority amount sequence batch selection subset pool stream
  detail details information data info overview summary copy instance record row entry example piece part preview view representation table listing content kind sort database
  creation deletion removal modification editing addition update management storage use handling display viewing browsing import export generation retrieval availability existence presence lack absence each one all any some many most both none rest either
`)

/** Heads that make an attribute of a participle before them: `scheduled date`, `estimated cost`; but not `saved recipes`. */
export const measureHeads: ReadonlySet<string> = words(`
  date time datetime timestamp deadline hour day month year duration period cost price amount value total number count quantity budget salary rate rating score weight height length distance
  hours minutes calories capacity percentage progress balance limit status size income expense revenue by at on
`)
