import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import {
  addOtherAccount,
  backupErrorTexts,
  beginRecovery,
  reinstallApp,
  setIcloudSwitch,
  turnOffBackup,
  turnOnBackup,
  updateApp,
} from '@/emulator/world/backup'
import { findPerson } from '@/emulator/world/people'
import { getPhone, setCondition, wipePhone } from '@/emulator/world/phones'
import { registerInApp } from '@/emulator/world/registration'
import { isTotp, totpAt } from '@/emulator/world/totp'
import { changeSettings, openWorld, type World } from '@/emulator/world/world'

let folder: string
let world: World
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-backup-'))
  world = openWorld({ folder, seed: 7, people: 30 })
})
afterEach(() => {
  world.store.close()
  rmSync(folder, { recursive: true })
})

const person = (name: string) => findPerson(world, `${name}@aurora-components.example`)!
const phone = (name: string, slot: string) => `${person(name).id}~${slot}`
const accounts = (phoneId: string) => getPhone(world, phoneId).accounts
const work = (phoneId: string) => accounts(phoneId).filter(({ kind }) => kind === 'work')

// support.microsoft.com, "Back up and restore accounts in Microsoft Authenticator"; the legacy words of the old app
describe('the legacy iOS backup', () => {
  const [old, next] = [() => phone('lia.legacy', 'old'), () => phone('lia.legacy', 'new')]

  test('refuses a second device in the app’s own words', () => {
    expect(turnOnBackup(world, next())).toBe('backup_exists')
    expect(backupErrorTexts.backup_exists).toBe(
      'There is already a backup on your iCloud account on another device',
    )
  })

  test('moves to another device only when it was switched off on the first', () => {
    turnOffBackup(world, old())
    expect(turnOnBackup(world, next())).toBeNull()
    expect(turnOnBackup(world, old())).toBe('backup_exists')
  })

  test('brings back a work account as a name only, and other accounts with their codes', () => {
    expect(beginRecovery(world, next())).toBeNull()
    expect(work(next())).toMatchObject([{ methodId: null, totpSecret: null }])
    const others = accounts(next()).filter(({ kind }) => kind === 'other')
    expect(others).toHaveLength(2)
    expect(others[0]?.totpSecret).toBe(accounts(old()).find(({ kind }) => kind === 'other')?.totpSecret)
    expect(person('lia.legacy').methods.filter(({ kind }) => kind === 'microsoftAuthenticator')).toHaveLength(
      1,
    )
  })

  test('does not restore once an account was added; after reinstalling it does', () => {
    registerInApp(world, next())
    expect(beginRecovery(world, next())).toBe('account_already_added')
    expect(backupErrorTexts.account_already_added).toBe('Unable to restore')
    reinstallApp(world, next())
    expect(beginRecovery(world, next())).toBeNull()
  })

  test('ends with the app’s update', () => {
    updateApp(world, old())
    expect(getPhone(world, old()).backupModel).toBe('ios_keychain')
    expect(beginRecovery(world, next())).toBe('no_backup')
  })
})

describe('the current iOS backup', () => {
  const next = () => phone('elio.esposito', 'new')

  test('needs all four switches, and no private Microsoft account', () => {
    setIcloudSwitch(world, next(), 'keychain', false)
    expect(beginRecovery(world, next())).toBe('switches_off')
    setIcloudSwitch(world, next(), 'keychain', true)
    expect(beginRecovery(world, next())).toBeNull()
    expect(work(next())).toMatchObject([{ methodId: null }])
  })

  test('has no switch inside the app', () => {
    expect(turnOnBackup(world, next())).toBe('not_in_this_model')
  })
})

