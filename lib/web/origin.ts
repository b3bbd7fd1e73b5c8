import { headers } from 'next/headers'
import { portalUrl } from '@/lib/auth/cookies'
import { AppError } from '@/lib/errors'

/**
 * Refuses a change that another site, or none, asked for. The framework's own check lets a missing Origin pass.
 *
 * @throws {AppError} forbidden
 */
export async function requireSameOrigin(): Promise<void> {
  const head = await headers()
  const site = head.get('sec-fetch-site')
  const isOurs = head.get('origin') === portalUrl() && (site === null || site === 'same-origin')
  if (!isOurs)
    throw new AppError('forbidden', 'same_origin_only', { detail: { origin: head.get('origin'), site } })
}
