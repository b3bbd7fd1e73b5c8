import { z } from 'zod'
import type { Access } from './access'
import { callGraph } from './client'

/** Since when sessions of an account count; the epoch where Microsoft names no instant. */
export type SessionsValidFrom = { validFrom: Date; requestId: string | null }

/**
 * What the last revocation set. Needs `User.Read.All`.
 *
 * @param entraId Microsoft's object id, not ours
 * @see https://learn.microsoft.com/graph/api/resources/user
 */
export async function readSessionsValidFrom(
  access: Access,
  entraId: string,
  signal?: AbortSignal,
): Promise<SessionsValidFrom> {
  const path = `/users/${entraId}?$select=id,signInSessionsValidFromDateTime`
  const { value, receipt } = await callGraph(access, path, { answer: Account, signal })
  const said = value.signInSessionsValidFromDateTime
  return { validFrom: new Date(said ?? 0), requestId: receipt.requestId }
}

const Account = z.object({ signInSessionsValidFromDateTime: z.iso.datetime({ offset: true }).nullish() })
