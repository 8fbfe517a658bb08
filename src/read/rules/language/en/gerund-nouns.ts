const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Words in -ing that are things of their own, unlike `creating` and `viewing`. */
export const thingsInIng: ReadonlySet<string> = words(`
  meeting booking rating building listing setting training recording drawing painting greeting heading spelling hearing offering shipping parking wedding landing feeling ceiling string thing something anything everything nothing
  evening morning pricing ranking reading king ring wing spring sting clothing earring beginning ending saving earning serving helping gathering outing housing finding filing posting screening sitting briefing savings
  blessing crossing dwelling engraving fitting flooring fixing lining mapping opening packing plumbing roofing scaffolding seating shopping sibling sampling sighting spending topping turning warning writing catering cleaning coaching tutoring farming
  fishing hiking running swimming cycling climbing gardening cooking baking brewing camping dancing gaming boxing fencing skiing sailing surfing rowing riding racing wrestling banking billing consulting accounting funding investing lending marketing advertising
  engineering programming nursing teaching learning pairing seeding standing holding timing
`)

/** Heads before which a word in -ing is a part of the name: `operating hours`, `billing address`. */
export const gerundHeads: ReadonlySet<string> = words(
  'hour time date day address list limit plan period season schedule method hours',
)

/** Heads of which that is true in the singular only: `starting point`, but `earning points`. */
export const singularGerundHeads: ReadonlySet<string> = words(
  'point position state status room cycle space lot option rate ratio speed level style session streak budget fee price account cart board material machine device unit order frequency interval zone skill number code key term journal diary log goal habit',
)
