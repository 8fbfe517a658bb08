/**
 * Which tables the policies of a table read. PostgreSQL refuses a query whose policies lead back to a table whose policies are
 * being applied already (42P17, infinite recursion), so a reference that would close a circle is not made: a definer helper
 * reads in its place.
 */
export interface References {
  /** Notes that policies of `from` read `to`, unless that would close a circle; says whether they may. */
  readonly allow: (from: string, to: string) => boolean
}

export function noReferences(): References {
  const reads = new Map<string, Set<string>>()
  const reaches = (from: string, to: string, seen: Set<string>): boolean => {
    if (from === to) return true
    if (seen.has(from)) return false
    seen.add(from)
    return [...(reads.get(from) ?? [])].some((next) => reaches(next, to, seen))
  }
  return {
    allow: (from, to) => {
      if (reaches(to, from, new Set())) return false
      reads.set(from, (reads.get(from) ?? new Set()).add(to))
      return true
    },
  }
}
