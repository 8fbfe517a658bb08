const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/**
 * Adjectives that tell which or how, and are no part of a name: `new recipe`, `selected recipes`, `own profile` are about a recipe and a profile.
 * Other adjectives name (`daily limit`, `first name`, `dietary preference`). Participles are judged by their form and their head.
 */
export const passingAdjectives: ReadonlySet<string> = words(`
  new own existing selected given main simple basic own other another same different various several multiple many few more most less least additional extra further
  specific particular certain concrete single sole only individual separate dedicated respective corresponding relevant related associated appropriate suitable proper correct valid invalid incorrect
  core complex available unavailable possible potential necessary needed required optional mandatory important essential crucial critical key core fundamental primary-use common typical usual general overall entire whole full complete partial
  good better best bad worse worst great excellent nice quick fast slow easy difficult hard simple-to-use intuitive clear clean clever smart modern friendly user-friendly convenient effective efficient reliable robust secure safe
  big small large huge tiny long-lasting high low higher lower larger smaller bigger greater
  old recent latest newest oldest upcoming previous next following subsequent above below mentioned aforementioned said preceding prior former
  created saved added stored listed chosen specified provided entered uploaded generated imported exported updated edited modified deleted removed changed defined predefined registered logged signed authenticated unauthenticated authorized authorised unauthorized
  assigned unassigned linked attached connected shared published unpublished archived completed finished unfinished pending active inactive enabled disabled open closed approved rejected accepted declined cancelled canceled confirmed unconfirmed verified unverified
  paid unpaid unsaved unread unresolved unnecessary undefined unspecified unlisted unlinked uploaded imported earned booked reserved requested submitted
  unique duplicate duplicated distinct empty non-empty nonempty null nullable blank missing present visible hidden editable readable writable clickable scrollable searchable sortable
  similar identical equal equivalent consistent inconsistent real true false actual current-day original-looking final-looking proposed recommended suggested
  interesting useful helpful useless popular favourite-looking beautiful attractive detailed-looking precise accurate exact approximate rough
  public private-looking anonymous interested random arbitrary unlimited limited infinite endless numerous countless
  responsive interactive dynamic static automatic automated manual asynchronous synchronous real-time realtime sequential parallel concurrent incremental
  ai-generated user-generated user-created user-defined ai-created auto-generated manually-created well-defined pre-defined custom-made
  ready able unable aware due-to possible-to certain-to likely unlikely sure willing capable
  whole-some sufficient insufficient enough meaningful meaningless comprehensive extensive minimal-looking significant substantial considerable minor major
  successful unsuccessful failed erroneous problematic broken working functional non-functional nonfunctional technical
  local-first online offline web-based cloud-based mobile-first built-in out-of-the-box third-party
  busy lazy happy satisfied frustrated experienced inexperienced novice typical-looking average-looking ordinary regular-looking
  human machine-readable human-readable structured unstructured plain rich raw-looking
  such any some every each all both either neither no this that these those my your his her its our their
`)

/** Adjectives in `passingAdjectives` that do name before a head that is an attribute: `primary email`, `active status`, `total count`. */
export const namingBeforeMeasures: ReadonlySet<string> = words(`
  final total average minimum maximum minimal maximal initial current previous next last first active planned estimated expected actual original net gross short full long high low public real average due
  required completed approved registered scheduled limited possible valid available daily weekly monthly
`)

/** Participles that never name, whatever their head: `selected date`, `given day`. */
export const choosingParticiples: ReadonlySet<string> = words(`
  selected chosen given specified entered provided following missing existing displayed shown listed mentioned generated stored saved added requested resulting remaining-looking corresponding containing including assigned related associated involved
`)
