/**
 * Nouns that prose about software is full of and that are never a table on the word of a PRD alone: the program and its parts, what is
 * seen on a screen, and data in general. A planning session that calls one of them a table is believed.
 */
const generic: ReadonlySet<string> = new Set(
  (
    'app application system service platform website site web page view screen ui interface dashboard panel modal dialog form button field ' +
    'input list table column row record entry_form database data dataset information detail result interaction functionality function feature ' +
    'module component mechanism process flow step scenario story requirement criterion test case_study scope mvp version release prd document_requirement ' +
    'api endpoint request response server client browser device internet connection error error_message validation confirmation message_box toast alert ' +
    'email_address email password login logout registration sign_up sign_in session token access permission right role security authentication authorization ' +
    'account name title text content description date time number amount value type kind status state option choice setting_page link url address icon color ' +
    'colour image_preview format language language_model model llm ai ai_model artificial_intelligence algorithm logic rule possibility ability action operation ' +
    'change edit creation deletion edition modification update search filter sorting sort pagination tab menu navigation header footer sidebar section form_field ' +
    'summary overview history_view statistics statistic metric kpi report_view goal_metric success problem solution need time_frame day week month year hour minute second ' +
    'person people human customer_base target_group audience market business competitor team_size quality performance speed availability scalability ' +
    'thing item_list way place part element set_of group_of kind_of number_of user_interface user_experience experience code source_code environment ' +
    'deployment hosting infrastructure integration third_party framework technology backup cookie cache storage memory crud format_file ' +
    'character paragraph letter limit maximum minimum example sample default placeholder'
  ).split(' '),
)

/** Last words that make a name a piece of the interface, whatever stands before them. */
const interfaceWords: ReadonlySet<string> = new Set(
  'page view screen form button field modal dialog panel dashboard tab menu sidebar app application system interface message_box toast website database api list'.split(
    ' ',
  ),
)

export function isGeneric(key: string): boolean {
  return generic.has(key) || interfaceWords.has(key.slice(key.lastIndexOf('_') + 1))
}
