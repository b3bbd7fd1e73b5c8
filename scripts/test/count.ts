/** How many checks of a stage passed and failed. */
export type Count = { passed: number; failed: number }

/** What we read of Vitest's JSON report. */
export type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** What we read of Playwright's JSON report. */
export type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: unknown[]
}

/** Tests, and one more failure for each file that could not even be read. */
export function vitestCount({ numPassedTests, numFailedTests, testResults }: VitestReport): Count {
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((result) => result.status !== 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
}

/** A test that passed only when it was repeated did not pass. */
export function playwrightCount({ stats }: PlaywrightReport): Count {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
}

/** A stage that ended badly has failed at least once, and one that checked nothing has failed too. */
export function honest({ passed, failed }: Count, exitCode: number | null): Count {
  const wentWrong = exitCode !== 0 || passed + failed === 0
  return { passed, failed: failed === 0 && wentWrong ? 1 : failed }
}

/** `3 passed, 0 failed`. */
export function summary({ passed, failed }: Count): string {
  return `${passed} passed, ${failed} failed`
}
