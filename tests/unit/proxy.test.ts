import { NextRequest } from 'next/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { config, proxy } from '@/proxy'

beforeEach(() => vi.stubEnv('TENANT_ID', 'f0d1'))
afterEach(() => vi.unstubAllEnvs())

function answer(sent: Record<string, string> = {}) {
  return proxy(new NextRequest('http://localhost:3000/my', { headers: sent }))
}

/** What a page behind the proxy gets to read. */
function forwarded(sent: Record<string, string>, name: string): string | null {
  const { headers } = answer(sent)
  return headers.get('x-middleware-override-headers')?.split(',').includes(name)
    ? headers.get(`x-middleware-request-${name}`)
    : null
}

const policyOf = (response: Response) => response.headers.get('content-security-policy') ?? ''
const nonceOf = (policy: string) => /script-src 'nonce-([^']+)'/.exec(policy)?.[1]

test('every answer has a nonce of its own, of 128 random bits', () => {
  const nonces = Array.from({ length: 50 }, () => nonceOf(policyOf(answer())) ?? '')
  expect(new Set(nonces).size).toBe(50)
  expect(Buffer.from(nonces[0] ?? '', 'base64')).toHaveLength(16)
})

test('nothing unsafe is allowed', () => {
  expect(policyOf(answer())).not.toMatch(/unsafe|\*|https?:(?!\/\/login)/)
})

test('the page renders with our policy, whatever the client sent', () => {
  const policy = forwarded(
    { 'content-security-policy': "script-src 'nonce-evil'" },
    'content-security-policy',
  )
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('evil')
})

test.each(['x-middleware-subrequest', 'next-resume', 'x-nonce', 'content-security-policy-report-only'])(
  'a client cannot send %s through',
  (name) => {
    expect(forwarded({ [name]: 'proxy:proxy', accept: 'text/html' }, 'accept')).toBe('text/html')
    expect(forwarded({ [name]: 'proxy:proxy' }, name)).toBeNull()
  },
)

test('a form may lead to the authority and nowhere else', () => {
  expect(policyOf(answer())).toContain("form-action 'self' https://login.microsoftonline.com;")
  vi.stubEnv('AUTHORITY', 'http://localhost:4000/tenant/v2.0')
  expect(policyOf(answer())).toContain("form-action 'self' http://localhost:4000;")
})

test('https is made to stay only where there is https', () => {
  expect(answer().headers.get('strict-transport-security')).toBeNull()
  vi.stubEnv('PORTAL_URL', 'https://passaggio.example')
  expect(answer().headers.get('strict-transport-security')).toContain('max-age=63072000')
})

test('nobody keeps a copy of an answer', () => {
  expect(answer().headers.get('cache-control')).toBe('private, no-store')
})

test.each(['/', '/my', '/api/health', '/_next/data/x/my.json', '/my.rsc', '/icon.svg'])(
  '%s passes here',
  (path) => {
    expect(path).toMatch(new RegExp(`^${config.matcher}$`))
  },
)
