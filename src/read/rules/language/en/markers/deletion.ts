import type { PhraseText } from '../../phrase-text.ts'

/** What happens when something is deleted. */
export const deletionPhrases: PhraseText = {
  DELETE: `
    delete | =deleted | remove | =removed | deletion | removal | on delete | upon deletion | on deletion | erase | erasure | drop:verb |
    purge:verb | discard:verb | deleting | removing | when deleted | destroy | wipe:verb | cleanup | clean up | deletable |
    unsubscribe`,
  CASCADE: `
    cascade | on delete cascade | cascade delete | cascade deletion | cascading delete | cascading deletion |
    cascading deletes | cascaded | cascading | delete cascade | deleted together with | removed together with |
    deleted along with | removed along with | also deletes | also delete | also deleted | also removes | also remove |
    also removed | and all associated | and all related | and all its/their | with all associated | with all related |
    along with all | together with all | together with its/their | cascades to | delete ~ and all ~ | cascade on |
    deleted automatically with | including all related | including all associated | delete all associated |
    delete all related | removes all | deletes all`,
  SET_NULL: `
    set null | on delete set null | set to null | nullify | be set to null | becomes null | become null | sets to null |
    nulled | be detached | detach | becomes unassigned | become unassigned | orphaned | be unlinked | reset to null |
    set null on delete | left without`,
  RESTRICT: `
    restrict:verb deletion | be refused if/while/when | be rejected if/while/when | be forbidden if/while/when |
    be blocked if/while/when | be not possible if/while/when | on delete restrict | delete restrict | on delete no action | no action |
    cannot be deleted if/while/when | cannot be removed if/while/when | cannot delete ~ if/while/when/with |
    prevent deletion | prevents deletion | block deletion | blocks deletion | prevent deleting | deletion is blocked |
    deletion is prevented | deletion blocked | restrict | can only be deleted if/when |
    deletion is not allowed if/when/while | deletion is impossible | must not be deleted if/while | not allow deletion |
    block deleting | prevent removal | block removal | restricted deletion`,
  SOFT_DELETE: `
    soft delete | soft deletes | soft deleted | soft deletion | soft deleting | soft removal | logical delete |
    logical deletion | logically deleted | logically delete | marked as deleted | mark as deleted | flagged as deleted |
    deleted_at | is_deleted | deleted flag | recycle bin | trash:noun | in/into/to/from & bin | undelete |
    archived instead of deleted | archive instead of delete`,
  HARD_DELETE: `
    hard delete | hard deletes | hard deleted | hard deletion | hard deleting | hard removal | physical delete |
    physical deletion | physically deleted | physically delete | permanently deleted | permanently delete |
    permanently removed | permanently remove | permanent deletion | permanent removal | delete permanently |
    deleted permanently | remove permanently | removed permanently | irreversibly deleted | irreversible deletion |
    irreversibly delete | deletion is permanent | deletion is irreversible | permanently erased | deletes permanently |
    removes permanently | irreversibly removed | irreversibly | cannot be undone | irreversible | without soft delete |
    no soft delete | permanently`,
  RESTORES: `
    restore | recover:verb | bring:verb back | restoration | be restored | be recovered | restorable`,
  ANONYMISES: `
    anonymize | anonymise | anonymized | anonymised | anonymization | anonymisation | anonymously |
    without & personal data/information/details | without & name | without & ~ 's name/data/identity | depersonalised | depersonalized |
    & personal data/details is/are removed | stripped of personal data`,
  KEEP: `
    keep:verb | be kept | retain | be retained | preserve | be preserved | remain:verb | stay:verb | survive | retention |
    not be deleted | never deleted | are not deleted | is not deleted | remain intact | be maintained | never removed |
    history is kept | remain available | keep history | archive:verb | still see/sees`,
  ACCOUNT_DELETION: `
    account deletion | delete & account | delete & own? account | deleting & account | deletion of & account |
    deletion of & user account | delete & user account | remove & account | removal of & account | account removal |
    deleting & user account | delete account | user deletion | user removal | when & user is deleted |
    when & user be deleted | delete & profile | deletion of & user | upon user deletion | right to be forgotten |
    right to erasure | close & account | delete my account | delete their account | user deletes & account |
    account and all & data | account is deleted | account be deleted | removing & account | on user delete |
    deletion of user | deletes & account | delete & account permanently | permanently delete & account |
    delete & entire? account | erase & account | deactivate & account | account data deletion`,
}
