/**
 * Names that one word of another language may have in a schema, or that people use for the same thing beside each other: "klient" is the client
 * or the customer of a shop. Only where no table has a word's own name is the one table looked for that has another of its line. Behind ">" stand names that have no others themselves: the application is the program.
 */
const lines = `
  client customer buyer
  order job commission work_order
  item position line line_item
  photo image picture
  company business firm enterprise
  employee worker staff_member
  appointment visit
  reservation booking
  car vehicle
  recipe prescription
  review opinion
  note remark
  meeting appointment
  trip journey
  folder directory
  flat apartment
  invite invitation
  message communication
  expense spending
  grade mark
  lesson class
  exercise drill
  pupil student
  notice announcement
  entry record
  offer listing
  shift duty
  fee charge
  patient sick_person
  story tale
  bike bicycle
  leave vacation
  stay visit
  request > application
  veterinary vet
  organization org
  document doc
  department dept
  configuration config
  specification spec
`

const others: ReadonlyMap<string, readonly string[]> = (() => {
  const map = new Map<string, string[]>()
  for (const line of lines.trim().split('\n')) {
    const [all = '', last = ''] = line.trim().split(' > ')
    const names = [...all.split(' '), ...last.split(' ').filter((name) => name !== '')]
    for (const name of all.split(' ')) map.set(name, [...(map.get(name) ?? []), ...names.filter((other) => other !== name)])
  }
  return map
})()

/** Other names of the thing, singular snake_case; none for most. Of a name of several words each that differs from it in one: "adoption_request", "adoption_application". */
export function otherNamesOf(name: string): readonly string[] {
  const words = name.split('_')
  return words.flatMap((word, index) => (others.get(word) ?? []).map((other) => words.with(index, other).join('_')))
}

/** Words that mean the same in English wherever both are used of things that are kept. */
const synonyms: readonly (readonly string[])[] = [
  ['reservation', 'booking'],
  ['photo', 'image', 'picture'],
  ['bike', 'bicycle'],
  ['expense', 'spending'],
  ['invite', 'invitation'],
  ['flat', 'apartment'],
  ['notice', 'announcement'],
]

/** Whether two names are words for one thing. */
export function areSynonyms(one: string, other: string): boolean {
  return one !== other && synonyms.some((words) => words.includes(one) && words.includes(other))
}
