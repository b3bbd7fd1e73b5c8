/** How many checks of a stage passed and failed, and which of those that passed did so only at the second try. */
export type Count = { passed: number; failed: number; repeated: string[] }

/** What we read of Vitest's JSON report. */
export type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    status: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

/** What we read of Playwright's JSON report. */
export type PlaywrightReport = {
  stats: { expected: number; unexpected: number }
  /** What went wrong outside of any test. */
  errors: unknown[]
  suites: PlaywrightSuite[]
}

type PlaywrightSuite = { specs: { title: string; ok: boolean }[]; suites?: PlaywrightSuite[] }

/** Tests, and one more failure for each file that could not even be read. */
export function vitestCount({ numPassedTests, numFailedTests, testResults }: VitestReport): Count {
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((result) => result.status !== 'failed'),
  )
  const repeated = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
    .map(({ fullName }) => fullName)
  return { passed: numPassedTests, failed: numFailedTests + broken.length, repeated }
}

export function playwrightCount({ stats, errors }: PlaywrightReport): Count {
  return { passed: stats.expected, failed: stats.unexpected + errors.length, repeated: [] }
}

/** What failed was tried again in a new house: the second try counts, and whoever needed it is named. */
export function playwrightCountOfBoth(first: PlaywrightReport, second: PlaywrightReport): Count {
  const stillWrong = second.suites.flatMap(failedTitles)
  return {
    passed: first.stats.expected + second.stats.expected,
    failed: playwrightCount(first).failed - second.stats.expected + second.errors.length,
    repeated: first.suites.flatMap(failedTitles).filter((title) => !stillWrong.includes(title)),
  }
}

function failedTitles({ specs, suites = [] }: PlaywrightSuite): string[] {
  return [...specs.filter(({ ok }) => !ok).map(({ title }) => title), ...suites.flatMap(failedTitles)]
}

/** A stage that ended badly has failed at least once, and one that checked nothing has failed too. */
export function honest(count: Count, exitCode: number | null): Count {
  const wentWrong = exitCode !== 0 || count.passed + count.failed === 0
  return { ...count, failed: count.failed === 0 && wentWrong ? 1 : count.failed }
}

/** `3 passed, 0 failed`. */
export function summary({ passed, failed }: Pick<Count, 'passed' | 'failed'>): string {
  return `${passed} passed, ${failed} failed`
}
