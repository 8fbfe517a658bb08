const places = /^(?:order|position|sort_order|display_order|order_index|ordinal|sequence|sequence_number|step_number)$/

/** Whether a column's name says where its row stands among others. */
export function isPlace(name: string): boolean {
  return places.test(name)
}
