import { describe, expect, test } from 'vitest'
import { honest, playwrightCount, playwrightCountOfBoth, summary, vitestCount } from '@/scripts/test/count'

describe('counting what a stage checked', () => {
  const once = { status: 'passed', fullName: 'holds at once', failureMessages: [] }
  const repeated = { status: 'passed', fullName: 'holds when repeated', failureMessages: ['Error: not yet'] }
  const wrong = { status: 'failed', fullName: 'does not hold', failureMessages: ['Error', 'Error'] }

  test('a test file that could not be read counts as one failure', () => {
    const report = {
      numPassedTests: 4,
      numFailedTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [wrong] },
        { status: 'passed', assertionResults: [once] },
      ],
    }
    expect(vitestCount(report)).toEqual({ passed: 4, failed: 2, repeated: [] })
  })

  test('a test that passed only when repeated is named', () => {
    const testResults = [{ status: 'failed', assertionResults: [once, repeated, wrong] }]
    expect(vitestCount({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({
      passed: 2,
      failed: 1,
      repeated: ['holds when repeated'],
    })
  })

  test('so is a browser test that holds in a new house, however deep it lies', () => {
    const suite = (specs: { title: string; ok: boolean }[]) => [{ specs: [], suites: [{ specs }] }]
    const first = {
      stats: { expected: 3, unexpected: 2 },
      errors: [],
      suites: suite([
        { title: 'holds at once', ok: true },
        { title: 'holds when repeated', ok: false },
        { title: 'does not hold', ok: false },
      ]),
    }
    const second = {
      stats: { expected: 1, unexpected: 1 },
      errors: [],
      suites: suite([
        { title: 'holds when repeated', ok: true },
        { title: 'does not hold', ok: false },
      ]),
    }
    expect(playwrightCount(first)).toEqual({ passed: 3, failed: 2, repeated: [] })
    expect(playwrightCountOfBoth(first, second)).toEqual({
      passed: 4,
      failed: 1,
      repeated: ['holds when repeated'],
    })
    const nothingRan = { stats: { expected: 0, unexpected: 0 }, errors: [], suites: [] }
    expect(playwrightCountOfBoth(first, nothingRan).failed).toBe(2)
    const amiss = { ...first, errors: ['a worker ended badly'] }
    expect(playwrightCountOfBoth(amiss, second).failed).toBe(2)
  })

  test.each([
    ['ended badly without naming a test', { passed: 5, failed: 0 }, 1, 1],
    ['was killed', { passed: 5, failed: 0 }, null, 1],
    ['checked nothing', { passed: 0, failed: 0 }, 0, 1],
    ['went well', { passed: 5, failed: 0 }, 0, 0],
    ['named its failures', { passed: 5, failed: 2 }, 1, 2],
  ])('a stage that %s', (_what, count, exitCode, failed) => {
    expect(honest({ ...count, repeated: [] }, exitCode).failed).toBe(failed)
  })

  test('the last line is the sum', () => {
    expect(summary({ passed: 12, failed: 0 })).toBe('12 passed, 0 failed')
  })
})
