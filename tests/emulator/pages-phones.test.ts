import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { realNow } from '@/emulator/world/clock'
import { createPass } from '@/emulator/world/pass'
import { changePerson, getPerson } from '@/emulator/world/people'
import { startRegistration } from '@/emulator/world/registration'
import { startPush } from '@/emulator/world/ring'
import { openStage, type Stage } from './pages-browser'

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage.close())

const appsOf = (name: string) =>
  getPerson(stage.world, stage.person(name).id).methods.filter(
    ({ kind }) => kind === 'microsoftAuthenticator',
  )

describe('backup, as each model has it', () => {
  test('legacy iOS refuses a second backup in the app’s own words', async () => {
    const page = await stage.browse().submit('/phones/lia.legacy/new/turn-on-backup')
    expect(page.text).toContain('There is already a backup on your iCloud account on another device')
  })

  test('recovery brings back a name only, and the name signs nobody in', async () => {
    const page = await stage.browse().submit('/phones/lia.legacy/new/begin-recovery')
    expect(page.text).toContain('Sign in to add your account.')
    expect(appsOf('Lia Legacy')).toHaveLength(1)
  })

  test('an account that was added first blocks the restore', async () => {
    const browser = stage.browse()
    await browser.submit('/phones/andrea.android/new/begin-recovery')
    const page = await browser.submit('/phones/andrea.android/new/begin-recovery')
    expect(page.text).toContain('Unable to restore')
  })

  test('no backup crosses from iPhone to Android', async () => {
    const page = await stage.browse().submit('/phones/petra.platform/new/begin-recovery')
    expect(page.text).toContain('No backup found')
  })

  test('current iOS brings nothing back while one of its switches is off', async () => {
    const browser = stage.browse()
    await browser.submit('/phones/elio.esposito/new/icloud-keychain')
    const page = await browser.submit('/phones/elio.esposito/new/begin-recovery')
    expect(page.text).toContain('must all be on')
  })
})

describe('what happens to a phone', () => {
  test('an app that is deleted leaves its registration at Microsoft', async () => {
    const page = await stage.browse().submit('/phones/vito.vip/old/uninstall')
    expect(page.text).toContain('yes, though the app no longer has it')
    expect(appsOf('Vito VIP')).toHaveLength(1)
  })

  test('an account taken off the app stays registered', async () => {
    const [account] = stage.person('Vito VIP').phones[0]!.accounts
    await stage.browse().submit('/phones/vito.vip/old/remove-account', { account: account!.id })
    expect(appsOf('Vito VIP')).toHaveLength(1)
    expect(getPerson(stage.world, stage.person('Vito VIP').id).phones[0]!.accounts).toHaveLength(0)
  })

  test.each([
    ['lose', 'Lost.'],
    ['break', 'Broken.'],
    ['switch-off', 'Switched off'],
    ['wipe', 'was wiped'],
  ])('%s: its screen shows no account any more', async (verb, words) => {
    const page = await stage.browse().submit(`/phones/vito.vip/old/${verb}`)
    expect(page.text).toContain(words)
    expect(page.text).not.toContain('vito.vip@')
  })

  test('the SIM can be moved to the new phone', async () => {
    const before = stage.person('Nora Newnumber').phones.map(({ simNumber }) => simNumber)
    expect(new Set(before).size).toBe(2)
    await stage.browse().submit('/phones/vito.vip/new/move-sim')
    const [old, fresh] = stage.person('Vito VIP').phones
    expect([old!.simNumber, fresh!.simNumber !== null]).toEqual([null, true])
  })
})

describe('a second phone named like the new one', () => {
  const second = () =>
    getPerson(stage.world, stage.person('Elio Esposito').id).phones.filter(({ slot }) => slot === 'other')

  test('is picked up once, and called by another name than the one it is taken for', async () => {
    const browser = stage.browse()
    await browser.submit('/phones/elio.esposito/new/pick-up-second')
    const page = await browser.submit('/phones/elio.esposito/new/pick-up-second')
    expect(second()).toHaveLength(1)
    expect(page.text).toContain('another phone, named alike')
    expect(page.text).not.toContain('Pick up a second')
  })

  test('registered, it looks at Microsoft like the phone it is not, and rings', async () => {
    const browser = stage.browse()
    await browser.submit('/phones/elio.esposito/new/pick-up-second')
    const elio = stage.person('Elio Esposito')
    const begun = startRegistration(stage.world, elio.id)
    if ('refusal' in begun) throw new Error(begun.refusal)
    const { id, code } = begun.registration
    await browser.submit('/phones/elio.esposito/other/add-by-code', { code })
    const { number } = begun.registration
    await browser.submit('/phones/elio.esposito/answer', {
      phone: second()[0]!.id,
      registration: id,
      answer: 'approve',
      number: String(number),
    })
    const mine = appsOf('Elio Esposito').at(-1)
    const intended = elio.phones.find(({ slot }) => slot === 'new')!
    expect(mine).toMatchObject({ displayName: intended.name, phoneId: second()[0]!.id })
    const ring = startPush(stage.world, getPerson(stage.world, elio.id), {
      appName: 'Portal',
      seconds: 60,
      isPasswordless: false,
    })
    expect(ring.phoneIds).toContain(second()[0]!.id)
    expect(ring.phoneIds).not.toContain(intended.id)
  })
})