// Not settled by any page: what becomes of the old backup, and whether iCloud brings codes by itself.
describe('after the switch to iCloud', () => {
  const [old, next] = [() => phone('lia.legacy', 'old'), () => phone('lia.legacy', 'new')]

  test.each([
    ['gone', 'no_backup'],
    ['kept', null],
  ] as const)('the legacy backup is %s: recovery on a phone not yet updated says %s', (setting, refusal) => {
    changeSettings(world, { legacyBackupAfterUpdate: setting })
    updateApp(world, old())
    expect(getPhone(world, next()).backupModel).toBe('ios_legacy')
    expect(beginRecovery(world, next())).toBe(refusal)
  })

  const added = { issuer: 'Example Forum', label: 'a new one', totpSecret: 'GEZDGNBVGY3TQOJQ' }

  test.each([
    ['whenOpened', false],
    ['live', true],
  ] as const)('a code added on one phone is on the other, %s: at once %s', (icloudCodesSync, isThere) => {
    changeSettings(world, { icloudCodesSync })
    addOtherAccount(world, phone('elio.esposito', 'old'), added)
    const shown = () => accounts(phone('elio.esposito', 'new')).some(({ label }) => label === 'a new one')
    expect(shown()).toBe(isThere)
    expect(beginRecovery(world, phone('elio.esposito', 'new'))).toBeNull()
    expect(shown()).toBe(true)
  })

  test('nothing comes by itself to a phone whose switches are off, or to Android', () => {
    changeSettings(world, { icloudCodesSync: 'live' })
    setIcloudSwitch(world, phone('elio.esposito', 'new'), 'authenticator', false)
    addOtherAccount(world, phone('elio.esposito', 'old'), added)
    expect(accounts(phone('elio.esposito', 'new'))).toEqual([])
    addOtherAccount(world, phone('petra.platform', 'old'), added)
    expect(accounts(phone('petra.platform', 'new'))).toEqual([])
  })
})

describe('codes', () => {
  test('of the work account differ on every phone, and each is valid', () => {
    registerInApp(world, phone('elio.esposito', 'new'))
    const now = Date.now()
    const secrets = person('elio.esposito').phones.flatMap(({ accounts: listed }) =>
      listed.flatMap((account) =>
        account.kind === 'work' && account.totpSecret ? [account.totpSecret] : [],
      ),
    )
    expect(new Set(secrets).size).toBe(3)
    const registered = person('elio.esposito').methods.flatMap((method) =>
      'totpSecret' in method ? [method.totpSecret] : [],
    )
    for (const secret of secrets)
      expect(registered.some((known) => isTotp(known, totpAt(secret, now), now))).toBe(true)
  })

  test('of another account are the same wherever its secret is', () => {
    beginRecovery(world, phone('elio.esposito', 'new'))
    const codes = ['old', 'new'].map((slot) =>
      accounts(phone('elio.esposito', slot)).flatMap((account) =>
        account.kind === 'other' ? [totpAt(account.totpSecret, 0)] : [],
      ),
    )
    expect(codes[0]).toHaveLength(2)
    expect(codes[1]).toEqual(codes[0])
  })
})

describe('platforms', () => {
  test('restore from Android to Android', () => {
    expect(beginRecovery(world, phone('andrea.android', 'new'))).toBeNull()
    expect(work(phone('andrea.android', 'new'))).toMatchObject([{ methodId: null }])
  })

  test('never restore from iPhone to Android', () => {
    expect(beginRecovery(world, phone('petra.platform', 'new'))).toBe('no_backup')
  })
})

describe('a phone that is gone', () => {
  test('keeps its registration at Microsoft, lost or wiped', () => {
    const before = person('elio.esposito').methods.length
    setCondition(world, phone('elio.esposito', 'old'), 'lost')
    wipePhone(world, phone('elio.esposito', 'old'))
    expect(person('elio.esposito').methods).toHaveLength(before)
    expect(accounts(phone('elio.esposito', 'old'))).toEqual([])
  })
})

// learn.microsoft.com/entra/identity/authentication/concept-authentication-authenticator-app: five in total
test('a sixth authenticator is refused', () => {
  const id = phone('elio.esposito', 'new')
  for (let count = 2; count < 5; count += 1) expect(registerInApp(world, id)).toHaveProperty('method')
  expect(registerInApp(world, id)).toEqual({ refusal: 'limit_reached' })
})
