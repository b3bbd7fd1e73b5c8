import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { type Access, delegatedAccess, readerAccess } from '@/lib/graph/access'
import { guardsRegistration, listAccessPolicies, policiesOfContext } from '@/lib/graph/conditional-access'
import { listMethods, removeMethod, revokeSessions } from '@/lib/graph/methods'
import { listContexts, listDomains, readMethodsPolicy } from '@/lib/graph/policies'
import { readPrivilege } from '@/lib/graph/privilege'
import { control, fault, tokenOf } from '@/tests/support/control'

type Person = { id: string; displayName: string }
let cast: Person[]
const named = (name: string) => cast.find(({ displayName }) => displayName.startsWith(name))!.id
const desk = async (agent = 'Hana'): Promise<Access> => delegatedAccess('desk', await tokenOf('desk', agent))
const reader = readerAccess('high')
const ledger = async () =>
  ((await control('GET', '/ledger')) as { entries: { action: string; clientRequestId?: string }[] }).entries

beforeEach(async () => {
  await control('POST', '/reset')
  await db.execute('update graph_allowances set level = burst, share = 1, blocked_until = null')
  cast = ((await control('GET', '/about')) as { people: Person[] }).people
})

describe('removing a registration', () => {
  const clientRequestId = '11111111-2222-5333-8444-555555555555'

  test('is done once, under the id we gave, and gone counts as done', async () => {
    const elio = named('Elio')
    const { methods } = await listMethods(reader, elio)
    const phone = methods.find(({ kind }) => kind === 'phone')!
    const removal = { kind: 'phone', methodId: phone.id, clientRequestId } as const

    expect(await removeMethod(await desk(), elio, removal)).toMatchObject({ status: 204, clientRequestId })
    expect(await removeMethod(await desk(), elio, removal)).toMatchObject({ status: 404, clientRequestId })

    expect((await listMethods(reader, elio)).methods.map(({ id }) => id)).not.toContain(phone.id)
    expect((await ledger()).filter((entry) => entry.clientRequestId === clientRequestId)).toHaveLength(1)
  })

  test('of the default is refused while others remain', async () => {
    const andrea = named('Andrea')
    const { methods } = await listMethods(reader, andrea)
    const standard = methods.find(({ isDefault }) => isDefault)!
    const removal = { kind: 'microsoftAuthenticator', methodId: standard.id } as const
    await expect(removeMethod(await desk(), andrea, removal)).rejects.toMatchObject({
      kind: 'refused',
      code: 'graph_default_method',
    })
  })

  test('of somebody privileged is refused by Entra', async () => {
    const vito = named('Vito')
    const { methods } = await listMethods(reader, vito)
    const app = methods.find(({ kind }) => kind === 'microsoftAuthenticator')!
    const removal = { kind: 'microsoftAuthenticator', methodId: app.id } as const
    await expect(removeMethod(await desk(), vito, removal)).rejects.toMatchObject({ kind: 'refused' })
  })

  test('of one’s own is refused long after the sign-in, and done after a fresh one', async () => {
    const elio = named('Elio')
    const { methods } = await listMethods(reader, elio)
    const app = methods.find(({ displayName }) => displayName?.includes('iPhone'))!
    const removal = { kind: 'microsoftAuthenticator', methodId: app.id } as const
    const stale = delegatedAccess('self', await tokenOf('self', 'Elio', 20 * 60))
    await expect(removeMethod(stale, elio, removal)).rejects.toMatchObject({ kind: 'refused' })
    const fresh = delegatedAccess('self', await tokenOf('self', 'Elio'))
    await expect(removeMethod(fresh, elio, removal)).resolves.toMatchObject({ status: 204 })
  })

  test.each(['504-after', 'reset-after', 'reset-before'])(
    'that gets no answer (%s) is not repeated',
    async (kind) => {
      const elio = named('Elio')
      const { methods } = await listMethods(reader, elio)
      const phone = methods.find((method) => method.kind === 'phone')!
      await fault({ fault: kind, match: { method: 'DELETE' }, times: null })
      const removal = { kind: 'phone', methodId: phone.id } as const
      await expect(removeMethod(await desk(), elio, removal)).rejects.toMatchObject({
        kind: 'unavailable',
        code: 'graph_unavailable',
      })
      const { faults } = (await control('GET', '/faults')) as { faults: { hits: number }[] }
      expect(faults[0]?.hits).toBe(1)
    },
  )
})

