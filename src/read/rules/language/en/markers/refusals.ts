import type { PhraseText } from '../../phrase-text.ts'

/** What is not to be, not now, or otherwise. */
export const refusalsPhrases: PhraseText = {
  NOT: `
    not | n't | never | cannot | can't | don't | doesn't | won't | isn't | aren't | shouldn't | mustn't | couldn't |
    wouldn't | didn't | hasn't | haven't | wasn't | weren't | neither | nor | no longer | unable to | not be able to |
    nobody | no one | none | non`,
  WITHOUT: `
    without | lacking | free of | excluding | except | except for | other than | apart from | lack of | no need for |
    absence of | with no | exclude | exclusion of | no need to | devoid of | absent:adjective | avoid`,
  UNKEPT: `
    not stored | never stored | not be stored | not persisted | never persisted | not be persisted | not saved |
    never saved | not be saved | not written to the database | never written to the database | do not store |
    does not store | don't store | do not persist | does not persist | not kept in the database |
    exist only during | exist only in | exists only in | exists only during | live only in | lives only in |
    kept only in memory | kept in memory only | held in memory | kept only in the session | only in memory |
    session only | ephemeral | not retained | stay on the device | only on the client | only in the browser`,
  UNTIL: `
    until | till | unless | before they are | before it is`,
  REJECT: `
    reject | rejected | drop the idea | drop:verb | discard | abandon | abandoned | give up | decided against |
    decide against | decided not to | not to use | not needed | not necessary | unnecessary | no need | not use |
    will not be used | will not be implemented | will not be stored | will not be created | will not have |
    not be implemented | not be stored | not be persisted | not stored | not persisted | not be created | not be included |
    not include | not includes | not be tracked | do not store | does not store | don't store | do not persist |
    do not create | do not add | don't add | don't create | do not include | skip:verb | omit | eliminate |
    remove ~ from the schema | avoid:verb | not implement | not implementing | not support | not supported |
    not be supported | do not need | does not need | no longer needed | opt out | disallow | not planned | not adding |
    not enable | not to enable | not be enabled | not enabled | without enabling | without using | forgo | refuse | declined | not required to store | redundant | will not store | not introduce | excluded |
    not to store | not to create | not to add | never stored | not separately stored | ruled out | should not be stored |
    not included | dropped`,
  LATER: `
    later | in the future | future | future version | future versions | future iteration | future iterations |
    future release | future releases | post mvp | after mvp | after the mvp | phase 2 | phase two | second phase |
    next phase | later phase | later stage | next version | later version | subsequent version | subsequent iterations |
    v2 | defer | deferred | deferring | postpone | postponed | next iteration | further iterations | future development |
    future enhancement | future enhancements | future extension | future expansion | eventually | at a later time |
    at a later stage | nice to have | down the road | roadmap | backlog | for now | version 2 | 2.0 | beyond mvp |
    beyond the mvp | stretch goal | not yet | next step | next steps | planned for | for later | not now |
    subsequent phase | follow up version | next release | next releases | revisit | future proof | future proofing |
    future growth | in a future | phase ii | future work | until later | at this stage | at this time | initially not |
    someday | future consideration | future considerations | future use`,
  OUT_OF_SCOPE: `
    out of scope | not in scope | outside the scope | outside of scope | outside the scope of | beyond the scope |
    beyond scope | not part of | not part of & first/initial/current? mvp/scope/version/release/project | not in mvp | not in the mvp | not included in the mvp |
    not included in mvp | excluded from the mvp | excluded from mvp | excluded from the | non goal | non goals |
    not in the first version | no mvp | outside mvp | outside the mvp | not covered | not be part of | does not include |
    do not include | will not include | not supported in | not within the scope | is not included | are not included |
    not be included in | not for mvp | not be available in | in mvp no | not included in this version | not available in |
    not be part of the mvp | product boundaries | out of mvp | not considered | not included in scope | no support for |
    does not support | will not support | will not be included`,
  OVERLAP: `
    overlap | overlapping | overlapping with | overlap with | overlap in time | intersect | collide | collision | double book | double booked |
    double booking | double bookings | doubly booked | booked twice | reserved twice | scheduled twice | rented twice |
    at the same time | at once for the same | time conflict | time conflicts | conflicting reservation/booking | clash`,
  EXCEPT: `
    except | except for | apart from | other than | with the exception of | excluding | but not`,
  INSTEAD: `
    instead of | instead | rather than | in place of | in lieu of | as opposed to | over:preposition a separate |
    in favor of | in favour of | replaced by | replaced with | as an alternative to | not a separate | substitute for |
    as a replacement for | preferred over | not as a | replaces`,
  CHANGE: `
    change:noun | changed to | change to | changed from | clarified | clarification | correction | corrected | revised |
    updated:adjective | amended | overrides | override | overridden | supersede | superseded | changed decision |
    switch to | migrate to | rename to | renamed to | actually | update:noun | final decision | decision changed | move to |
    replaced by | replaced with | modified decision | on second thought`,
  AGREE: `
    agree | agreed | accept | accepted | approve:verb | approved | ok | okay | confirmed | confirm | as recommended |
    as suggested | as proposed | agree with the recommendation | accept the recommendation |
    in line with the recommendation | according to the recommendation | recommendation accepted | sounds good | sure |
    correct:adjective | exactly | yes | yep | yeah | fine | go with | i agree | per recommendation |
    follow the recommendation | good idea | right | makes sense | go ahead | adopted | as you recommend | as you suggest`,
  NO: `
    no | nope | none | not any | neither | no such | there is no | there are no | has no | have no | there will be no |
    there should be no | with no | nothing | no separate | no additional | no dedicated | zero`,
}
