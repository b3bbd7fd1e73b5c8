import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { changePerson, getPerson } from '@/emulator/world/people'
import { setCondition } from '@/emulator/world/phones'
import { listRings } from '@/emulator/world/ring'
import { readText } from '@/emulator/world/text-message'
import { totpNow } from '@/emulator/world/totp'
import { type Browser, openStage, type Stage } from './pages-browser'

let stage: Stage
let browser: Browser
beforeEach(async () => {
  stage = await openStage()
  browser = stage.browse()
})
afterEach(() => stage.close())

const arrived = 'Add a sign-in method'

/** Signs somebody in with one click, then meets the step-up: the address of that sign-in. */
async function stepUp(name: string): Promise<string> {
  const picker = await browser.open('/mysignins/security-info')
  await browser.submit(`${picker.address}/pick`, { person: stage.person(name).id })
  return (await browser.open('/mysignins/security-info/add')).address
}

async function answer(
  address: string,
  { name, slot, press }: { name: string; slot: string; press: 'right' | 'wrong' | 'deny' },
) {
  await browser.submit(`${address}/choose`, { choice: 'push' })
  const phone = getPerson(stage.world, stage.person(name).id).phones.find(
    (candidate) => candidate.slot === slot,
  )!
  const ring = listRings(stage.world, phone).at(-1)!
  const number = press === 'right' ? ring.number : ring.choices.find((choice) => choice !== ring.number)!
  const fields = { phone: phone.id, ring: ring.id, number, answer: press === 'deny' ? 'deny' : 'approve' }
  return browser.submit(`${address}/answer`, fields)
}

describe('a request on the phones', () => {
  test('approved beside the sign-in, it goes on at once', async () => {
    const page = await answer(await stepUp('Elio Esposito'), {
      name: 'Elio Esposito',
      slot: 'tablet',
      press: 'right',
    })
    expect(page.text).toContain(arrived)
  })

  test.each([
    ['deny', 'you denied it'],
    ['wrong', 'was not the one shown here'],
  ] as const)('%s: the sign-in says so and offers the ways again', async (press, words) => {
    const page = await answer(await stepUp('Elio Esposito'), { name: 'Elio Esposito', slot: 'old', press })
    expect(page.text).toContain(words)
    expect(page.text).toContain('Use a code from Microsoft Authenticator')
  })

  test('from Samir’s new phone fails, and from his old one works', async () => {
    const address = await stepUp('Samir Stuck')
    const failed = await answer(address, { name: 'Samir Stuck', slot: 'new', press: 'right' })
    expect(failed.text).toContain('we couldn’t verify you')
    const page = await answer(address, { name: 'Samir Stuck', slot: 'old', press: 'right' })
    expect(page.text).toContain(arrived)
  })

  test('rings nowhere when the only phone is lost, and says what to do', async () => {
    const address = await stepUp('Lea Lostphone')
    const page = await browser.submit(`${address}/choose`, { choice: 'push' })
    expect(page.text).toContain('No phone rings')
    expect(page.text).not.toContain('Approve sign-in?')
  })

  test('is of no use to whoever answers it at another sign-in', async () => {
    const address = await stepUp('Elio Esposito')
    await browser.submit(`${address}/choose`, { choice: 'push' })
    const elio = stage.person('Elio Esposito')
    const theirs = listRings(stage.world, elio.phones[0]!).at(-1)!
    const stranger = stage.browse()
    const picker = await stranger.open('/mysignins/security-info')
    await stranger.submit(`${picker.address}/pick`, { person: stage.person('Vito VIP').id })
    const other = (await stranger.open('/mysignins/security-info/add')).address
    await stranger.submit(`${other}/choose`, { choice: 'push' })
    const fields = { phone: elio.phones[0]!.id, ring: theirs.id, number: theirs.number, answer: 'approve' }
    expect((await stranger.submit(`${other}/answer`, fields)).text).not.toContain(arrived)
    expect(theirs.state).toBe('waiting')
  })
})

describe('codes', () => {
  test('from the app sign in, old or made-up ones do not', async () => {
    const address = await stepUp('Vito VIP')
    await browser.submit(`${address}/choose`, { choice: 'totp' })
    const [account] = stage.person('Vito VIP').phones[0]!.accounts
    const { code } = totpNow(account!.totpSecret!)
    const other = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    const wrong = await browser.submit(`${address}/code`, { code: other })
    expect(wrong.text).toContain('You didn’t enter the expected verification code')
    expect(
      (await browser.submit(`${address}/code`, { code: `${code.slice(0, 3)} ${code.slice(3)}` })).text,
    ).toContain(arrived)
  })

  test('by text message are read on the phone with that SIM', async () => {
    const address = await stepUp('Nora Newnumber')
    const page = await browser.submit(`${address}/choose`, { choice: 'text-mobile' })
    const code = readText(stage.world, stage.person('Nora Newnumber').phones[0]!)!
    expect(page.text).toContain(`Use verification code ${code}`)
    expect((await browser.submit(`${address}/code`, { code: '' })).text).not.toContain(arrived)
    expect((await browser.submit(`${address}/code`, { code })).text).toContain(arrived)
  })

  test('a text is not shown anywhere when the phone with the SIM is off', async () => {
    setCondition(stage.world, stage.person('Nora Newnumber').phones[0]!.id, 'off')
    const address = await stepUp('Nora Newnumber')
    const page = await browser.submit(`${address}/choose`, { choice: 'text-mobile' })
    expect(page.text).not.toContain('Use verification code')
  })
})

describe('the account page', () => {
  test('finds people beyond the demo’s by name', async () => {
    const picker = await browser.open('/mysignins/security-info')
    expect((await browser.open(`${picker.address}?q=Paola`)).text).toContain('Paola Planner')
    expect((await browser.open(`${picker.address}?q=zzzz`)).text).toContain('Nobody here has that name')
  })

  test('somebody who cannot be found is not signed in', async () => {
    const picker = await browser.open('/mysignins/security-info')
    const page = await browser.submit(`${picker.address}/pick`, { person: 'nobody@nowhere.example' })
    expect(page.text).toContain('Pick an account')
  })

  test('a disabled account gets no further', async () => {
    const vito = stage.person('Vito VIP')
    changePerson(stage.world, vito.id, (draft) => {
      draft.accountEnabled = false
    })
    const picker = await browser.open('/mysignins/security-info')
    const page = await browser.submit(`${picker.address}/pick`, { person: vito.id })
    expect(page.text).toContain('Your account has been disabled')
    expect((await browser.open('/mysignins/security-info')).text).toContain('Pick an account')
  })

  test('a sign-in can be used once', async () => {
    const picker = await browser.open('/mysignins/security-info')
    await browser.submit(`${picker.address}/pick`, { person: stage.person('Vito VIP').id })
    const again = await browser.submit(`${picker.address}/pick`, { person: stage.person('Olga Owner').id })
    expect(again.status).toBe(404)
    expect((await browser.open('/mysignins/security-info')).text).toContain('Vito VIP')
  })
})
