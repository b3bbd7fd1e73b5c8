import { z } from 'zod'
import { readClock } from '@/lib/clock'
import { readAuthority, readEnv } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { graphHome } from './address'

type Kept = { token: Promise<string>; goodUntil: number }

const TIMEOUT_MS = 10_000
/** A token this close to its end might not survive the call it is meant for. */
const SPARE_MS = 5 * 60_000

const credentials = {
  reader: { id: 'READER_CLIENT_ID', secret: 'READER_CLIENT_SECRET' },
  mail: { id: 'MAIL_CLIENT_ID', secret: 'MAIL_CLIENT_SECRET' },
} as const

type ClientApp = keyof typeof credentials

const kept = new Map<ClientApp, Kept>()

/**
 * An app's own token (client credentials), the same one until shortly before it ends.
 *
 * @throws {AppError} refused — wrong credential or no consent · unavailable — no answer
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
export function clientToken(app: ClientApp): Promise<string> {
  const known = kept.get(app)
  if (known && readClock().getTime() < known.goodUntil) return known.token

  const asked: Kept = { token: Promise.resolve(''), goodUntil: Number.POSITIVE_INFINITY }
  asked.token = askToken(app).then(
    ({ access_token, expires_in }) => {
      asked.goodUntil = readClock().getTime() + expires_in * 1000 - SPARE_MS
      return access_token
    },
    (error) => {
      if (kept.get(app) === asked) kept.delete(app)
      throw error
    },
  )
  kept.set(app, asked)
  return asked.token
}

/** Drops the kept token; the next call asks for a fresh one. */
export function forgetToken(app: ClientApp): true {
  kept.delete(app)
  return true
}

const Answer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() })
const Refusal = z.object({ error: z.string() })

async function askToken(app: ClientApp): Promise<z.infer<typeof Answer>> {
  const { id, secret } = credentials[app]
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: readEnv(id),
    client_secret: readEnv(secret),
    scope: `${graphHome()}/.default`,
  })
  const { status, body } = await post(tokenUrl(), form)
  const answer = Answer.safeParse(body)
  if (status === 200 && answer.success) return answer.data

  const reason = Refusal.safeParse(body).data?.error ?? null
  const detail = { app, status, reason }
  if (status === 400 || status === 401) throw new AppError('refused', 'graph_credential_refused', { detail })
  throw new AppError('unavailable', 'graph_unavailable', { detail })
}

async function post(url: string, form: URLSearchParams): Promise<{ status: number; body: unknown }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: form,
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return { status: response.status, body: await response.json().catch(() => null) }
  } catch (cause) {
    throw new AppError('unavailable', 'graph_unavailable', { detail: { what: 'token' }, cause })
  }
}

function tokenUrl(): string {
  return `${readAuthority().replace(/\/v2\.0$/, '')}/oauth2/v2.0/token`
}
