import type { PhraseText } from '../../phrase-text.ts'

/** What a thing is made of, holds, belongs to, and what is done with it. */
export const compositionPhrases: PhraseText = {
  BE: `
    become:verb | be | remain | stay:verb`,
  HAS: `
    have:verb | possess | with the following | be described by | be characterized by | be characterised by | be defined by |
    be identified by | consist only of | come with | feature:verb | bear:verb | be made of`,
  INCLUDES: `
    include:verb | contain | including | comprise | hold:verb | with field/column/attribute | be composed of | encompass |
    capture:verb | display:verb | show:verb`,
  BELONGS: `
    belong to | belonging to | be owned by | owned by | be part of | be a part of | part of | be assigned to |
    be associated with | associated with | associated to | be tied to | tied to | be linked to | be attached to |
    attached to | be connected to | be related to | be bound to | bound to | scoped to | be nested under | fall under |
    live under | be created by | be in =one | be grouped/organized/organised in/into | keyed to | be child of | be a child of`,
  CONSISTS: `
    consist of | be made up of | be composed of | be built from | be divided into | divided into | be split into |
    be organized into | be organised into | be grouped into | made up of | composed of`,
  WITH: `
    with:preposition | having | each with | each having | with its own | described by | along with its/their | with =their |
    with =its`,
  GIVING: `
    by =entering | by =providing | by =giving | by =specifying | by =selecting | by =choosing | by =stating | by =filling in? | by =supplying |
    provide:verb | enter:verb | give:verb | state:verb | specify:verb | fill in | =providing | =specifying | =indicating | =stating | =naming | each =naming | each =stating | each =specifying`,
  INTO: `
    to:preposition | on:preposition | into | in:preposition | within:preposition | under:preposition | about:preposition`,
  OTHER: `
    another:determiner | another:adjective | another`,
  FOR: `
    for:preposition | of:preposition`,
  STORES: `
    save | store:verb | save:verb | record:verb | persist | keep track of | track:verb | be kept in | be saved | be stored |
    be recorded | be persisted | capture:verb | log:verb | collect:verb | preserve | cache:verb | retain:verb | hold:verb |
    maintain:verb | archive:verb | keep:verb`,
  CREATES: `
    make:verb a/an/the/new | can/may/to/could =found | create | add:verb | add | generate | upload:verb | register:verb | enter:verb | submit |
    write:verb | post:verb | import:verb | set up | introduce | produce:verb | publish | place:verb | book:verb |
    schedule:verb | define | insert:verb | open a/an new? | start a/an new? | duplicate:verb | copy:verb | issue:verb |
    plan:verb | offer:verb | order:verb | reserve:verb | arrange | file:verb a/an | raise:verb a/an | purchase:verb | buy:verb |
    rent:verb | borrow | compose | draft:verb | log:verb | report:verb | propose | request:verb | send:verb | configure | fill in/out |
    fill:verb in/out | initiate | leave a/an`,
  MANAGES: `
    manage | maintain | administer | organize | organise | crud | manage their | handle:verb | take care of |
    management of | control:verb | moderate:verb | curate | create edit and delete | add edit and delete`,
  LISTS: `
    list:verb | list all | list of all | browse:verb | display a list of | view a list of | see a list of | show a list of |
    browsable | paginate | display all | show all | view all | see all`,
  EDITS: `
    set:verb a/an/the/their/my/its | set:verb | edit:verb | edit | update:verb | modify | change:verb | correct:verb | rename |
    be =edited/modified | adjust:verb | customize | customise | revise | overwrite:verb | mark:verb | toggle:verb | reorder | replace:verb |
    amend | archive:verb | complete:verb`,
  REORDERS: `
    reorder | rearrange | re order | change/set/arrange/adjust & order of | custom order of | manual order of`,
  DRAGS: `
    drag:verb | drag and drop | dragging`,
  VIEWS: `
    view:verb | see:verb | preview:verb | display:verb | show:verb | look at | review:verb | inspect | watch:verb |
    open:verb | check:verb | be visible | be displayed | be shown | visible | read:verb | consult | visualize | visualise |
    expose`,
  ASSIGNS: `
    assign:verb | assign | allocate | attach:verb | give:verb | grant:verb | categorize | categorise | tag:verb | classify |
    label:verb | pick:verb | choose | select:verb | designate | map:verb to`,
  LINKS: `
    link:verb | link to | connect | associate | relate | relate to | tie:verb | pair:verb | match:verb | bind:verb |
    connect to | relationship between | relation between | relationship with | relation with | relation to |
    relationship to | association between | link between | relationship`,
  EXTENDS: `
    extend | extension of | inherit from | specialization of | subtype of | be a kind of | be a type of | supplement:verb |
    augment | profile for | extending`,
  REFERENCES: `
    reference:verb | reference | references | refer to | point to | point at | pointing to | foreign key to |
    foreign keys to | fk to | fk -> | fk → | reference to | references to | via`,
  JOINS: `
    join:verb | be a member of | become a member of | enroll | enrol | enroll in | sign up for | subscribe to |
    participate in | take part in | be invited to | accept an invitation | attend | follow:verb | be enrolled in`,
}
