import { startProcess, type TestProcess } from '@/tests/support/process'

export type TestWorker = TestProcess

/** A real worker process on this test file's database and emulator, ready to work. */
export function startWorker(env: Record<string, string> = {}): Promise<TestWorker> {
  return startProcess('scripts/worker.ts', {
    env: { DATABASE_URL: testDatabase.worker, ...env },
    ready: 'Worker ready',
  })
}
