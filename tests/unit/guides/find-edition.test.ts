import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '@/lib/domain/canonical'
import { steps } from '@/lib/domain/step'
import { type GuideContext, type GuideStep, guideAccounts } from '@/lib/guides/edition'
import { editions } from '@/lib/guides/editions'
import { findEdition, listFitting } from '@/lib/guides/find-edition'
import { sources } from '@/lib/guides/sources'
import { shownEditions } from './shown-editions'

const day = '2026-11-28'
const days = ['2026-08-31', '2026-09-01', day, '2027-01-31', '2027-02-01', '2028-01-01']

const elio: GuideContext = {
  step: 'restore',
  account: 'work',
  from: 'ios',
  to: 'ios',
  backupModel: 'ios_keychain',
  appVersion: '6.8.40',
  number: 'same',
  hasOldPhone: true,
  hasSecondDevice: false,
  hasPasskey: false,
  screen: 'computer',
}

/** Every combination somebody can be in once they have said what is asked at the first step. */
function* everyMove(step: GuideStep): Generator<GuideContext> {
  const pairs = [
    { from: 'ios', to: 'ios', backupModel: 'ios_keychain', appVersion: null },
    { from: 'ios', to: 'ios', backupModel: 'ios_keychain', appVersion: '6.8.33' },
    { from: 'ios', to: 'ios', backupModel: 'ios_legacy', appVersion: '6.7.16' },
    { from: 'android', to: 'android', backupModel: 'android', appVersion: null },
    { from: 'ios', to: 'android', backupModel: null, appVersion: null },
    { from: 'android', to: 'ios', backupModel: null, appVersion: null },
  ] as const
  const yesNo = [true, false]
  for (const account of step === 'others' ? guideAccounts : (['work'] as const))
    for (const pair of pairs)
      for (const number of ['same', 'new'] as const)
        for (const hasOldPhone of yesNo)
          for (const hasSecondDevice of yesNo)
            for (const hasPasskey of yesNo)
              for (const screen of ['computer', 'old_phone', 'new_phone'] as const) {
                if (screen === 'old_phone' && !hasOldPhone) continue
                yield { step, account, ...pair, number, hasOldPhone, hasSecondDevice, hasPasskey, screen }
              }
}

const guideSteps = steps.filter((step) => step !== 'safe')

test.each(guideSteps)('whoever is at the step %s finds exactly one text, on any day', (step) => {
  let count = 0
  for (const context of everyMove(step)) {
    for (const on of days) {
      count += 1
      const ids = listFitting(context, on).map(({ id }) => id)
      if (ids.length !== 1) throw new Error(`${on} ${JSON.stringify(context)}: ${ids.join(', ') || 'none'}`)
    }
  }
  expect(count).toBeGreaterThan(600)
})

test('no edition is there that nobody can come to', () => {
  const found = new Set<string>()
  for (const step of guideSteps)
    for (const context of everyMove(step))
      for (const on of days) found.add(findEdition(context, on)?.id ?? '')
  expect(editions.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([])
})

test('an edition that was shown is never changed: a new text is a new edition', () => {
  const hashes = Object.fromEntries(
    editions.map(({ validTo: _, supersededBy: __, ...shown }) => [
      shown.id,
      createHash('sha256').update(canonicalJson(shown)).digest('hex').slice(0, 16),
    ]),
  )
  expect(hashes).toEqual(shownEditions)
  expect(new Set(editions.map(({ id }) => id)).size).toBe(editions.length)
})

test('what follows an edition begins the day that it ends, for the same people', () => {
  for (const { validTo, supersededBy, step, fits } of editions) {
    if (!supersededBy) {
      expect(validTo).toBeNull()
      continue
    }
    const next = editions.find(({ id }) => id === supersededBy)
    expect(next).toMatchObject({ validFrom: validTo, step, fits })
  }
})

test('every edition has as many lines in one language as in the other, a source and a date of review', () => {
  for (const { text, source, reviewedOn, minutes } of editions) {
    expect(text.it.lines).toHaveLength(text.en.lines.length)
    expect(text.it.trap?.fixes.length).toBe(text.en.trap?.fixes.length)
    for (const { why, done } of Object.values(text)) expect([why, done].every(Boolean)).toBe(true)
    expect(Object.values<string>(sources)).toContain(source)
    expect(reviewedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(minutes).toBeGreaterThan(0)
  }
})

describe('what must be said is said', () => {
  const linesOf = (change: Partial<GuideContext>) => {
    const found = findEdition({ ...elio, ...change }, day)
    return { all: found?.text.en.lines.join(' ') ?? '', trap: found?.text.en.trap }
  }

  test('that a work account comes over as a name only', () => {
    for (const model of ['ios_keychain', 'ios_legacy'] as const)
      expect(linesOf({ backupModel: model, appVersion: null }).all).toContain('shows a name only')
  })

  test('Begin recovery first, with both ways out for who added the account before', () => {
    const legacy = linesOf({ backupModel: 'ios_legacy', appVersion: '6.7.16' })
    expect(legacy.all).toContain('"Begin recovery" before you add any account')
    expect(legacy.trap?.fixes).toHaveLength(2)
    expect(linesOf({}).trap).toBeUndefined()
  })

  test('that no backup crosses between the platforms', () => {
    expect(linesOf({ to: 'android', backupModel: null }).all).toContain('No backup crosses')
  })

  test('that a tablet beside the phone only restores', () => {
    expect(linesOf({ backupModel: 'ios_legacy', appVersion: null, hasSecondDevice: true }).all).toContain(
      'there to restore only',
    )
  })

  test('nothing is to be scanned from the phone that shows it', () => {
    const alone = linesOf({ step: 'register', screen: 'new_phone' }).all
    expect(alone).not.toContain('scan the QR code')
    expect(alone).toContain('a phone cannot scan its own screen')
    expect(linesOf({ step: 'register' }).all).toContain('scan the QR code')
  })
})

test('nothing is said of bringing names over while the phones are not known', () => {
  expect(findEdition({ ...elio, from: null, backupModel: null }, day)).toBeNull()
})
