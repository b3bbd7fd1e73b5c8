import { expect, test } from 'vitest'
import { appCriteria } from '@/lib/domain/other-app'
import { otherApps } from '@/lib/guides/other-apps'

test('the four that people ask about are there', () => {
  expect(otherApps.map(({ id }) => id)).toEqual(['google', 'authy', 'onepassword', 'by_hand'])
})

test.each(otherApps)('$id: each question has an answer in both languages, with a source and a day', (app) => {
  for (const criterion of appCriteria) {
    const { en, it } = app.facts[criterion]
    expect(en.length, criterion).toBeGreaterThan(20)
    expect(it.length, criterion).toBeGreaterThan(20)
    expect(it).not.toBe(en)
  }
  expect(app.sources.length).toBeGreaterThan(0)
  expect(app.sources.every((source) => new URL(source).protocol === 'https:')).toBe(true)
  expect(app.reviewedOn).toMatch(/^20\d\d-\d\d-\d\d$/)
})
