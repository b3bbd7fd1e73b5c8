import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const alias = { '@': path.resolve(import.meta.dirname) }
const long = process.env.TEST_LONG === '1'

/** `unit` needs nothing; `emulator` starts its own; `integration` gets PostgreSQL and an emulator. */
export default defineConfig({
  test: {
    // Each worker gets an emulator of its own. One more than processors: many tests wait for a process or a limit.
    maxWorkers: Math.min(4, availableParallelism() + 1),
    // `retry`: once more, and named in the sum, where processes are at work (decision 0032).
    projects: [
      {
        resolve: { alias },
        // A property over ten thousand moves takes seconds, and on a busy machine many.
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 60_000 },
      },
      {
        resolve: { alias },
        test: {
          name: 'emulator',
          retry: 1,
          include: ['tests/emulator/**/*.test.ts'],
          testTimeout: long ? 300_000 : 20_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          retry: 1,
          include: ['tests/integration/**/*.test.ts', 'tests/crash/**/*.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          setupFiles: ['tests/support/database.setup.ts'],
          testTimeout: long ? 300_000 : 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
