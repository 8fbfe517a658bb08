const names =
  /^(deleted|archived|removed|hidden|usuni(e|ę)t[oyae]|skasowan[oyae]|zarchiwizowan[oyae]|ukryt[oyae])(_at|_on|_dnia|_kiedy)?$|^(data|czas)_(usuni(e|ę)cia|skasowania|archiwizacji)$/

/** Whether a column says by its name when, or that, a row was deleted softly: `deleted_at`, `archived_on`, `usunieto_at`, `data_usuniecia`. */
export const isDeletionTime = (column: string): boolean => names.test(column)
