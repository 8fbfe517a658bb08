/**
 * A database that could not be asked: no server there, a password that is wrong, a connection that broke. Whoever runs the command can
 * mend it, so it is shown in words and without a stack. Neither text ever holds a password.
 */
export class DatabaseFailure extends Error {
  /** What to do about it. */
  readonly help: string | undefined
  constructor(message: string, help?: string) {
    super(message)
    this.name = 'DatabaseFailure'
    this.help = help
  }
}
