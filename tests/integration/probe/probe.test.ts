import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type House, openHouse } from './house'
import { users } from './tester'

let house: House
beforeAll(async () => {
  house = await openHouse()
}, 120_000)
afterAll(() => house.close())
beforeEach(() => house.begin())

const changes = () => house.emulator.world.ledger.length
const piero = users[0] ?? ''

test('a user with a role is refused, and with --really is not', async () => {
  const vito = ['vito.vip@aurora-components.example', piero]
  const refused = await house.probe([], { people: vito })
  expect(refused.exitCode).toBe(1)
  expect(refused.complained).toContain('vito.vip@aurora-components.example is no throw-away account')
  expect(refused.written).toBeNull()
  const really = await house.probe(['--really', '--only', 'user_gone'], { people: vito })
  expect(really.exitCode, really.complained).toBe(0)
  expect(really.written.results).toHaveLength(1)
}, 120_000)

test('who can become an administrator, or owns a group that can, is no throw-away account either', async () => {
  const hana = await house.probe([], { people: ['hana.helpdesk@aurora-components.example', piero] })
  expect(hana.complained).toContain('roleEligibilityScheduleInstances')
  const { tenant } = house.emulator.world
  const owner = tenant.groups.find(({ isAssignableToRole }) => isAssignableToRole)?.ownerIds[0] ?? ''
  const { body } = await house.emulator.control(`GET /person/${owner}`)
  const owned = await house.probe([], { people: [body.userPrincipalName, piero] })
  expect(owned.exitCode).toBe(1)
  expect(owned.complained).toContain('a role-assignable group')
}, 120_000)

test('settings of another tenant, and users who are not there, are not begun with', async () => {
  const before = changes()
  const elsewhere = await house.probe([], { env: { TENANT_ID: '11111111-1111-4111-8111-111111111111' } })
  expect(elsewhere.exitCode).toBe(78)
  expect(elsewhere.complained).toContain('The settings are of tenant 11111111')
  const nobody = await house.probe([], { people: ['nobody@aurora-components.example', piero] })
  expect(nobody.exitCode).toBe(2)
  expect(nobody.complained).toContain('This tenant has no nobody@')
  const bare = await house.probe([], { env: { READER_CLIENT_SECRET: '' } })
  expect(bare.exitCode).toBe(78)
  expect(bare.complained).toContain('READER_CLIENT_SECRET')
  expect(changes()).toBe(before)
}, 120_000)

test('nothing is changed without a yes', async () => {
  const before = changes()
  const careful = { type: ({ said }: { said: string }) => (/^(Change this|Go on)/.test(said) ? '' : 's') }
  // Enter takes the first choice: to go on where nothing changes, to skip where something would.
  const only = ['second_pass', 'pass_disabled', 'default_two', 'own_default', 'revoke', 'methods_limit']
  const probed = await house.probe(['--only', only.join(',')], { script: careful })
  expect(probed.exitCode, probed.said).toBe(0)
  expect(probed.written).toBeNull()
  expect(changes()).toBe(before)
}, 120_000)

test('Ctrl-C leaves what was seen and says what to put back; --resume goes on from there', async () => {
  const cut = await house.probe(['--only', 'user_gone,methods_options,pass_disabled'], {
    script: { interruptAt: /Switch the policy ON again/ },
  })
  expect(cut.exitCode, cut.said + cut.complained).toBe(130)
  expect(cut.said).toContain('To be put back: Switch the Temporary Access Pass policy on again.')
  const codes = cut.written.results.map(({ code }: { code: string }) => code)
  expect(codes).toEqual(['methods_options', 'user_gone'])

  await house.emulator.control('PATCH /passes', { state: 'enabled' })
  const overwriting = await house.probe([])
  expect(overwriting.exitCode).toBe(2)
  expect(overwriting.complained).toContain('go on with --resume')

  // The tester leaves again where the first sign-in is asked for.
  const more = await house.probe(['--resume'], { script: { interruptAt: /\[token_scopes\]/ } })
  expect(more.said).not.toContain('[user_gone]')
  expect(more.said).not.toContain('[methods_options]')
  const all = more.written.results.map(({ code }: { code: string }) => code)
  expect(all.slice(0, 2)).toEqual(codes)
  expect(all).toContain('users_top')
  expect(more.written.results[1]).toEqual(cut.written.results[1])

  const later = await house.probe(['--resume'], { script: { interruptAt: /\[token_scopes\]/ } })
  const delta = later.written.results.find(({ code }: { code: string }) => code === 'delta_token')
  expect(delta.observed.looks).toHaveLength(2)
}, 180_000)

test('somebody else’s sign-in is noticed, and a point can be tried again', async () => {
  const { emulator } = house
  let isAgain = false
  const only = ['--only', 'token_scopes']
  const probed = await house.probe(only, {
    script: {
      async type({ said }) {
        if (!/^Try again/.test(said)) return ''
        isAgain = true
        return 's'
      },
      // A browser in which Elio is signed in.
      async open({ address }) {
        const page = await openAs(emulator.origin, address)
        expect(page).toContain('That is all here')
      },
    },
  })
  expect(probed.said).toContain('Not seen: That was somebody else: sign in again.')
  expect(isAgain).toBe(true)
  expect(probed.written).toBeNull()
}, 120_000)

test('a refusal at sign-in is told by its number, and a page that nobody asked for gets nowhere', async () => {
  await house.emulator.control('PUT /apps/desk/assignments', ['Hana'])
  const probed = await house.probe(['--only', 'role_none'], {
    script: {
      type: ({ said }) => (/^Try again/.test(said) ? 's' : ''),
      async open({ address }) {
        const strange = new URL('/api/auth/callback/desk?code=stolen&state=guessed', address)
        expect((await fetch(strange)).status).toBe(400)
        expect((await fetch(strange, { headers: { host: 'evil.example' } })).status).toBeGreaterThanOrEqual(
          400,
        )
        await openAs(house.emulator.origin, address)
      },
    },
  })
  expect(probed.said).toContain('Not seen: Microsoft answered access_denied (AADSTS50105).')
}, 120_000)

/** Signs Elio in with one click, without a browser's window: what the last page says. */
async function openAs(origin: string, address: string): Promise<string> {
  const jar = new Map<string, string>()
  let [at, form]: [string, URLSearchParams | null] = [address, null]
  for (let steps = 0; steps < 20; steps += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie },
      ...(form ? { method: 'POST', body: form } : {}),
    })
    form = null
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=')
      jar.set(name, value)
    }
    const location = response.headers.get('location')
    const text = await response.text()
    if (location) at = new URL(location, at).href
    else if (/Pick an account/.test(text)) {
      at = `${origin}${new URL(at).pathname}/pick`
      form = new URLSearchParams({ person: house.emulator.id('Elio') })
    } else return text
  }
  throw new Error('the sign-in did not end')
}
