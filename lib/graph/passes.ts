import { z } from 'zod'
import type { Access } from './access'
import { personPath } from './address'
import { callGraph } from './client'
import type { Receipt } from './failure'

/** What a pass shall be like; what is left away is as the tenant's policy has it. */
export type PassWish = {
  /** From the moment it is made, within the policy's bounds. */
  lifetimeMinutes?: number
  isUsableOnce?: boolean
}

/** A Temporary Access Pass, just made. The code is in this value and nowhere else: not to be kept, logged or sent. */
export type Pass = {
  methodId: string
  code: string
  startsAt: Date
  lifetimeMinutes: number
  isUsableOnce: boolean
  receipt: Receipt
}

type Asked = PassWish & { clientRequestId?: string; signal?: AbortSignal }

/**
 * Makes a pass, once: it is never repeated, since a second one silently ends the first. Without an answer nobody
 * knows whether there is one; then it is looked for among the person's methods and removed, never made again blindly.
 * Needs `UserAuthMethod-TAP.ReadWrite.All` of a person, who cannot make one for themselves.
 *
 * @param entraId Microsoft's object id, not ours
 * @throws {AppError} as `callGraph`; `graph_refused` also where the policy forbids it
 * @see https://learn.microsoft.com/graph/api/authentication-post-temporaryaccesspassmethods
 */
export async function createPass(access: Access, entraId: string, asked: Asked = {}): Promise<Pass> {
  const { clientRequestId, signal, lifetimeMinutes, isUsableOnce } = asked
  const path = `${personPath(access, entraId)}/authentication/temporaryAccessPassMethods`
  const { value, receipt } = await callGraph(access, path, {
    method: 'POST',
    body: { lifetimeInMinutes: lifetimeMinutes, isUsableOnce },
    answer: Made,
    clientRequestId,
    signal,
  })
  return {
    methodId: value.id,
    code: value.temporaryAccessPass,
    startsAt: new Date(value.startDateTime),
    lifetimeMinutes: value.lifetimeInMinutes,
    isUsableOnce: value.isUsableOnce,
    receipt,
  }
}

const Made = z.object({
  id: z.string(),
  temporaryAccessPass: z.string().min(1),
  startDateTime: z.iso.datetime({ offset: true }),
  lifetimeInMinutes: z.int(),
  isUsableOnce: z.boolean(),
})
