import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { isSecure } from '@/lib/auth/cookies'
import { readAuthority } from '@/lib/env'

/**
 * Security headers for every answer but hashed files, and a fresh script nonce for each.
 * It decides nothing about who may do what: that is the pages' and commands' own business.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'))
  const response = NextResponse.next({ request: { headers: forwardedHeaders(request.headers, policy) } })
  for (const [name, value] of Object.entries(answerHeaders(policy))) response.headers.set(name, value)
  return response
}

export const config = { matcher: '/((?!_next/static/).*)' }

/** What a client must not be able to say: Next takes the nonce from the request, and trusts its own inner headers. */
const neverForwarded = [
  'content-security-policy-report-only',
  'x-nonce',
  'x-middleware-subrequest',
  'x-middleware-subrequest-id',
  'next-resume',
]

function forwardedHeaders(sent: Headers, policy: string): Headers {
  const headers = new Headers(sent)
  for (const name of neverForwarded) headers.delete(name)
  headers.set('content-security-policy', policy)
  return headers
}

/** @see https://www.w3.org/TR/CSP3/#strict-csp */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    // React's messages in development need eval.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `form-action 'self' ${authorityOrigin()}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "manifest-src 'self'",
  ].join('; ')
}

/** Signing in posts a form to us that redirects to Microsoft, and browsers hold redirects to `form-action` too. */
function authorityOrigin(): string {
  return new URL(readAuthority()).origin
}

function answerHeaders(policy: string): Record<string, string> {
  return {
    'content-security-policy': policy,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    // Not `no-referrer`: under it browsers send `Origin: null` with our own forms, and no action could check it.
    'referrer-policy': 'same-origin',
    'permissions-policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
    'cache-control': 'private, no-store',
    ...(isSecure() && {
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
    }),
  }
}

const deniedFeatures = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]
