const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/**
 * Nouns that name the software, its screens, its making, or a quality, and hardly ever rows of a table. A noun with one of them as
 * its head is abstract: `login page`, `data security`. What may well be a table (session, event, role, file, message, notification,
 * token, log, report, template, setting) is not here.
 */
export const abstractNouns: ReadonlySet<string> = words(`
  application app system software platform website site webapp web product solution service tool program frontend backend server client-side server-side api apis endpoint database db backend schema
  button page screen view ui ux interface panel dashboard form modal dialog popup window tab sidebar navbar navigation menu header footer layout widget icon dropdown checkbox input textbox field-set tooltip toast banner
  placeholder scroll scrolling click tap hover loader spinner skeleton breadcrumb pagination wizard card-view listing homepage toolbar slider carousel accordion login logout signup registration sign-in sign-up sign-out signin authentication authorization authorisation
  security privacy performance scalability reliability availability usability accessibility responsiveness maintainability flexibility consistency integrity compliance confidentiality quality speed efficiency latency throughput uptime robustness stability transparency
  simplicity complexity clarity visibility readability correctness accuracy precision completeness uniqueness redundancy normalization normalisation denormalization optimization optimisation
  feature functionality function capability ability possibility opportunity option process procedure workflow flow mechanism approach method strategy technique way manner logic behavior behaviour operation action interaction integration implementation
  development deployment maintenance testing monitoring logging validation verification handling processing generation creation deletion removal modification management administration editing updating viewing browsing sorting filtering searching sharing
  design architecture structure infrastructure environment configuration setup installation migration partitioning indexing caching encryption hashing backup recovery restoration synchronization synchronisation sync export import
  requirement constraint restriction assumption scope boundary goal objective purpose aim vision mission problem challenge issue need pain benefit advantage disadvantage value-proposition risk concern improvement enhancement expansion extension
  user-experience experience convenience satisfaction engagement retention adoption conversion growth success failure outcome impact effect
  information data content knowledge access control permission privilege right policy rule standard convention principle practice guideline recommendation decision summary overview detail description-of basis context background
  mvp prd version release iteration phase stage milestone roadmap backlog sprint story use-case scenario criterion acceptance metric kpi indicator measure
  table column row record field attribute entity relation relationship key index query transaction join trigger constraint cascade enum uuid bigint varchar text string integer boolean timestamp timestamptz jsonb json array null rls type
  code codebase library framework stack technology language component module package plugin middleware hook typescript javascript react astro nextjs tailwind postgres postgresql supabase sql html css
  time-being moment beginning end start case example instance situation event-of-failure condition part aspect element factor thing item-of-interest kind sort type set-of number-of lot variety range majority rest
  change difference support help use usage usability purpose result response request reply reaction feedback-loop attempt effort work job-to-be-done task-flow need
  internet network connection browser device smartphone mobile desktop tablet computer laptop phone-app screen-size resolution keyboard mouse
  error exception failure bug warning success-message error-message confirmation alert hint prompt-window
  today tomorrow yesterday day week month year hour minute second moment future past period-of-time time
  everything nothing something anything everyone anyone someone nobody anybody everybody one other others
  lifecycle ecosystem foundation core focus priority responsibility ownership compatibility interoperability portability separation isolation concurrency duplication
  world life market industry business company-wide society public community-driven
  sense respect regard addition order exception-to mind line place-holder hand side top bottom left middle center centre front-page
`)

/** Heads that lead on to the thing: `a list of recipes` is about recipes, `the details of an order` about the order. */
export const transparentHeads: ReadonlySet<string> = words(`
  list set number lot collection series variety range group array couple pair bunch plenty dozen handful majority amount sequence batch selection subset pool stream
  detail details information data info overview summary copy instance record row entry example piece part preview view representation table listing content kind sort database
  creation deletion removal modification editing addition update management storage use handling display viewing browsing import export generation retrieval availability existence presence lack absence each one all any some many most both none rest either
`)

/** Heads before `of` that measure: `number of guests` is named guest_count, `type of meal` meal_type. */
export const attributeHeads: ReadonlySet<string> = words(`
  type kind category status state name title description date time number level unit size place source method year month day price cost value rate role address color colour length duration amount
  code id identifier weight height width volume currency language country region format priority position order rank score quantity reason purpose owner author image photo url link file version topic subject
`)

/** Heads that make an attribute of a participle before them: `scheduled date`, `estimated cost`; but not `saved recipes`. */
export const measureHeads: ReadonlySet<string> = words(`
  date time datetime timestamp deadline hour day month year duration period cost price amount value total number count quantity budget salary rate rating score weight height length distance
  hours minutes calories capacity percentage progress balance limit status size income expense revenue by at on
`)

/** Nouns that speak of a schema's parts, and are not part of a thing's name beside it: `the recipes table`, `flashcards entity`. */
export const structuralNouns: ReadonlySet<string> = words(`
  table entity column field attribute property entities tables columns fields attributes properties enum view index model relation relationship record row object resource type
`)
