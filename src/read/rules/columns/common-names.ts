/** Names (English, as language models give them) that are attributes of something wherever they stand, never tables of their own. */
export const attributeNames: ReadonlySet<string> = new Set(
  `title name first_name last_name full_name surname nickname username login email email_address e_mail password password_hash description content text body
  summary status state type kind price amount cost value sum total quantity number count date time hour day deadline due_date start_date end_date creation_date
  date_of_birth birth_date age gender sex height weight duration length size color colour icon emoji url link address phone phone_number city country street
  postal_code zip_code language currency unit rate percentage score points point position order priority front back question_text answer_text note_text remark
  created_at updated_at timestamp version format code pin token key id identifier slug bio avatar photo_url image_url flag limit level difficulty
  serial_number barcode isbn species breed condition diagnosis website capacity manufacturer brand surface power mileage temperature daily_rate hourly_rate
  role user_role time_of_day year month period frequency reason latitude longitude coordinate location_name section_name side label caption subtitle header footer
  floor share choice starts_at ends_at area_m2 notes nip pesel regon krs iban depth pressure humidity speed distance altitude district province county
  occupation profession nationality headline bank_account_number account_number unit_price file_name file_path instructions`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Attributes that are things as well, where people make them: the order of a list, and what customers place. */
export const alsoThings: ReadonlySet<string> = new Set(['order'])

/** Whether a name is that of an attribute wherever it stands, and never that of a thing. */
export function isOnlyAttribute(name: string): boolean {
  return attributeNames.has(name) && !alsoThings.has(name)
}

/**
 * Heads that name a thing of the product once a word says which: "loan request", "job application", "work experience"; alone they are what a program does or has.
 */
const namedByModifier =
  /^(?!(?:api|http|https|server|client|web|mobile|network|ai|llm|page|browser|desktop|user|new|password|login|data|database|single|error|frontend|backend|acceptance|success|completion)_)\w+_(?:application|request|response|experience|availability|criterion)$/

export function isNamedByModifier(name: string): boolean {
  return namedByModifier.test(name)
}

/** Names of what a program consists of or does, which no table holds, beyond those that a language already calls abstract. */
export const notThings: ReadonlySet<string> = new Set(
  `application app system platform service website site page subpage screen view dashboard panel form modal dialog window button icon menu navigation link
  table chart graph progress_bar bar field checkbox dropdown input input_field text_field label tab sidebar header footer toolbar layout interface user_interface
  ui ux theme mode dark_mode browser device phone_screen desktop tablet mobile
  login logout sign_in sign_up registration authentication authorization password password_reset reset_link verification confirmation activation
  account user_account access access_token permission security privacy gdpr consent_form
  error error_message message_box alert warning toast communication communicate information info data database row detail details result results
  feature function functionality option possibility ability capability action operation process flow step_by_step workflow mechanism algorithm logic rule_of
  change modification edition update deletion removal creation addition generation search sorting filtering filter sort navigation_path validation format
  time moment day month week year second minute hour date period way case example manner number amount count total sum limit maximum minimum range
  goal purpose problem solution need benefit value requirement scope mvp version release future iteration phase stage project team_work
  criterion acceptance_criterion metric success indicator kpi statistic summary overview preview detail_view history
  api endpoint backend frontend server client request response http url code library framework technology stack tool integration implementation test
  ai ai_model llm gpt artificial_intelligence model prompt_engineering openrouter openai
  user person people somebody someone anyone everyone owner author creator admin administrator
  cost performance speed efficiency quality level_of simplicity effort experience interaction behaviour behavior content text
  part group_of type kind variety selection choice click mouse keyboard tap swipe
  internet network connection email_address email mail link_address pdf csv pdf_file csv_file export import file_format download upload
  section chapter document_section line paragraph column cell character sign word phrase language english polish
  thousand hundred million dozen handful pair
  state status loading loader skeleton spinner default setting_value place area zone_of space end start beginning top bottom side left right`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Names that prose uses for views and collections of other things at least as often as for things of their own: they need more evidence. */
export const weakThings: ReadonlySet<string> = new Set(
  'message notification session history entry item element group set list record report image file document section comment event log source template result answer question link photo'.split(
    ' ',
  ),
)

/** Heads that make a view of what stands before them: "recipe list", "order history", "task details". */
export const viewHeads: ReadonlySet<string> = new Set(
  'list history detail entry record item element form view page card set'.split(' '),
)

/** Names (English) of what people belong to together. */
export const groupNames =
  /^(?:\w+_)?(?:household|family|team|group|organization|organisation|company|workspace|club|class|community|tenant|department|crew|circle|band|league|firm|home|unit|school|association)$/

/** Names of fields that hold one of a few values. */
export const choiceNames =
  /(?:^|_)(?:status|state|type|kind|role|level|mode|category|priority|severity|visibility|stage|shape|size|condition|difficulty)$/
