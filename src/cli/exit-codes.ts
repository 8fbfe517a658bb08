/** What a run tells the shell: `done` and proven; `findings`, also where nothing was proven; wrong `usage` or input that cannot be read. */
export const exitCodes = { done: 0, findings: 1, usage: 2, bug: 70 } as const
