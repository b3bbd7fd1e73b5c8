import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { type Answer, type Emulator, openEmulator } from './emulator'

let emulator: Emulator
let reader: string
beforeAll(async () => {
  emulator = await openEmulator()
})
beforeEach(async () => {
  await emulator.reset()
  reader = await emulator.token('reader')
})
afterAll(() => emulator.stop())

const get = (address: string, headers: Record<string, string> = {}) =>
  emulator.ask(`GET ${address.replace('https://graph.microsoft.com', '')}`, { as: reader, headers })
const eventual = { ConsistencyLevel: 'eventual' }

/** All pages of a list, and how many there were. */
async function all(address: string) {
  const value: { id: string; [name: string]: unknown }[] = []
  let pages = 0
  let last: Answer | null = null
  for (let next: string | undefined = address; next; next = last.body['@odata.nextLink']) {
    last = await get(next)
    expect(last.status).toBe(200)
    value.push(...last.body.value)
    pages += 1
  }
  return { value, pages, delta: last?.body['@odata.deltaLink'] as string }
}

describe('groups and roles', () => {
  const groupId = (name: string) =>
    emulator.world.tenant.groups.find(({ displayName }) => displayName === name)?.id

  test('members are direct; transitive ones include nested groups', async () => {
    const id = groupId('New phones 2026')
    const direct = await all(`/v1.0/groups/${id}/members`)
    const users = direct.value.filter((member) => member['@odata.type'] === '#microsoft.graph.user')
    expect(users).toHaveLength(6)
    const transitive = await all(
      `/v1.0/groups/${id}/transitiveMembers/microsoft.graph.user?$select=id,displayName`,
    )
    expect(transitive.value.map(({ displayName }) => displayName)).toContain('Piero Passkey') // by department Research
  })

  test('privileged groups show in what a person is in and owns', async () => {
    const group = emulator.world.tenant.groups.find(({ isAssignableToRole }) => isAssignableToRole)!
    const owner = group.ownerIds[0]
    const owned = await get(
      `/v1.0/users/${owner}/ownedObjects/microsoft.graph.group?$select=id,isAssignableToRole`,
    )
    expect(owned.body.value).toEqual([{ id: group.id, isAssignableToRole: true }])
    const member = group.membership.by === 'list' ? group.membership.memberIds[0] : ''
    const inside = await get(
      `/v1.0/users/${member}/transitiveMemberOf/microsoft.graph.group?$count=true&$select=id,isAssignableToRole`,
      eventual,
    )
    expect(inside.body.value).toContainEqual({ id: group.id, isAssignableToRole: true })
    expect(inside.body['@odata.count']).toBe(inside.body.value.length)
  })

  test('assignments do not show who is only eligible; the PIM lists do', async () => {
    await emulator.control('POST /person/Hana/roles/deactivate', {})
    const of = `?$filter=principalId eq '${emulator.id('Hana')}'`
    expect((await get(`/v1.0/roleManagement/directory/roleAssignments${of}`)).body.value).toEqual([])
    const eligible = await get(`/v1.0/roleManagement/directory/roleEligibilityScheduleInstances${of}`)
    expect(eligible.body.value[0].roleDefinitionId).toBe('c4e39bd9-1100-46d3-8c65-fb160da0071f')
    await emulator.control('POST /person/Hana/roles/activate', { hours: 8 })
    const active = await get(`/v1.0/roleManagement/directory/roleAssignmentScheduleInstances${of}`)
    expect(active.body.value[0]).toMatchObject({
      assignmentType: 'Activated',
      endDateTime: expect.stringMatching(/Z$/),
    })
  })

  test('transitive assignments want header, count and filter together', async () => {
    const address = `/beta/roleManagement/directory/transitiveRoleAssignments?$count=true&$filter=principalId eq '${emulator.id('Vito')}'`
    expect((await get(address)).status).toBe(400)
    expect((await get(address, eventual)).body.value).toHaveLength(1)
    expect((await get(address.replace('beta', 'v1.0'), eventual)).status).toBe(400)
  })

  test('whether a role is privileged stands in the beta only', async () => {
    const v1 = await get('/v1.0/roleManagement/directory/roleDefinitions')
    expect(v1.body.value[0]).not.toHaveProperty('isPrivileged')
    const beta = await get('/beta/roleManagement/directory/roleDefinitions')
    expect(beta.body.value[0].isPrivileged).toBe(true)
  })
})

describe('policies', () => {
  test('say what a pass may be', async () => {
    const { body } = await get('/v1.0/policies/authenticationMethodsPolicy')
    const passes = body.authenticationMethodConfigurations.find(
      ({ id }: { id: string }) => id === 'TemporaryAccessPass',
    )
    // Defaults: learn.microsoft.com/entra/identity/authentication/howto-authentication-temporary-access-pass
    expect(passes).toMatchObject({
      '@odata.type': '#microsoft.graph.temporaryAccessPassAuthenticationMethodConfiguration',
      state: 'enabled',
      defaultLength: 8,
      defaultLifetimeInMinutes: 60,
      minimumLifetimeInMinutes: 60,
      maximumLifetimeInMinutes: 480,
      isUsableOnce: false,
      includeTargets: [{ targetType: 'group', id: 'all_users', isRegistrationRequired: false }],
    })
  })

  test('bind a context, and guard registration', async () => {
    const { body } = await get('/v1.0/identity/conditionalAccess/policies')
    const step = body.value.find((policy: { conditions: { applications: Record<string, string[]> } }) =>
      policy.conditions.applications.includeAuthenticationContextClassReferences?.includes('c1'),
    )
    expect(step).toMatchObject({
      state: 'enabled',
      grantControls: { authenticationStrength: { id: '00000000-0000-0000-0000-000000000002' } },
      sessionControls: { signInFrequency: { isEnabled: true, frequencyInterval: 'everyTime' } },
    })
    const actions = body.value.flatMap(
      (policy: { conditions: { applications: Record<string, string[]> } }) =>
        policy.conditions.applications.includeUserActions,
    )
    expect(actions).toContain('urn:user:registersecurityinfo')
  })

  // learn.microsoft.com/graph/api/resources/conditionalaccesslocations
  test('leave out trusted locations where security info is registered', async () => {
    const { body } = await get('/v1.0/identity/conditionalAccess/policies')
    const [security, ...others] = body.value.filter(
      ({ displayName }: { displayName: string }) =>
        displayName === 'Security info only from the office, or with a pass',
    )
    expect(others).toEqual([])
    expect(security.conditions.locations).toEqual({
      includeLocations: ['All'],
      excludeLocations: ['AllTrusted'],
    })
    expect(security.conditions.applications.includeUserActions).toEqual(['urn:user:registersecurityinfo'])
    expect(body.value[0].conditions.locations).toBeNull()
  })

  test('name domains, and say who federates', async () => {
    expect((await get('/v1.0/domains')).body.value[0]).toMatchObject({
      id: 'aurora-components.example',
      authenticationType: 'Managed',
    })
    expect((await get('/v1.0/domains/aurora-components.example/federationConfiguration')).status).toBe(404)
    await emulator.control('PUT /federated-domains', [{ name: 'aurora-components.example' }])
    expect((await get('/v1.0/domains')).body.value[0].authenticationType).toBe('Federated')
    const federation = await get('/v1.0/domains/aurora-components.example/federationConfiguration')
    expect(federation.body.value[0].federatedIdpMfaBehavior).toBe('acceptIfMfaDoneByFederatedIdp')
  })
})
