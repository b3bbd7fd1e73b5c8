import { beforeEach, describe, expect, test } from 'vitest'
import { addMinutes, readClock, runAt } from '@/lib/clock'
import { readFindings } from '@/lib/domain/findings'
import { gatherFacts } from '@/lib/effects/examine-tenant'
import { readerAccess } from '@/lib/graph/access'
import { control } from '@/tests/support/control'

const reader = readerAccess('high')

type Tenant = {
  conditionalAccess: {
    id: string
    applications: { includeContexts: string[]; includeUserActions?: string[] }
  }[]
}

async function policyWhere(isIt: (policy: Tenant['conditionalAccess'][number]) => boolean): Promise<string> {
  const { conditionalAccess } = (await control('GET', '/tenant')) as Tenant
  return conditionalAccess.find(isIt)!.id
}

const guard = () => policyWhere(({ applications }) => (applications.includeUserActions ?? []).length > 0)
const binding = () => policyWhere(({ applications }) => applications.includeContexts.includes('c1'))

/** What the doctor finds, by the code of its sentence. */
async function found() {
  reader.renew()
  return readFindings(await gatherFacts(reader))
}
const codes = async () => (await found()).map(({ code }) => code)

/** The reader's own rights, changed. */
const grant = async (change: (roles: string[]) => string[]) => {
  const { granted } = await gatherFacts(reader)
  await control('PUT', '/apps/reader/permissions', { roles: change([...granted]) })
}

beforeEach(async () => {
  process.env.AUTH_CONTEXT = 'c1'
  await control('POST', '/reset')
  await control('PATCH', '/settings', { throttleScale: 0 })
  reader.renew()
})

describe('what is broken in the tenant is found', () => {
  // The demo's tenant names no emergency accounts; that alone is always there.
  test('and nothing else', async () => expect(await codes()).toEqual(['break_glass_missing']))

  const breakages: [string, () => Promise<unknown>][] = [
    ['rights_missing', () => grant((roles) => roles.filter((role) => role !== 'Domain.Read.All'))],
    ['rights_writing', () => grant((roles) => [...roles, 'UserAuthenticationMethod.ReadWrite.All'])],
    ['premium_missing', () => control('PATCH', '/settings', { hasPremiumLicence: false })],
    ['pass_disabled', () => control('PATCH', '/passes', { state: 'disabled' })],
    ['pass_not_for_everybody', () => control('PATCH', '/passes', { excludePeople: ['Lea'] })],
    ['pass_once', () => control('PATCH', '/passes', { isUsableOnce: true })],
    [
      'pass_short',
      () =>
        control('PATCH', '/passes', {
          minimumLifetimeInMinutes: 10,
          defaultLifetimeInMinutes: 20,
          maximumLifetimeInMinutes: 30,
        }),
    ],
    [
      'authenticator_disabled',
      () => control('PATCH', '/method-configurations/MicrosoftAuthenticator', { state: 'disabled' }),
    ],
    ['campaign_on', () => control('PATCH', '/methods-policy', { campaignState: 'enabled' })],
    ['migration_open', () => control('PATCH', '/methods-policy', { policyMigrationState: 'preMigration' })],
    [
      'registration_unguarded',
      async () =>
        control('PATCH', `/policies/${await guard()}`, { state: 'enabledForReportingButNotEnforced' }),
    ],
    [
      'context_missing',
      async () => {
        process.env.AUTH_CONTEXT = ''
      },
    ],
    [
      'context_unguarded',
      async () => control('PATCH', `/policies/${await binding()}`, { state: 'disabled' }),
    ],
    [
      'context_not_every_time',
      async () => control('PATCH', `/policies/${await binding()}`, { signInFrequency: null }),
    ],
    ['domains_federated', () => control('PUT', '/federated-domains', [{ name: 'adatum.example' }])],
  ]
  test.each(breakages)('%s', async (code, breakIt) => {
    await breakIt()
    expect(await codes()).toContain(code)
  })

  test('clock_skew, where ours is not Microsoft’s', async () => {
    const late = await runAt(addMinutes(readClock(), 3), () => gatherFacts(reader))
    expect(readFindings(late).map(({ code }) => code)).toContain('clock_skew')
  })
})