describe('switches of the world', () => {
  test('phone sign-in gives the registration the date and device that a push alone has not', async () => {
    const before = appsOf('Vito VIP')[0]
    expect(before).toMatchObject({ passwordless: false, createdDateTime: null, deviceObjectId: null })
    await stage.browse().submit('/phones/vito.vip/old/phone-sign-in')
    const after = appsOf('Vito VIP')[0]
    expect(after).toMatchObject({ passwordless: true, createdDateTime: expect.any(String), id: before!.id })
  })

  test('the clock can be moved from a person’s phones, and one stays there', async () => {
    const page = await stage.browse().submit('/world/clock', { move: '86400', return: '/phones/vito.vip' })
    expect(page.address).toBe('/phones/vito.vip')
    expect(page.text).toContain('which is moved')
    expect(stage.world.settings.clockOffsetSeconds).toBe(86_400)
  })

  test('a form cannot send people to another site', async () => {
    const page = await stage
      .browse()
      .submit('/world/clock', { move: 'back', return: '//elsewhere.example/phones' })
    expect(page.address).toBe('/?said=changed')
  })
})

describe('adding the work account', () => {
  test('a code that Security info never gave out adds nothing', async () => {
    const page = await stage.browse().submit('/phones/elio.esposito/new/add-by-code', { code: '123456789' })
    expect(page.text).toContain('not valid any more')
    expect(appsOf('Elio Esposito')).toHaveLength(2)
  })

  test('a Temporary Access Pass registers the phone, and a one-time pass only once', async () => {
    const lea = stage.person('Lea Lostphone')
    const wish = { startsAt: realNow(), lifetimeInMinutes: 60, isUsableOnce: true }
    const { code } = createPass(stage.world, lea, wish)
    const browser = stage.browse()
    const added = await browser.submit('/phones/lea.lostphone/new/add-by-pass', { pass: code })
    expect(added.text).toContain('Account added.')
    expect(appsOf('Lea Lostphone')).toHaveLength(2)
    const again = await browser.submit('/phones/lea.lostphone/new/add-by-pass', { pass: code })
    expect(again.text).toContain('User Credential Policy')
    expect(appsOf('Lea Lostphone')).toHaveLength(2)
  })
})

describe('the pages themselves', () => {
  test('a form from another site changes nothing', async () => {
    const page = await stage
      .browse()
      .submit('/phones/vito.vip/old/wipe', {}, { 'sec-fetch-site': 'cross-site' })
    expect(page.status).toBe(403)
    expect(stage.person('Vito VIP').phones[0]!.condition).toBe('on')
  })

  test('names are shown as text, whatever they hold', async () => {
    changePerson(stage.world, stage.person('Vito VIP').id, (draft) => {
      draft.story = '<img src=x onerror=alert(1)>'
    })
    const page = await stage.browse().open('/phones/vito.vip')
    expect(page.text).toContain('&lt;img src=x')
  })

  test('nobody’s phones are not found', async () => {
    expect((await stage.browse().open('/phones/nobody.here')).status).toBe(404)
    expect((await stage.browse().open('/phones/vito.vip/old')).status).toBe(404)
    expect((await stage.browse().submit('/phones/vito.vip/old/constructor')).status).toBe(404)
  })

  test('only the files of the pages are served', async () => {
    expect((await stage.browse().open('/pages/page.css')).status).toBe(200)
    expect((await stage.browse().open('/pages/%2e%2e%2frouter.ts')).status).toBe(404)
    expect((await stage.browse().open('/pages/router.ts')).status).toBe(404)
  })
})
