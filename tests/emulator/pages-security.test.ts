import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { realNow } from '@/emulator/world/clock'
import { dropMethod } from '@/emulator/world/methods'
import { createPass } from '@/emulator/world/pass'
import { getPerson } from '@/emulator/world/people'
import { answerRing, listRings } from '@/emulator/world/ring'
import { changeSettings, saveTenant } from '@/emulator/world/world'
import { type Browser, openStage, type Shown, type Stage } from './pages-browser'

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage.close())

const home = '/mysignins/security-info'
const fresh = (name: string) => getPerson(stage.world, stage.person(name).id)

async function signIn(browser: Browser, name: string): Promise<Shown> {
  const picker = await browser.open(home)
  expect(picker.text).toContain('Pick an account')
  return browser.submit(`${picker.address.split('?')[0]}/pick`, { person: stage.person(name).id })
}

/** Goes to a guarded page, approves with the old phone, and arrives. */
async function prove(browser: Browser, name: string, page: string): Promise<Shown> {
  const choices = await browser.open(page)
  expect(choices.text).toContain('Verify your identity')
  await browser.submit(`${choices.address}/choose`, { choice: 'push' })
  const person = fresh(name)
  const phone = person.phones.find((candidate) => listRings(stage.world, candidate).length > 0)!
  const [ring] = listRings(stage.world, phone)
  answerRing(stage.world, person, { phone: phone, ringId: ring!.id, answer: ring!.number })
  return browser.open(choices.address)
}

describe('Security info', () => {
  test('lists the methods of whoever is signed in, after one click on a name', async () => {
    const page = await signIn(stage.browse(), 'Elio Esposito')
    expect(page.address).toBe(home)
    expect(page.text).toContain('Elio Esposito')
    expect(page.text).toContain("Elio's old iPhone 12")
  })

  test('one click is not enough to add a method: a real one has to be used', async () => {
    const browser = stage.browse()
    await signIn(browser, 'Elio Esposito')
    expect((await browser.open(`${home}/add`)).text).toContain('Verify your identity')
    expect((await browser.submit(`${home}/add-phone`, { number: '+39 3990000000' })).text).toContain(
      'Verify your identity',
    )
    const added = await prove(browser, 'Elio Esposito', `${home}/add`)
    expect(added.text).toContain('Add a sign-in method')
  })

  test('that proof counts for the minutes the tenant allows, and no longer', async () => {
    const browser = stage.browse()
    await signIn(browser, 'Elio Esposito')
    await prove(browser, 'Elio Esposito', `${home}/add`)
    expect((await browser.open(`${home}/add`)).text).toContain('Add a sign-in method')
    changeSettings(stage.world, { freshMinutes: 0 })
    expect((await browser.open(`${home}/add`)).text).toContain('Verify your identity')
  })

  test('a phone is registered only when the number was picked on it', async () => {
    const browser = stage.browse()
    await signIn(browser, 'Vito VIP')
    await prove(browser, 'Vito VIP', `${home}/add`)
    const begun = await browser.submit(`${home}/add-authenticator`)
    const [registration] = [...stage.world.registrations.values()]
    expect(begun.text).toContain(registration!.code)
    const phone = fresh('Vito VIP').phones.find(({ slot }) => slot === 'new')!
    await browser.submit('/phones/vito.vip/new/add-by-code', { code: registration!.code })
    expect((await browser.open(begun.address)).text).toContain(`picking this number. ${registration!.number}`)
    const answer = { phone: phone.id, registration: registration!.id, answer: 'approve' }
    const wrong = await browser.submit('/phones/vito.vip/answer', { ...answer, number: '9' })
    expect(wrong.text).toContain('not the number')
    expect(fresh('Vito VIP').methods.filter(({ kind }) => kind === 'microsoftAuthenticator')).toHaveLength(1)
    await browser.submit('/phones/vito.vip/answer', { ...answer, number: String(registration!.number) })
    expect((await browser.open(begun.address)).text).toContain('was added to your security info')
    expect(fresh('Vito VIP').methods.filter(({ kind }) => kind === 'microsoftAuthenticator')).toHaveLength(2)
  })

  test('the default method stays until the default was changed', async () => {
    const browser = stage.browse()
    await signIn(browser, 'Vito VIP')
    const { defaultMethodId } = stage.person('Vito VIP')
    await prove(browser, 'Vito VIP', `${home}/add`)
    expect((await browser.submit(`${home}/delete/${defaultMethodId}`)).text).toContain(
      'Change the default first',
    )
    await browser.submit(`${home}/default`, { preference: 'sms' })
    expect((await browser.submit(`${home}/delete/${defaultMethodId}`)).text).toContain(
      'The method was deleted',
    )
    expect(fresh('Vito VIP').methods.some(({ id }) => id === defaultMethodId)).toBe(false)
  })

  test('nobody can see a registration that somebody else began', async () => {
    const vito = stage.browse()
    await signIn(vito, 'Vito VIP')
    await prove(vito, 'Vito VIP', `${home}/add`)
    const begun = await vito.submit(`${home}/add-authenticator`)
    const elio = stage.browse()
    await signIn(elio, 'Elio Esposito')
    expect((await elio.open(begun.address)).address).toBe(home)
  })
})

