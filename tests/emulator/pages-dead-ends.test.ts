import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { realNow } from '@/emulator/world/clock'
import { makeAuthenticator } from '@/emulator/world/make-method'
import { createPass } from '@/emulator/world/pass'
import { changePerson, getPerson } from '@/emulator/world/people'
import { registerInApp, registerPasskeyInApp } from '@/emulator/world/registration'
import { startPush } from '@/emulator/world/ring'
import { openStage, type Stage } from './pages-browser'

// What goes wrong for people on their way to a new phone, as they meet it on the screen.

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage.close())

const fresh = (name: string) => getPerson(stage.world, stage.person(name).id)
const apps = (name: string) => fresh(name).methods.filter(({ kind }) => kind === 'microsoftAuthenticator')
const call = { appName: 'Portal', seconds: 60, isPasswordless: false }

/** As many registrations as Microsoft allows: https://learn.microsoft.com/entra/identity/authentication/concept-authentication-authenticator-app */
function fillUp(name: string): void {
  changePerson(stage.world, stage.person(name).id, ({ methods, index }) => {
    const origin = { seed: 7, index, createdAt: '2026-01-01T00:00:00Z', usedAt: null }
    while (methods.filter(({ kind }) => kind === 'microsoftAuthenticator').length < 5)
      methods.push(
        makeAuthenticator(origin, {
          word: `spare ${methods.length}`,
          displayName: 'An old phone',
          phoneAppVersion: '6.8.40',
          phoneId: null,
        }),
      )
  })
}

describe('a sixth authenticator', () => {
  test('is refused on the phone, with the limit and the way out', async () => {
    fillUp('Elio Esposito')
    const elio = fresh('Elio Esposito')
    const { code } = createPass(stage.world, elio, {
      startsAt: realNow(),
      lifetimeInMinutes: 60,
      isUsableOnce: false,
    })
    const page = await stage.browse().submit('/phones/elio.esposito/new/add-by-pass', { pass: code })
    expect(page.text).toContain('five authenticator apps or hardware tokens, which is the limit')
    expect(apps('Elio Esposito')).toHaveLength(5)
  })

  test('is refused at Security info before anything is scanned', async () => {
    fillUp('Elio Esposito')
    const browser = stage.browse()
    const picker = await browser.open('/mysignins/security-info')
    await browser.submit(`${picker.address.split('?')[0]}/pick`, { person: fresh('Elio Esposito').id })
    const choices = await browser.open('/mysignins/security-info/add')
    await browser.submit(`${choices.address}/choose`, { choice: 'text-mobile' })
    const asked = await browser.open(choices.address)
    const text = /verification code (\d{6})/.exec(asked.text)?.[1] ?? ''
    await browser.submit(`${choices.address}/code`, { code: text })
    const refused = await browser.submit('/mysignins/security-info/add-authenticator')
    expect(refused.text).toContain('five authenticator apps or hardware tokens, which is the limit')
  })
})

describe('an app that was deleted and installed again', () => {
  test('is empty, while Microsoft still lists what it held and rings nowhere', async () => {
    const browser = stage.browse()
    const { accounts } = fresh('Nora Newnumber').phones[0]!
    expect(accounts).not.toEqual([])
    await browser.submit('/phones/nora.newnumber/old/icloud-keychain')
    await browser.submit('/phones/nora.newnumber/old/uninstall')
    const page = await browser.submit('/phones/nora.newnumber/old/install')
    expect(page.text).toContain('yes, though the app no longer has it')
    expect(startPush(stage.world, fresh('Nora Newnumber'), call).phoneIds).toEqual([])
  })

  test('registered anew it is another registration, and the old one stays', () => {
    const { id } = fresh('Nora Newnumber').phones[0]!
    const before = apps('Nora Newnumber').map((method) => method.id)
    registerInApp(stage.world, id)
    const after = apps('Nora Newnumber').map((method) => method.id)
    expect(after).toHaveLength(before.length + 1)
    expect(after).toEqual(expect.arrayContaining(before))
  })

  test('has lost its passkey, which no backup brings back', async () => {
    const { id } = fresh('Elio Esposito').phones.find(({ slot }) => slot === 'old')!
    registerPasskeyInApp(stage.world, id)
    const browser = stage.browse()
    await browser.submit('/phones/elio.esposito/old/uninstall')
    await browser.submit('/phones/elio.esposito/old/install')
    expect(fresh('Elio Esposito').phones[0]!.passkeyMethodIds).toEqual([])
    expect(fresh('Elio Esposito').methods.some(({ kind }) => kind === 'fido2')).toBe(true)
  })
})

test('signing in inside the new app, with nothing but the lost old one, goes round in a circle', async () => {
  const browser = stage.browse()
  const choices = await browser.submit('/phones/lea.lostphone/new/add-by-sign-in')
  expect(choices.text).toContain('Verify your identity')
  const asked = await browser.submit(`${choices.address}/choose`, { choice: 'push' })
  expect(asked.text).toContain('No phone rings')
  expect(apps('Lea Lostphone')).toHaveLength(1)
})
