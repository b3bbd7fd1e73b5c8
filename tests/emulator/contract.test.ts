import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { endpoints, findEndpoint, problemsOf } from '@/emulator/contract/check'
import type { Endpoint, Version } from '@/emulator/contract/endpoint'
import type { Route } from '@/emulator/graph/route'
import { findRoute, routes } from '@/emulator/graph/routes'
import { logFailedSignIn } from '@/emulator/signin/sign-in-log'
import { findPerson } from '@/emulator/world/people'
import { type Answer, type Emulator, openEmulator } from './emulator'
import { registerEveryKind } from './every-kind'
import { everyPermission } from './permission-table'

// Every call that is described, in each version, asked of the emulator. What it answers is held against the
// description by `ask` itself.

let emulator: Emulator
let app: string
let admin: string
let nobody: string
let ids: Record<string, string>
beforeAll(async () => {
  emulator = await openEmulator()
})
beforeEach(async () => {
  await emulator.reset()
  await emulator.control('PUT /person/Olga/roles', ['Global Administrator'])
  app = await emulator.token('reader', undefined, { granted: everyPermission })
  admin = await emulator.token('desk', 'Olga', { granted: everyPermission })
  nobody = await emulator.token('reader', undefined, { granted: [] })
  ids = await placesOf()
})
afterAll(() => emulator.stop())

async function placesOf(): Promise<Record<string, string>> {
  const { world, id } = emulator
  const user = id('Elio')
  const kinds = registerEveryKind(world, user)
  const domain = 'federated.example'
  await emulator.control('PUT /federated-domains', [{ name: domain }])
  logFailedSignIn(world, world.apps.desk, findPerson(world, user)!, 'Denied')
  await emulator.ask(`POST /v1.0/users/${user}/revokeSignInSessions`, { as: app })
  const event = await emulator.ask(`POST /v1.0/users/${user}/events`, { as: app, body: bodies['/events'] })
  const { tenant } = world
  return {
    ...Object.fromEntries([...kinds].map(([kind, value]) => [`${kind}Methods`, value])),
    user,
    group: tenant.groups[0]?.id ?? '',
    unit: tenant.administrativeUnits[0]?.id ?? '',
    role: 'c4e39bd9-1100-46d3-8c65-fb160da0071f',
    domain,
    configuration: 'TemporaryAccessPass',
    methods: kinds.get('fido2') ?? '',
    event: event.body.id,
    usersRegisteredByMethod: "usersRegisteredByMethod(includedUserTypes='all',includedUserRoles='all')",
  }
}

const at = (dateTime: string) => ({ dateTime, timeZone: 'Europe/Rome' })
const message = {
  subject: 'Hello',
  body: { contentType: 'Text', content: 'Hello' },
  toRecipients: [{ emailAddress: { address: 'elio.esposito@aurora-components.example' } }],
}
const bodies: Record<string, object> = {
  '/events': { subject: 'Swap', start: at('2026-12-01T10:00:00'), end: at('2026-12-01T10:30:00') },
  '/phoneMethods': { phoneNumber: '+39 3331234568', phoneType: 'alternateMobile' },
  '/phoneMethods/{method}': { phoneNumber: '+39 3331234569', phoneType: 'mobile' },
  '/signInPreferences': { isSystemPreferredAuthenticationMethodEnabled: false },
  '/sendMail': { message },
}
const bodyFor = ({ verb, path }: Endpoint) =>
  verb === 'GET' || verb === 'DELETE'
    ? undefined
    : (Object.entries(bodies).find(([end]) => path.endsWith(end))?.[1] ?? {})

/** The path with what this tenant has in its places. */
async function filled({ path }: Endpoint): Promise<string> {
  if (path.endsWith('{entry}')) {
    const list = path.replace('/{entry}', '')
    const { body } = await emulator.ask(`GET /v1.0${list}?$top=1`, { as: app })
    return `${list}/${body.value[0].id}`
  }
  const segments = path.split('/')
  return segments
    .map((piece, place) =>
      piece.startsWith('{')
        ? ids[piece === '{method}' ? (segments[place - 1] ?? '') : piece.slice(1, -1)]
        : piece,
    )
    .map((piece) => encodeURIComponent(piece ?? '').replaceAll(/%(24|3D|2C|27)/g, decodeURIComponent))
    .join('/')
}

