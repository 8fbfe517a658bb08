import type { PhraseText } from '../../phrase-text.ts'

/** The parts of a schema, by their names. */
export const schemaPartsPhrases: PhraseText = {
  TABLE: `
    table | tables | db table | database table | separate table | dedicated table | relation:noun table | main table |
    core table | core tables`,
  ENTITY: `
    entity | entities | domain object | domain model | model:noun | aggregate:noun | resource:noun | business object |
    business entity | core entity | main entity | main entities | core entities | key entities | domain entity`,
  COLUMN: `
    column | field | attribute | property | columns | fields | attributes | properties | flag:noun | timestamp column |
    field named | column named | column called | field called`,
  FIELD_LIST: `
    with the following fields | with the following columns | with the following attributes | following fields |
    following columns | following attributes | the following data | following information | following details |
    following properties | with fields | with columns | with attributes | fields include | columns include |
    attributes include | key fields | key columns | key attributes | main fields | main columns | main attributes |
    required fields | optional fields | mandatory fields | additional fields | additional columns | consisting of fields |
    with properties | list of fields | fields such as | form fields | with field | with column | with attribute |
    with metadata | fields | columns | attributes`,
  VIEW: `
    database view | materialized view | materialised view | sql view | a view | view:noun | views:noun | db view |
    postgres view | postgresql view`,
  THROUGH: `
    through:preposition | via | by means of | by way of`,
  JOIN_TABLE: `
    join table | joining table | junction table | linking table | link table | bridge table | pivot table |
    association table | associative table | intermediate table | cross reference table | mapping table | through table |
    junction entity | associative entity | connecting table | connection table | relation table | relationship table |
    many to many table | m2m table | intermediary table | join entity | xref table | cross table | join model | map table`,
  DICTIONARY: `
    dictionary | dictionary table | lookup table | look up table | reference table | reference data | master data |
    code table | code list | codelist | lookup | seed data | seeded | static table | lookup data | catalog table |
    predefined table | taxonomy | system dictionary`,
}
