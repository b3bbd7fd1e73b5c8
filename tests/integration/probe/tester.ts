import type { Browser } from '@playwright/test'
import { changePerson } from '@/emulator/world/people'
import { type ProofKind, proofKinds } from '@/lib/domain/probe'
import type { Emulator } from '@/tests/emulator/emulator'
import type { Script, Turn } from './conversation'
import { sitDown } from './microsoft-pages'

/** Whom the tester takes for whom. */
export const roles = {
  first: 'Piero Passkey',
  second: 'Elio Esposito',
  agent: 'Hana Helpdesk',
  privileged: 'vito.vip@aurora-components.example',
}
export const users = ['piero.passkey@aurora-components.example', 'elio.esposito@aurora-components.example']

/** Everybody as the probe's text wants them: Piero's app may sign in without a password, Elio is on Desk. */
export async function prepare(emulator: Emulator): Promise<void> {
  changePerson(emulator.world, emulator.id('Piero'), (draft) => {
    for (const method of draft.methods)
      if (method.kind === 'microsoftAuthenticator') method.passwordless = true
  })
  await emulator.control('PUT /apps/desk/assignments', ['Hana', 'Ada', 'Elio'])
}

/** Somebody who does what the probe asks for, at the emulator's pages and by its switches. */
export function makeTester(emulator: Emulator, browser: Browser) {
  let pass = ''
  const sitting = sitDown(browser, {
    totp: async (displayName) => {
      const { body } = await emulator.control(`GET /person/${firstName(displayName)}/codes`)
      return body.codes[0].code
    },
    pass: () => pass,
  })
  const script: Script = {
    async type(turn) {
      if (turn.code === 'amr_pass' && turn.said.startsWith('Go on?')) {
        pass = await makePass(emulator)
        sitting.secrets.add(pass)
      }
      // Told when the last page is shown; the hands may still be at it.
      if (/^(What did Microsoft ask for|Were you asked)/.test(turn.said)) {
        await sitting.idle()
        const [yes, no] = turn.said.startsWith('What') ? ['f', 'p'] : ['y', 'n']
        return sitting.wasAskedForMethod() ? yes : no
      }
      return answers(emulator, turn)
    },
    open: ({ code, address, isFresh, who }) =>
      sitting.signIn({ address, isFresh, displayName: displayNameOf(who), way: wayAt(code) }),
  }
  return { script, sitting }
}

/** As an administrator would in the Entra admin center. */
async function makePass(emulator: Emulator): Promise<string> {
  const path = `/v1.0/users/${emulator.id('Piero')}/authentication/temporaryAccessPassMethods`
  const made = await emulator.ask(`POST ${path}`, { as: await emulator.token('desk', 'Hana'), body: {} })
  return made.body.temporaryAccessPass
}

const firstName = (displayName: string) => displayName.split(' ')[0] ?? ''

function displayNameOf(who: string): string {
  if (who === 'your agent') return roles.agent
  return who === users[0] ? roles.first : roles.second
}

function wayAt(code: string): ProofKind {
  return proofKinds.find((kind) => code === `amr_${kind}`) ?? 'push'
}

/** What the tester types. What is done by hand is done before it is typed that it was. */
async function answers(emulator: Emulator, { code, said }: Turn): Promise<string> {
  const { control, world } = emulator
  const { settings } = world
  if (/^Try again\?/.test(said)) throw new Error(`${code} was not seen`)
  if (/^Change this\?/.test(said)) {
    if (code === 'pass_disabled') await control('PATCH /passes', { state: 'disabled' })
    if (code === 'pass_once') await control('PATCH /passes', { isUsableOnce: true })
    return 'y'
  }
  if (/^Go on\?/.test(said)) return code === 'amr_hardwareCode' ? 's' : 'y'
  if (/^Switch the policy ON/.test(said)) await control('PATCH /passes', { state: 'enabled' })
  if (/^Set the policy back/.test(said)) await control('PATCH /passes', { isUsableOnce: false })
  if (/^No lastUsedDateTime/.test(said)) return 'n'
  if (/^The entry names no phone/.test(said)) return 'k'
  if (/entries about the user, none with our id/.test(said)) return 'n'
  if (/^Its user principal name/.test(said)) return roles.privileged
  if (/^Delete Authenticator on /.test(said)) return 'y'
  if (/^Register Authenticator on /.test(said))
    await control(`POST /person/Elio/phones/${/old/.test(said) ? 'old' : 'tablet'}/register-in-app`, {})
  if (/^Register until there are five/.test(said)) await fillUp(emulator)
  if (/^In which words/.test(said)) return 'You have reached the limit'
  if (/^On the other phone/.test(said)) return settings.icloudCodesSync === 'live' ? 'l' : 'o'
  if (/^The old backup/.test(said)) return settings.legacyBackupAfterUpdate === 'gone' ? 'g' : 'k'
  return '' // Enter: done, or the first choice
}

async function fillUp({ control }: Emulator): Promise<void> {
  const person = async () => (await control('GET /person/Elio')).body
  const isRefused = async () => 'refusal' in (await control('POST /person/Elio/registrations')).body
  for (let tries = 0; tries < 12 && !(await isRefused()); tries += 1)
    await control('POST /person/Elio/methods', { kind: 'softwareOath' })
  if ((await person()).methods.length > 12) throw new Error('no limit was reached')
}
