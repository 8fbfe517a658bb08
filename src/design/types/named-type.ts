import type { ColumnType } from './column-type.ts'

interface NameRule {
  readonly name: RegExp
  readonly gives: ColumnType
}

const text: ColumnType = { type: 'text' }
const stamp: ColumnType = { type: 'timestamptz' }
const day: ColumnType = { type: 'date' }
const flag: ColumnType = { type: 'boolean', default: 'false', nullable: false }
const counter: ColumnType = { type: 'integer', default: '0', check: '$ >= 0' }
const amount: ColumnType = { type: 'numeric(12,2)' }
const positiveWhole: ColumnType = { type: 'integer', check: '$ > 0' }
const wholeFromZero: ColumnType = { type: 'integer', check: '$ >= 0' }
const document: ColumnType = { type: 'jsonb' }

/** What a name says about the type when no document states one. The first rule that matches holds; specific ones stand first. */
const rules: readonly NameRule[] = [
  // stamps and calendar days
  { name: /_(at|until|since)$/, gives: stamp },
  { name: /^(planned|actual|scheduled|expected|estimated)_(start|end|arrival|departure|completion)$/, gives: stamp },
  { name: /_(start|end)$/, gives: day },
  { name: /(^|_)(timestamp|datetime|date_time|start_time|end_time)$|_timestamp$/, gives: stamp },
  { name: /(^|_)(date|birthday|deadline|dob|anniversary|due)$|_(on|day)$|^date_/, gives: day },
  {
    name: /^(departure|arrival|pickup|pick_up|drop_off|delivery|check_in|check_out|boarding|landing|takeoff|meeting|appointment|event|visit|scheduled|planned|booking|collection|submission|creation|modification|update|login|due)_time$/,
    gives: stamp,
  },
  { name: /(^|_)time_of_day$/, gives: text },
  {
    name: /^(time|hour)$|(^|_)(opening|closing|reminder|wake_up|bed)_time$|_hour$/,
    gives: { type: 'time' },
  },
  {
    name: /(^|_)(prep|preparation|cook|cooking|baking|rest|response|processing|reading|travel|waiting|execution|generation|elapsed)_time$/,
    gives: wholeFromZero,
  },
  { name: /(^|_)(time_?zone|locale|language|country|country_code|currency|currency_code)$/, gives: text },
  // yes or no
  { name: /^(is|has|can|was|should|must|allow|allows|requires|needs|uses|enable|enables|accepts|wants)_/, gives: flag },
  {
    name: /(^|_)(active|enabled|disabled|archived|visible|hidden|completed|done|favou?rite|published|verified|approved|accepted|read|default|required|checked|locked|public|private|pinned|predefined|blocked|paid|deactivated|confirmed|favourited|resolved|flag|consent)$/,
    gives: flag,
  },
  // numbers
  { name: /(^|_)(latitude|lat)$/, gives: { type: 'numeric(9,6)', check: '$ between -90 and 90' } },
  { name: /(^|_)(longitude|lng|lon)$/, gives: { type: 'numeric(9,6)', check: '$ between -180 and 180' } },
  {
    name: /(^|_)(price|amount|cost|total|subtotal|balance|salary|fee|budget|income|revenue|net|gross|tax|discount|payment|wage|deposit|surcharge|charge|fine|rent|tip|refund|value_net|value_gross|budget_limit|expense)$|^(total|price|amount|cost)_(?!days|count|points|number|time)|_(usd|eur|pln|gbp|price|amount|cost)$/,
    gives: amount,
  },
  {
    name: /(^|_)(percent|percentage|pct)$|_(percent|percentage)$/,
    gives: { type: 'numeric(5,2)', check: '$ between 0 and 100' },
  },
  { name: /(^|_)(rate|ratio|factor|multiplier|temperature|probability|confidence)$/, gives: { type: 'numeric' } },
  {
    name: /(^|_)(weight|height|width|distance|volume|mass|protein|fat|carbs|carbohydrates|fiber|fibre|sugar|salt|quantity|length_cm|depth|speed|altitude|humidity)$|_(kg|cm|km|m|mm|g|mg|ml|l|grams|kilometers|kilometres|liters|litres)$/,
    gives: { type: 'numeric(10,2)', check: '$ >= 0' },
  },
  {
    name: /_(minutes|seconds|hours|days|weeks|months|years|ms|milliseconds|kcal|bytes|tokens|attempts|retries)$|_(time|duration|length)_(min|sec)$|(^|_)(duration|calories|kcal|file_size|page_size|batch_size|group_size|team_size|age|streak|repetitions|repetition|lapses|interval|interval_days)$/,
    gives: wholeFromZero,
  },
  {
    name: /(^|_)(count|counter|points|score|credits|views|likes|attempts|usage|hits|xp|stock|reps|uses)$|_count$|^number_of_|^num_|_number_of_/,
    gives: counter,
  },
  {
    name: /(^|_)(mileage|odometer|tempo|bpm|quota|page_limit|(daily|weekly|monthly|yearly|usage|character|word|item|member|user)_limit|max_size|min_size|text_length|input_length|output_length)$/,
    gives: wholeFromZero,
  },
  { name: /(^|_)(sum_net|sum_gross|net_sum|gross_sum|netto_sum|brutto_sum)$/, gives: amount },
  { name: /(^|_)(rating|stars|grade)$/, gives: { type: 'smallint' } },
  { name: /(^|_)(quality|priority_level|level_number)$/, gives: { type: 'smallint' } },
  {
    name: /(^|_)(position|order|order_index|sort_order|display_order|sequence|sequence_number|index|rank|step_number|order_number_in_list|ordinal)$|_(index|order|position)$/,
    gives: { type: 'integer', check: '$ >= 0' },
  },
  { name: /(^|_)year$/, gives: { type: 'smallint' } },
  { name: /(^|_)month$/, gives: { type: 'smallint', check: '$ between 1 and 12' } },
  {
    name: /(^|_)(servings|portions|portion_count|capacity|seats|people|persons|guests|participants_limit|sets)$/,
    gives: positiveWhole,
  },
  // shapes
  {
    name: /(^|_)(metadata|settings|payload|config|configuration|options|data|details_json|json|raw_response|ai_response|extra|context|filters|structure)$|_json$|_data$/,
    gives: document,
  },
  {
    name: /(^|_)(tags|keywords|labels|allergies|allergens|interests|hashtags)$/,
    gives: { type: 'text[]', default: "'{}'", nullable: false },
  },
  { name: /(^|_)(search_vector|tsv|fts)$/, gives: { type: 'tsvector' } },
  { name: /(^|_)ip(_address)?$/, gives: { type: 'inet' } },
  // words
  {
    name: /(^|_)(email|url|link|href|path|uri|slug|name|title|description|content|body|text|note|notes|comment|message|summary|phone|phone_number|address|city|street|zip|zip_code|postal_code|code|token|hash|status|type|kind|category|source|role|model|model_name|prompt|question|answer|front|back|label|color|colour|icon|emoji|image|photo|avatar|logo|file|filename|file_name|mime_type|location|destination|place|gender|sex|state|reason|error|bio|biography|about|instructions|subject|topic|format|provider|endpoint|version|level|difficulty|priority|visibility|unit|frequency|method|hint|example|translation|definition|word|phrase|query|input|output|response|result|recommendation|suggestion|preferences|ingredients|steps|goal|brand|manufacturer|barcode|sku|serial_number|number|vin|license_plate|registration_number|first_name|last_name|surname|full_name|username|nickname|display_name|company|position_title|author|publisher|isbn|key|identifier|caption|subtitle|heading|headline|motto|slogan|quote|lyrics|variety|breed|make|species|login|nip|tax_id|tax_number|vat_number|pesel|iban|bank_account|account_number|symptom|damage|defect|transport_mode|technology|diagnosis|dosage|remark|remarks|comments|opinion|nationality|profession|occupation|school|district|region|county|province|plate_number|plate|street_address|house_number|apartment_number|flat_number)$/,
    gives: text,
  },
]

/** A type by the column's name alone; text, unsurely, where the name says nothing. */
export function namedType(name: string): ColumnType {
  for (const rule of rules) if (rule.name.test(name)) return rule.gives
  return { type: 'text', unsure: true }
}

/** Whether a type that a name implies is that of an amount of money. */
export function isMoney(named: ColumnType): boolean {
  return named === amount
}
