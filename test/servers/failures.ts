import { expect } from 'vitest'
import { DatabaseFailure } from '../../src/postgres/database-failure.ts'
import { password } from './start-server.ts'

/** What a person is told. Fails for an error that is a bug, that tells nothing to do, or that shows the password. */
export async function failureOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(DatabaseFailure)
  const { message, help, stack } = error as DatabaseFailure
  expect(help).toBeTruthy()
  expect(`${message}${help}${stack}${JSON.stringify(error)}`).not.toContain(password)
  expect(`${message}${help}${stack}`).not.toContain(encodeURIComponent(password))
  return `${message} ${help}`
}