describe('somebody without any method', () => {
  beforeEach(() => {
    for (const { id, kind } of stage.person('Lea Lostphone').methods)
      if (kind !== 'password') dropMethod(stage.world, stage.person('Lea Lostphone').id, id)
  })

  // learn.microsoft.com/entra/identity/conditional-access/policy-all-users-security-info-registration
  test('registers the new phone from the office, with the password alone', async () => {
    const browser = stage.browse()
    const home1 = await signIn(browser, 'Lea Lostphone')
    expect(home1.text).toContain('Signing in from the office (trusted location)')
    expect((await browser.open(`${home}/add`)).text).toContain('Add a sign-in method')
    await browser.submit(`${home}/add-authenticator`)
    const [registration] = [...stage.world.registrations.values()]
    const phone = fresh('Lea Lostphone').phones.find(({ slot }) => slot === 'new')!
    await browser.submit('/phones/lea.lostphone/new/add-by-code', { code: registration!.code })
    await browser.submit('/phones/lea.lostphone/answer', {
      phone: phone.id,
      registration: registration!.id,
      answer: 'approve',
      number: String(registration!.number),
    })
    expect(fresh('Lea Lostphone').methods.map(({ kind }) => kind)).toContain('microsoftAuthenticator')
  })

  test('adds the account in the app from the office, by signing in there with the password', async () => {
    const browser = stage.browse()
    await browser.submit('/phones/lea.lostphone/new/add-by-sign-in')
    expect(fresh('Lea Lostphone').methods.map(({ kind }) => kind)).toContain('microsoftAuthenticator')
  })

  test('cannot add it in the app elsewhere', async () => {
    changeSettings(stage.world, { signInsFrom: 'elsewhere' })
    const browser = stage.browse()
    const page = await browser.submit('/phones/lea.lostphone/new/add-by-sign-in')
    expect(page.text).toContain('You need to contact your administrator')
    expect(fresh('Lea Lostphone').methods.map(({ kind }) => kind)).toEqual(['password'])
  })

  test('is told elsewhere that only the office or a pass helps', async () => {
    const browser = stage.browse()
    await browser.submit('/world/settings', { signInsFrom: 'elsewhere' })
    await signIn(browser, 'Lea Lostphone')
    const page = await browser.open(`${home}/add`)
    expect(page.status).toBe(403)
    expect(page.text).toContain('You need to contact your administrator')
    expect(page.text).toContain(
      'Register from the office, where your password is enough, or ask the helpdesk',
    )
    expect(page.text).toContain('Signing in from elsewhere')
    await browser.submit(`${home}/add-authenticator`)
    expect(stage.world.registrations.size).toBe(0)
  })

  test('is told of the pass alone where no place is trusted either', async () => {
    for (const policy of stage.world.tenant.conditionalAccess) policy.locations = null
    saveTenant(stage.world)
    const browser = stage.browse()
    await signIn(browser, 'Lea Lostphone')
    const page = await browser.open(`${home}/add`)
    expect(page.text).toContain('The helpdesk can issue a Temporary Access Pass')
    expect(page.text).not.toContain('Register from the office')
  })

  test('walks straight in where nothing guards it: the empty moment', async () => {
    changeSettings(stage.world, { signInsFrom: 'elsewhere' })
    for (const policy of stage.world.tenant.conditionalAccess)
      if (policy.applications.includeUserActions.length > 0) policy.state = 'disabled'
    saveTenant(stage.world)
    const browser = stage.browse()
    await signIn(browser, 'Lea Lostphone')
    expect((await browser.open(`${home}/add`)).text).toContain('Add a sign-in method')
  })

  test('gets in with a Temporary Access Pass, wherever', async () => {
    changeSettings(stage.world, { signInsFrom: 'elsewhere' })
    const { code } = createPass(stage.world, fresh('Lea Lostphone'), {
      startsAt: realNow(),
      lifetimeInMinutes: 60,
      isUsableOnce: true,
    })
    const browser = stage.browse()
    await signIn(browser, 'Lea Lostphone')
    const { address } = await browser.open(`${home}/add`)
    await browser.submit(`${address}/choose`, { choice: 'pass' })
    expect((await browser.submit(`${address}/code`, { code: 'wrong' })).text).toContain('Pass is incorrect')
    expect((await browser.submit(`${address}/code`, { code })).text).toContain('Add a sign-in method')
  })
})