const versions: Version[] = ['v1.0', 'beta']
const rows = endpoints.map((endpoint) => ({ name: `${endpoint.verb} ${endpoint.path}`, endpoint }))

/** What a call cannot do without: casts want to be counted, inherited roles a person. */
function queryFor({ path, options }: Endpoint): string[] {
  if (path.endsWith('/transitiveRoleAssignments'))
    return ['$count=true', `$filter=principalId eq '${ids.user}'`]
  return options.includes('$count') && /\/microsoft\.graph\.\w+$/.test(path) ? ['$count=true'] : []
}

type Calling = { version?: Version; as?: string; more?: string[]; path?: string }

async function call(endpoint: Endpoint, calling: Calling = {}): Promise<Answer> {
  const { version = endpoint.versions[0] ?? 'v1.0', more = [], path = await filled(endpoint) } = calling
  const { as = endpoint.path.endsWith('{usersRegisteredByMethod}') ? admin : app } = calling
  const query = [...queryFor(endpoint), ...more].join('&')
  const body = bodyFor(endpoint)
  return emulator.ask(`${endpoint.verb} /${version}${path}${query ? `?${query}` : ''}`, {
    as,
    headers: { ConsistencyLevel: 'eventual' },
    ...(body ? { body } : {}),
  })
}

const selects = ({ options, path }: Endpoint) => options.includes('$select') && !path.endsWith('/delta')

describe.each(rows)('$name', ({ endpoint }) => {
  test.each(versions)('answers as described in %s, or not at all', async (version) => {
    const { status } = await call(endpoint, { version })
    expect(endpoint.versions.includes(version) ? endpoint.statuses : [400]).toContain(status)
  })

  test('refuses strangers, apps without permission and what is not there in the envelope of errors', async () => {
    expect((await call(endpoint, { as: 'forged' })).status).toBe(401)
    expect((await call(endpoint, { as: nobody })).status).toBe(403)
    if (!endpoint.path.startsWith('/users/{user}')) return
    const path = (await filled(endpoint)).replace(ids.user ?? '', '00000000-0000-4000-8000-000000000000')
    expect((await call(endpoint, { path })).status).toBe(404)
  })
})

test.each(rows.filter(({ endpoint }) => selects(endpoint)))('$name selects', async ({ endpoint }) => {
  expect((await call(endpoint, { more: ['$select=id'] })).status).toBe(200)
})

describe('the description', () => {
  const routeOf = ({ verb, path }: Endpoint): Route | null => {
    const found = findRoute(verb, path.toLowerCase().replaceAll(/\{\w+\}/g, 'x'))
    return found === null || found === 'otherVerb' ? null : found.route
  }

  test('covers everything the emulator answers', () => {
    const described = new Set(endpoints.map(routeOf))
    const missing = routes.filter((route) => !described.has(route))
    // The one that does not exist at Microsoft, and is refused.
    expect(missing.map(({ verb, pattern }) => `${verb} /${pattern.join('/')}`)).toEqual([
      'DELETE /users/{user}/authentication/methods/{method}',
    ])
  })

  test.each(rows)('and the emulator agree about $name', ({ endpoint }) => {
    const route = routeOf(endpoint)
    expect([...(route?.options ?? [])].toSorted()).toEqual([...endpoint.options].toSorted())
    expect(route?.betaOnly).toBe(!endpoint.versions.includes('v1.0'))
  })

  test('finds what is wrong', () => {
    const seen = { verb: 'GET', version: 'v1.0' as const, query: new URLSearchParams(), status: 200 }
    const body = {
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#domains',
      value: [{ id: 1 }],
    }
    expect(problemsOf({ ...seen, path: '/domains', body })).toHaveLength(1)
    expect(problemsOf({ ...seen, path: '/nothing/of/the/kind', body })).toHaveLength(1)
    expect(problemsOf({ ...seen, path: '/domains', status: 201, body })).toHaveLength(1)
    expect(findEndpoint({ ...seen, path: '/me/authentication/methods' })?.path).toBe(
      '/users/{user}/authentication/methods',
    )
  })
})
