/** Stands before the tables of which no access rules are known: what callers may do there is observed. */
export const leftAsFound = 'Left as found and not judged'
