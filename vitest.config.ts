import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // As many as there are cores; the default leaves one of them idle, which of two is half.
    maxWorkers: '100%',
    // PostgreSQL as WebAssembly: a second, optimising compilation takes longer than a test file runs.
    execArgv: ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering'],
  },
})