test('sessions are revoked, as often as one likes', async () => {
  const elio = named('Elio')
  for (let times = 0; times < 2; times += 1)
    expect((await revokeSessions(await desk(), elio)).status).toBeLessThan(300)
})

test('the reader may read and nothing else', async () => {
  const elio = named('Elio')
  const { methods } = await listMethods(reader, elio)
  const phone = methods.find(({ kind }) => kind === 'phone')!
  await expect(removeMethod(reader, elio, { kind: 'phone', methodId: phone.id })).rejects.toMatchObject({
    kind: 'refused',
  })
  await expect(revokeSessions(reader, elio)).rejects.toMatchObject({ kind: 'refused' })
})

describe('what Entra counts as privileged is seen', () => {
  test('in role holders, and in nobody else', async () => {
    expect((await readPrivilege(reader, named('Vito'))).roleIds).not.toEqual([])
    expect(await readPrivilege(reader, named('Elio'))).toMatchObject({
      roleIds: [],
      eligibleRoleIds: [],
      roleGroupIds: [],
      isManagementRestricted: false,
      isEnabled: true,
      isGuest: false,
    })
  })

  test('in people who could activate a role', async () => {
    const { eligibleRoleIds } = await readPrivilege(reader, named('Hana'))
    // Authentication Administrator, by its documented template id.
    expect(eligibleRoleIds).toContain('c4e39bd9-1100-46d3-8c65-fb160da0071f')
  })

  test('in members and owners of role-assignable groups', async () => {
    const { groups } = (await control('GET', '/tenant')) as {
      groups: { isAssignableToRole: boolean; ownerIds: string[]; membership: { memberIds?: string[] } }[]
    }
    const group = groups.find(({ isAssignableToRole }) => isAssignableToRole)!
    for (const id of [group.ownerIds[0]!, group.membership.memberIds![0]!])
      expect((await readPrivilege(reader, id)).roleGroupIds).toHaveLength(1)
  })

  test('with one request, and to the end of lists that have several pages', async () => {
    const { id } = (await fault({ fault: 'slow', match: { app: 'reader' }, times: null, delayMs: 1 })) as {
      id: string
    }
    const asOnePage = await readPrivilege(reader, named('Vito'))
    const { faults } = (await control('GET', '/faults')) as { faults: { id: string; hits: number }[] }
    expect(faults.find((line) => line.id === id)?.hits).toBe(1)

    await control('PATCH', '/settings', { emptyPages: 'everywhere' })
    const { requestId, ...asPages } = await readPrivilege(reader, named('Vito'))
    expect({ ...asPages, requestId: asOnePage.requestId }).toEqual(asOnePage)
    expect(asPages.roleIds).not.toEqual([])
    expect(asPages.groupIds).not.toEqual([])
  })

  test('and not guessed when one of the questions gets no answer', async () => {
    await fault({ fault: '503', match: { path: 'roleEligibilityScheduleInstances' } })
    await expect(readPrivilege(reader, named('Elio'))).rejects.toMatchObject({ code: 'graph_unavailable' })
    const nobody = '00000000-0000-4000-8000-000000000000'
    await expect(readPrivilege(reader, nobody)).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('the tenant’s policies are read', () => {
  test('who guards the registration of security information', async () => {
    const policies = await listAccessPolicies(reader)
    const elio = { entraId: named('Elio'), groupIds: [], roleIds: [] }
    const before = guardsRegistration(policies, elio)
    const guard = policies.find(({ userActions }) => userActions.length > 0)!
    const state = before ? 'disabled' : 'enabled'
    await control('PATCH', `/policies/${guard.id}`, { state })
    const after = guardsRegistration(await listAccessPolicies(reader), elio)
    expect(after).toBe(!before)
  })

  test('which authentication contexts exist, and which policy is bound to one', async () => {
    const [context] = await listContexts(reader)
    expect(context).toMatch(/^c\d+$/)
    expect(Array.isArray(policiesOfContext(await listAccessPolicies(reader), context!))).toBe(true)
  })

  test('what may be registered, and how long a pass lasts', async () => {
    const policy = await readMethodsPolicy(reader)
    expect(policy.configurations.MicrosoftAuthenticator).toMatchObject({ isEnabled: true })
    expect(policy.configurations.TemporaryAccessPass?.pass).toMatchObject({ minutesMin: expect.any(Number) })
  })

  test('which domains are federated', async () => {
    expect(await listDomains(reader)).toEqual([
      { id: 'aurora-components.example', isFederated: false, federatedMfaBehavior: null },
    ])
  })
})
