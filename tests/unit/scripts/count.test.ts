import { describe, expect, test } from 'vitest'
import { honest, playwrightCount, summary, vitestCount } from '@/scripts/test/count'

describe('counting what a stage checked', () => {
  test('a test file that could not be read counts as one failure', () => {
    const report = {
      numPassedTests: 4,
      numFailedTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
      ],
    }
    expect(vitestCount(report)).toEqual({ passed: 4, failed: 2 })
  })

  test('a browser test that passed only when repeated has failed', () => {
    expect(playwrightCount({ stats: { expected: 3, unexpected: 1, flaky: 1 }, errors: [] })).toEqual({
      passed: 3,
      failed: 2,
    })
  })

  test.each([
    ['ended badly without naming a test', { passed: 5, failed: 0 }, 1, 1],
    ['was killed', { passed: 5, failed: 0 }, null, 1],
    ['checked nothing', { passed: 0, failed: 0 }, 0, 1],
    ['went well', { passed: 5, failed: 0 }, 0, 0],
    ['named its failures', { passed: 5, failed: 2 }, 1, 2],
  ])('a stage that %s', (_what, count, exitCode, failed) => {
    expect(honest(count, exitCode).failed).toBe(failed)
  })

  test('the last line is the sum', () => {
    expect(summary({ passed: 12, failed: 0 })).toBe('12 passed, 0 failed')
  })
})
