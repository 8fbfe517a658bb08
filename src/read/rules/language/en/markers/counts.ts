import type { PhraseText } from '../../phrase-text.ts'

/** How many of a thing there are, and how two things relate in number. */
export const countsPhrases: PhraseText = {
  MANY: `
    many | several | multiple | numerous | a number of | various | a list of | lists of | list of | a collection of |
    a set of | a series of | any number of | unlimited number of | unlimited | more than one | one or more |
    one or several | zero or more | zero or many | one or many | 0 or more | 1 or more | a variety of | a group of |
    multiples | dozens of | a few | as many | plenty of | lots of | a lot of | an array of | array of | arrays of |
    sets of | collections of`,
  ONE: `
    one | single | a single | exactly one | only one | just one | one and only one | exactly 1 | only a single |
    individual:adjective | sole`,
  EACH: `
    each | every | each of the | for each | for every | any given | each individual | each and every`,
  ZERO_OR: `
    zero or | zero or one | zero or more | zero or many | 0 or 1 | 0 or more | none or | no or one`,
  AT_MOST: `
    exceed | at most | up to | no more than | not more than | a? maximum of | maximum | maximally | max | max. | max of |
    not exceed | not to exceed | cannot exceed | not exceeding | can not exceed | may not exceed | no longer than |
    not longer than | not be longer than | shorter than | less than | fewer than | be limited to | limited to | limit of |
    limit to | capped at | cap of | cap at | maximum number of | maximum length | max length | maximum size | max size |
    max length of | maximum length of | within a limit of | upper limit | below:preposition # | under:preposition # |
    no greater than | not greater than | less than or equal to | smaller than | not be more than | maximum limit |
    no larger than | or less | or fewer | character limit of | limit:noun :? #`,
  AT_LEAST: `
    at least | no less than | not less than | no fewer than | not fewer than | a? minimum of | minimum | min | min. |
    min of | minimally | more than | greater than | longer than | greater than or equal to | minimum length | min length |
    minimum length of | min length of | minimum number of | not shorter than | no shorter than | or more | or longer |
    or greater | starting from | not below | above:preposition # | over:preposition # | not be less than |
    not be shorter than | non empty | not be empty | cannot be empty | must not be empty | larger than | bigger than |
    older than | one or more`,
  BETWEEN: `
    between | between # and # | from # to # | # to # | range:noun of? | in the range of? | ranging from | ranges from |
    within the range | range from | between # to # | # through # | on a scale of | scale of | on a scale from | on a scale`,
  EXACTLY: `
    exactly | precisely | exactly one | fixed at | always # | exact:adjective | fixed length | equal to | strictly one`,
  ONCE: `
    once | only once | at most once | exactly once | no more than once | not more than once | just once | one time |
    only one time | a single time`,
  TWICE: `
    twice | two times | a second time | more than once | multiple times | several times | repeatedly`,
  SAME: `
    same | the same | identical | equal:adjective`,
  GLOBALLY: `
    globally | system wide | application wide | across the whole/entire? system/application/app/platform/database |
    in the whole/entire system/application/app/platform/database | across all users/accounts/tenants`,
  PER: `
    per | for each | for every | for a single | per each | for one | within a | within each | within the scope of |
    in the scope of | scoped to | scoped by | within one | within a single | inside a | for a given |
    a/an day/week/month/year | on a per ~ basis`,
  ONE_TO_ONE: `
    one to one | 1 to 1 | one : one | 1-1`,
  ONE_TO_MANY: `
    one to many | 1 to n | 1 to many | one to n | has_many | 1-n | one to multiple`,
  MANY_TO_ONE: `
    many to one | n to 1 | many to 1 | n to one | belongs_to | n-1`,
  MANY_TO_MANY: `
    many to many | n to m | m to n | n to n | m2m | many-many | has_and_belongs_to_many | n-m | m-n |
    nm relation/relationship`,
  SELF_REFERENCE: `
    self reference | self referencing | self referential | self reference to | references itself | reference itself |
    reference to itself | refers to itself | reference to the same table | recursive | points to itself | self join |
    self relation`,
  HIERARCHY: `
    hierarchy | hierarchical | tree structure | tree:noun | nested:adjective | nested | parent child | subcategory |
    sub category | parent and child | nesting | hierarchically | nest:verb`,
}
