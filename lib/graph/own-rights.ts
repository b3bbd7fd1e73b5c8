import { z } from 'zod'
import { readClock } from '@/lib/clock'
import { readAuthority } from '@/lib/env'
import { AppError } from '@/lib/errors'
import type { Access } from './access'

/** The application permissions in an app's own token: what was granted and consented, as Microsoft sees it. */
export async function readOwnRights(access: Access): Promise<string[]> {
  const payload = (await access.token()).split('.')[1] ?? ''
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
  return z
    .object({ roles: z.array(z.string()).default([]) })
    .parse(claims)
    .roles.toSorted()
}

const TIMEOUT_MS = 10_000

/**
 * Our clock minus Microsoft's, in seconds, or null when the answer carries no time. Good to about a second.
 *
 * @throws {AppError} unavailable — the sign-in service did not answer
 */
export async function readSkewSeconds(): Promise<number | null> {
  const before = readClock().getTime()
  try {
    const response = await fetch(`${readAuthority()}/.well-known/openid-configuration`, {
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const theirs = Date.parse(response.headers.get('date') ?? '')
    if (Number.isNaN(theirs)) return null
    const ours = (before + readClock().getTime()) / 2
    return Math.round((ours - theirs) / 1000)
  } catch (cause) {
    throw new AppError('unavailable', 'graph_unavailable', { detail: { what: 'discovery' }, cause })
  }
}
