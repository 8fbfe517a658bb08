import type { PhraseText } from '../../phrase-text.ts'

/** What a value must be. */
export const valuesPhrases: PhraseText = {
  UNIQUE: `
    unique | uniquely | uniqueness | no duplicate | no duplicates | without duplicates | without duplicate | no two |
    not be duplicated | must not repeat | cannot repeat | distinct | not be repeated | avoid duplicate | avoid duplicates |
    prevent duplicate | prevent duplicates | duplicate ~ not allowed | duplicates are not allowed | duplicates not allowed |
    cannot be duplicated | only once | at most once | no duplicated | already exist/taken | non repeating |
    reject duplicate | deduplicate | prevent double`,
  OPTIONAL: `
    optional | optionally | not required | not mandatory | not be required | non mandatory | non required | not obligatory |
    be not required | may be empty | can be empty | may be left empty | can be left blank | may be blank | can be blank |
    left blank | left empty | can be omitted | may be omitted | if provided | if available | if any | if applicable |
    where applicable | when available | when provided | if present | if known | if given | need not | does not have to |
    do not have to | not necessary | not necessarily | voluntary | if specified | when present | can be skipped |
    may be skipped | can be missing | may be missing | skippable | if set | or none | non obligatory | doesn't have to |
    don't have to | isn't required | no longer required | if desired | unnecessary | not compulsory | opt`,
  REQUIRED: `
    required | mandatory | obligatory | compulsory | be required | not null | not be null | not be empty |
    must not be empty | cannot be empty | can not be empty | must not be null | cannot be null | can not be null |
    non null | non nullable | not nullable | non empty | not optional | not be blank | must be provided | must be filled |
    must be specified | must be set | must be given | require | always present | non optional | must be present |
    not be omitted | cannot be blank | can't be empty | can't be null | never null | never empty | cannot be omitted |
    not empty | non blank | has to be provided`,
  DEFAULT: `
    default | by default | default to | default value | default:adjective | defaults to | defaulting to |
    initial value | initially set to | set by default | as a default | default is | defaulted to | as default | starts as |
    start as | initial:adjective`,
  PREFERRED: `
    prefer:adjective | preferred`,
  ONE_OF: `
    one of | one of the following | either | any of | possible values | allowed values | accepted values | valid values |
    available values | permitted values | possible value | possible options | available options | can be one of |
    must be one of | values are | value is one of | takes the values | with values | with the values | allowed options |
    choose between | select between | predefined list | predefined values | predefined set | fixed list | closed list |
    from a predefined list | from a list | from a fixed list | following values | following statuses | following types |
    following options | enumerated values | predefined options | defined values | restricted to | only the following |
    with possible values | choose from | select from | selected from | chosen from | values | with options | options:noun |
    with statuses | possible statuses | available statuses | possible states | picked from | predefined categories |
    a choice of | in the set`,
  EXAMPLE: `
    e.g. | e.g | eg. | eg | for example | for instance | such as | like:preposition | among others | example:noun |
    examples:noun | etc. | etc | and so on | and similar | and the like | among other things | and more | or similar |
    including but not limited to | in particular`,
  ENUM: `
    enum | enums | enumeration | enumerated | enumerated type | enum type | enumerable | enum values | custom type |
    postgres enum | postgresql enum | enum field | enum column`,
  TYPE: `
    of type | type:noun | data type | datatype | column type | typed | typed as | be of type | stored as | represented as |
    saved as | kept as | implemented as | modeled as | modelled as | use the type | in the format`,
  PRIMARY_KEY: `
    primary key | primary keys | pk | pks | primary identifier | primary identifiers | as identifier | as identifiers |
    unique identifier | unique identifiers | primary id | surrogate key | surrogate keys | composite key |
    composite primary key | natural key | compound key | compound primary key`,
  FOREIGN_KEY: `
    foreign key | foreign keys | fk | fks | referential integrity | foreign key constraint | foreign key reference |
    foreign key references | foreign key column | foreign key columns`,
  NULLABLE: `
    nullable | can be null | may be null | allow null | allows null | allow nulls | null allowed | nulls allowed |
    accepts null | is nullable | or null | null if | null when | null until | null for | be null | optional null | null |
    null by default | be set to null | may be empty | can be empty | can be left empty | may be left empty | empty until |
    blank until | stays empty | may be unassigned | can be unassigned`,
  POSITIVE: `
    positive | non negative | not be negative | cannot be negative | must not be negative | greater than zero |
    greater than 0 | not negative | above zero | above 0 | no negative | larger than zero | more than zero |
    bigger than zero | can't be negative | nonnegative | never negative | > 0 | >= 0 | ≥ 0`,
}
