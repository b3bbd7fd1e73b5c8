import { z } from 'zod'
import { AppError } from '@/lib/errors'
import type { GraphApp } from './access'

/** How to find a call again in Microsoft's logs and in ours. */
export type Receipt = { requestId: string | null; clientRequestId: string; status: number }

type Refused = { app: GraphApp; receipt: Receipt; body: unknown; headers: Headers; retryAt: Date | null }

const Envelope = z.object({ error: z.object({ code: z.string(), message: z.string().catch('') }) })

/**
 * What an answer other than a good one means. Codes decide, never sentences, but for the one refusal that
 * has no code of its own. Detail carries the receipt and Microsoft's code.
 *
 * @see https://learn.microsoft.com/graph/errors
 */
export function failureOf({ app, receipt, body, headers, retryAt }: Refused): AppError {
  const { status } = receipt
  const said = Envelope.safeParse(body).data?.error
  const detail = {
    ...receipt,
    app,
    graphCode: said?.code ?? null,
    ...(retryAt ? { retryAt: retryAt.toISOString() } : {}),
  }
  const fail = (kind: AppError['kind'], code: AppError['code']) => new AppError(kind, code, { detail })

  if (status === 429) return fail('unavailable', 'graph_throttled')
  if (status >= 500 || status === 408) return fail('unavailable', 'graph_unavailable')
  if (status < 400) return fail('unavailable', 'graph_malformed')
  if (status === 404) return fail('not_found', 'not_found')
  if (status === 410) return fail('refused', 'graph_link_expired')
  if (status === 401 || wantsFreshSignIn(headers)) {
    return isDelegated(app)
      ? fail('forbidden', 'step_up_needed')
      : fail('refused', 'graph_credential_refused')
  }
  if (status === 403 && said?.code === NO_PREMIUM) return fail('refused', 'graph_licence_missing')
  if (status === 403 && app === 'desk') return fail('refused', 'graph_role_inactive')
  if (status === 400 && /default (authentication )?method/i.test(said?.message ?? ''))
    return fail('refused', 'graph_default_method')
  return fail('refused', 'graph_refused')
}

const NO_PREMIUM = 'Authentication_RequestFromNonPremiumTenantOrB2CTenant'

function isDelegated(app: GraphApp): boolean {
  return app === 'self' || app === 'desk'
}

/** A claims challenge: Conditional Access wants a sign-in that satisfies it. */
function wantsFreshSignIn(headers: Headers): boolean {
  return headers.get('www-authenticate')?.includes('insufficient_claims') ?? false
}

/** When Microsoft allows another try: `Retry-After` in seconds or as a date; null when it does not say. */
export function retryAtOf(headers: Headers, now: Date): Date | null {
  const said = headers.get('retry-after')
  if (!said) return null
  const seconds = Number(said)
  const at = Number.isFinite(seconds) ? now.getTime() + seconds * 1000 : Date.parse(said)
  return Number.isNaN(at) ? null : new Date(Math.max(at, now.getTime()))
}
