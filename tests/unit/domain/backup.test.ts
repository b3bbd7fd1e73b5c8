import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Attestation,
  answerCheckRefusal,
  type BackupSight,
  backupModels,
  backupRefusal,
  checkDueBefore,
  claimProblems,
  compareVersions,
  findPrimary,
  type Holder,
  nextCheckAt,
  readBackup,
} from '@/lib/domain/backup'
import { platforms } from '@/lib/domain/device'

const now = new Date('2026-11-28T10:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const dayOf = (at: Date) => at.toISOString().slice(0, 10)
const sight: BackupSight = { platform: 'ios', platformShown: 'ios', appVersion: null, isRivalOn: false }
const keychain: Attestation = { model: 'ios_keychain', isOn: true, backedUpOn: null, at: daysAgo(2) }
const legacy = (days: number): Attestation => ({
  model: 'ios_legacy',
  isOn: true,
  backedUpOn: dayOf(daysAgo(days)),
  at: daysAgo(1),
})

describe('how a backup stands', () => {
  test('is not known while nobody has said', () => {
    expect(readBackup(null, sight, now)).toEqual({ state: 'unknown', since: null, doubt: null })
  })

  test('goes by the day the app showed, not by when that was said', () => {
    const backup = readBackup(legacy(75), sight, now)
    expect(backup).toMatchObject({ state: 'overdue', since: new Date(`${dayOf(daysAgo(75))}T00:00:00Z`) })
  })

  test('without a date, goes by when the switches were looked at', () => {
    expect(readBackup(keychain, sight, now)).toMatchObject({ state: 'attested', since: keychain.at })
    expect(readBackup({ ...keychain, at: daysAgo(31) }, sight, now).state).toBe('getting_old')
  })

  test('only ever gets older: no later look makes the same word fresher', () => {
    const order = ['attested', 'getting_old', 'overdue']
    fc.assert(
      fc.property(fc.constantFrom(...backupModels), fc.nat(400), fc.nat(400), (model, age, later) => {
        const isDated = model !== 'ios_keychain'
        const at = daysAgo(age)
        const said = { model, isOn: true, backedUpOn: isDated ? dayOf(at) : null, at }
        const own = { ...sight, platform: null, platformShown: null }
        const states = [0, later].map(
          (days) => readBackup(said, own, new Date(now.getTime() + days * 86_400_000)).state,
        )
        const [before, after] = states.map((state) => order.indexOf(state))
        expect(before).toBeGreaterThanOrEqual(0)
        expect(after).toBeGreaterThanOrEqual(before!)
        if (age < 29) expect(states[0]).toBe('attested')
        if (age > 62) expect(states[0]).toBe('overdue')
      }),
    )
  })

  test('a device said to make none is off, not old', () => {
    expect(readBackup({ ...legacy(5), isOn: false, backedUpOn: null }, sight, now).state).toBe('off')
  })
})

describe('what is said of a backup is contradicted', () => {
  const doubt = (said: Attestation, seen: Partial<BackupSight>) =>
    readBackup(said, { ...sight, ...seen }, now).doubt

  test('by an app older than 6.8.33, which cannot have the backup of iCloud Keychain', () => {
    expect(doubt(keychain, { appVersion: '6.8.9' })).toBe('app_too_old')
    expect(doubt(keychain, { appVersion: '6.8.33' })).toBeNull()
  })

  test('by an app from 6.8.33 on, which has no backup of its own any more', () => {
    expect(doubt(legacy(3), { appVersion: '6.8.40' })).toBe('app_too_new')
    expect(doubt(legacy(3), { appVersion: '6.7.16' })).toBeNull()
  })

  test('by a platform that has no such backup, as its owner says or as Microsoft shows', () => {
    expect(doubt(keychain, { platform: 'android', platformShown: null })).toBe('platform_differs')
    expect(doubt(keychain, { platformShown: 'android' })).toBe('platform_differs')
    expect(doubt(keychain, { platform: null, platformShown: null })).toBeNull()
  })

  test('by a second device that was said to make it too', () => {
    expect(doubt(legacy(3), { isRivalOn: true })).toBe('second_device')
  })
})

test('a version is read by its numbers, not by its letters', () => {
  expect(compareVersions('6.8.9', '6.8.33')).toBeLessThan(0)
  expect(compareVersions('6.2511.7533', '6.8.33')).toBeGreaterThan(0)
  expect(compareVersions('6.8', '6.8.0')).toBe(0)
})

const holder = (id: string, wanted: Partial<Holder> = {}): Holder => ({
  id,
  platform: 'ios',
  role: 'none',
  backupAccount: '',
  state: 'active',
  ...wanted,
})

describe('a backup cannot be said', () => {
  const today = '2026-11-28'
  const claim = { model: 'ios_legacy', account: '', backedUpOn: today } as const

  test('to be of a day that has not come', () => {
    const own = holder('one')
    expect(claimProblems(own, claim, { others: [own], today })).toEqual({})
    expect(claimProblems(own, { ...claim, backedUpOn: '2026-11-29' }, { others: [own], today })).toEqual({
      backedUpOn: 'backup_in_future',
    })
  })

  test('to be dated without its date, or to be of the other platform', () => {
    const own = holder('one')
    expect(claimProblems(own, { ...claim, backedUpOn: null }, { others: [own], today })).toEqual({
      backedUpOn: 'field_required',
    })
    expect(claimProblems(own, { ...claim, model: 'android' }, { others: [own], today })).toEqual({
      model: 'backup_other_platform',
    })
  })

  test('to be on a second device of the same account, however that is written', () => {
    const own = holder('two')
    const first = holder('one', { role: 'primary', backupAccount: 'Private' })
    const others = [first, own]
    expect(claimProblems(own, { ...claim, account: ' private ' }, { others, today })).toEqual({
      account: 'backup_elsewhere',
    })
    expect(claimProblems(own, { ...claim, account: 'family' }, { others, today })).toEqual({})
    expect(claimProblems(first, { ...claim, account: 'Private' }, { others, today })).toEqual({})
  })

  test('while it is being moved, or of a device that is not in use', () => {
    expect(backupRefusal({ state: 'lost' }, { isMoving: false })).toBe('device_not_in_use')
    expect(backupRefusal({ state: 'old' }, { isMoving: true })).toBe('primary_moving')
    expect(backupRefusal({ state: 'old' }, { isMoving: false })).toBeNull()
  })
})

test('whatever people say, in whatever order, no account ever has two primary devices', () => {
  const labels = ['', 'Private', 'private ', 'work']
  const said = fc.record({
    device: fc.nat(3),
    account: fc.constantFrom(...labels),
    model: fc.constantFrom(...backupModels),
  })
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...platforms), { minLength: 4, maxLength: 4 }),
      fc.array(said, { maxLength: 30 }),
      (kinds, claims) => {
        const devices = kinds.map((platform, index) => holder(String(index), { platform }))
        for (const { device: index, account, model } of claims) {
          const device = devices[index]!
          const backedUpOn = model === 'ios_keychain' ? null : '2026-11-01'
          const problems = claimProblems(
            device,
            { model, account, backedUpOn },
            { others: devices, today: '2026-11-28' },
          )
          if (Object.keys(problems).length > 0) continue
          devices[index] = { ...device, role: 'primary', backupAccount: account }
          expect(findPrimary(devices, account)?.id).toBe(device.id)
        }
        const accounts = devices
          .filter(({ role }) => role === 'primary')
          .map(({ backupAccount }) => backupAccount.trim().toLowerCase())
        expect(new Set(accounts).size).toBe(accounts.length)
      },
    ),
  )
})

test('the monthly question comes thirty days after the last word, and is answered once', () => {
  expect(checkDueBefore(now)).toEqual(daysAgo(30))
  // What is shown as the next day is when the same rule finds it due.
  const inDays = (count: number) => daysAgo(-count)
  expect(nextCheckAt({ saidAt: daysAgo(10), askedAt: daysAgo(12) }, now)).toEqual(inDays(20))
  expect(nextCheckAt({ saidAt: daysAgo(40), askedAt: daysAgo(2) }, now)).toEqual(inDays(28))
  expect(nextCheckAt({ saidAt: daysAgo(31), askedAt: null }, now)).toBeNull()
  expect(nextCheckAt({ saidAt: null, askedAt: null }, now)).toBeNull()
  expect(answerCheckRefusal({ answeredAt: null })).toBeNull()
  expect(answerCheckRefusal({ answeredAt: now })).toBe('backup_no_check')
  expect(answerCheckRefusal(null)).toBe('backup_no_check')
})
