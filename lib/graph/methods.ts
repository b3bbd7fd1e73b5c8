import { z } from 'zod'
import type { SeenMethod } from '@/lib/domain/method'
import { AppError } from '@/lib/errors'
import type { Access } from './access'
import { personPath } from './address'
import { callBatch } from './batch'
import { callGraph } from './client'
import type { Receipt } from './failure'
import { callAll } from './pages'
import { defaultIds, Preference } from './preference'
import { Registration, seenMethod } from './registration'

/** What Microsoft shows of one person's registrations at one moment. */
export type MethodList = {
  methods: SeenMethod[]
  /** Of the call the list itself came from. */
  requestId: string | null
  /** False when the preferred method could not be read: then every `isDefault` is false for that reason. */
  isDefaultKnown: boolean
}

/**
 * A person's registrations, live. The list is v1.0's; when each was last used, and which is preferred, come
 * from beta where it answers. Order as Microsoft gives it, the password among them.
 * Needs `UserAuthenticationMethod.Read.All`, or with one's own token one of the person's own rights.
 *
 * @param entraId Microsoft's object id, not ours
 * @see https://learn.microsoft.com/graph/api/authentication-list-methods
 */
export async function listMethods(
  access: Access,
  entraId: string,
  signal?: AbortSignal,
): Promise<MethodList> {
  const path = `${personPath(access, entraId)}/authentication`
  const [list, [used, preference]] = await Promise.all([
    callAll(access, `${path}/methods`, { item: Registration, signal }),
    readBeta(access, path, signal),
  ])
  const usedAt = new Map(used?.value.value.map((method) => [method.id, method.lastUsedDateTime ?? null]))
  const defaults = preference ? defaultIds(preference.value, list.items) : []
  return {
    methods: list.items.map((registration) => ({
      ...seenMethod(registration),
      isDefault: defaults.includes(registration.id),
      lastUsedAt: usedAt.get(registration.id) ?? null,
    })),
    requestId: list.receipt.requestId,
    isDefaultKnown: preference !== null,
  }
}

const Used = z.object({
  value: z.array(z.object({ id: z.string(), lastUsedDateTime: z.iso.datetime({ offset: true }).nullish() })),
})

/** Beta is a bonus: whatever keeps it from answering, the list stands without it. One request for both. */
async function readBeta(access: Access, path: string, signal: AbortSignal | undefined) {
  const [used, preference] = await callBatch<[z.infer<typeof Used>, z.infer<typeof Preference>]>(
    access,
    [
      { path: `${path}/methods`, answer: Used },
      { path: `${path}/signInPreferences`, answer: Preference },
    ],
    { version: 'beta', signal },
  ).catch((reason: unknown) => {
    const failed: PromiseRejectedResult = { status: 'rejected', reason }
    return [failed, failed] as const
  })
  return [bonusOf(used), bonusOf(preference)] as const
}

function bonusOf<Value>(result: PromiseSettledResult<Value>): Value | null {
  if (result.status === 'fulfilled') return result.value
  if (result.reason instanceof AppError && result.reason.code !== 'graph_throttled') return null
  throw result.reason
}

/** Kinds that have a collection of their own to be deleted from. */
export const removableKinds = {
  microsoftAuthenticator: 'microsoftAuthenticatorMethods',
  phone: 'phoneMethods',
  softwareOath: 'softwareOathMethods',
  fido2: 'fido2Methods',
  temporaryAccessPass: 'temporaryAccessPassMethods',
  email: 'emailMethods',
  windowsHelloForBusiness: 'windowsHelloForBusinessMethods',
  platformCredential: 'platformCredentialMethods',
} as const

export type RemovableKind = keyof typeof removableKinds

/** Whether a registration of this kind can be deleted at all. */
export function isRemovable(kind: string): kind is RemovableKind {
  return Object.hasOwn(removableKinds, kind)
}

type Removal = { kind: RemovableKind; methodId: string; clientRequestId?: string; signal?: AbortSignal }

/**
 * Removes one registration. Safe to repeat: gone counts as done (status 404 in the receipt).
 * Entra refuses the default method while others exist, so remove it last. Needs
 * `UserAuthMethod-<Kind>.ReadWrite.All`, or `.ReadWrite` for one's own.
 *
 * @param entraId Microsoft's object id, not ours
 * @throws {AppError} refused — `graph_default_method`, `graph_role_inactive` (desk), `graph_refused` · forbidden
 * `step_up_needed` · unavailable — unknown, but for `graph_throttled`, which is surely not done
 * @see https://learn.microsoft.com/graph/api/microsoftauthenticatorauthenticationmethod-delete
 */
export async function removeMethod(access: Access, entraId: string, removal: Removal): Promise<Receipt> {
  const { kind, methodId, clientRequestId, signal } = removal
  const collection = removableKinds[kind]
  const methods = `${personPath(access, entraId)}/authentication/${collection}`
  const call = { method: 'DELETE', answer: z.unknown(), clientRequestId, signal } as const
  const path = `${methods}/${encodeURIComponent(methodId)}`
  return callGraph(access, path, call).then(({ receipt }) => receipt, goneIsDone)
}

function goneIsDone(error: unknown): Receipt {
  if (error instanceof AppError && error.kind === 'not_found') {
    const { requestId, clientRequestId, status } = Gone.parse(error.detail)
    return { requestId, clientRequestId, status }
  }
  throw error
}

const Gone = z.object({ requestId: z.string().nullable(), clientRequestId: z.string(), status: z.number() })

/**
 * Ends every session of a person, within minutes; access tokens already given live on for about an hour.
 * Safe to repeat. Needs `User.RevokeSessions.All`.
 *
 * @see https://learn.microsoft.com/graph/api/user-revokesigninsessions
 */
export async function revokeSessions(
  access: Access,
  entraId: string,
  { clientRequestId, signal }: { clientRequestId?: string; signal?: AbortSignal } = {},
): Promise<Receipt> {
  const path = `/users/${entraId}/revokeSignInSessions`
  const call = { method: 'POST', body: {}, answer: z.unknown(), clientRequestId, signal } as const
  const { receipt } = await callGraph(access, path, call)
  return receipt
}
