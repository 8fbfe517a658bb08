const names =
  /^(deleted|archived|removed|hidden|usuni(e|ę)t[oyae]|skasowan[oyae]|zarchiwizowan[oyae]|ukryt[oyae])(_at|_on|_o|_dnia|_kiedy)?$|^(data|czas)_(usuni(e|ę)cia|skasowania|archiwizacji)$/

const deletions = /^(deleted|removed|usuni(e|ę)t|skasowan|(data|czas)_(usuni|skasow))/

/** Whether a column says by its name that a row was deleted, and not only put away: `deleted_at`, `usuniety_at`. */
export const isDeletion = (column: string): boolean => isDeletionTime(column) && deletions.test(column)

/** Whether a column says by its name when, or that, a row was deleted softly: `deleted_at`, `archived_on`, `usunieto_at`, `data_usuniecia`. */
export const isDeletionTime = (column: string): boolean => names.test(column)
