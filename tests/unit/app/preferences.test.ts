import { afterEach, describe, expect, test, vi } from 'vitest'
import { POST } from '@/app/api/preferences/route'

const own = 'http://localhost:3000'

/** What Next would hand to `headers()` while the request is under way. */
const underWay = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({ headers: async () => underWay.headers, cookies: async () => new Map() }))

afterEach(() => vi.unstubAllEnvs())

function post(form: Record<string, string>, headers: Record<string, string> = {}) {
  underWay.headers = new Headers({ origin: own, ...headers })
  return POST(
    new Request(`${own}/api/preferences`, {
      method: 'POST',
      headers: underWay.headers,
      body: new URLSearchParams(form),
    }),
  )
}

test('a choice is remembered for a year, and one is back where one was', async () => {
  const answer = await post({ theme: 'dark' }, { referer: `${own}/plan/people?q=lea` })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/plan/people?q=lea')
  expect(answer.headers.getSetCookie()).toEqual([
    'theme=dark; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly',
  ])
})

test('over https the cookie stays on https', async () => {
  vi.stubEnv('PORTAL_URL', 'https://passaggio.example')
  const answer = await post({ theme: 'dark' }, { origin: 'https://passaggio.example' })
  expect(answer.headers.getSetCookie()[0]).toMatch(/; Secure$/)
})

test.each([
  ['a language we do not speak', { language: 'xx' }],
  ['a cookie in disguise', { theme: 'dark; Domain=evil.example' }],
  ['nothing', {}],
])('%s sets nothing', async (_what, form) => {
  expect((await post(form as Record<string, string>)).headers.getSetCookie()).toEqual([])
})

test.each([
  ['from another site', { origin: 'https://evil.example' }],
  ['from a sandbox', { origin: 'null' }],
  ['from a sister site', { 'sec-fetch-site': 'same-site' }],
])('a form %s is refused', async (_where, headers) => {
  expect((await post({ theme: 'dark' }, headers as Record<string, string>)).status).toBe(403)
})

describe('the way back never leads out', () => {
  test.each([
    ['another site', 'https://evil.example/x'],
    ['another port', 'http://localhost:4000/x'],
    ['no page at all', 'about:blank'],
  ])('%s', async (_what, referer) => {
    expect((await post({}, { referer })).headers.get('location')).toBe('/')
  })

  test('a path that would name a host', async () => {
    expect((await post({}, { referer: `${own}//evil.example/x` })).headers.get('location')).toBe(
      '/evil.example/x',
    )
  })
})
