import { z } from 'zod'
import { isMfaCapable, type MethodKind } from '@/lib/domain/method'
import { kindOf } from '@/lib/graph/registration'
import { bodyOf } from './graph'
import type { Right, Visit } from './point'
import type { Account } from './sign-in'

const Methods = z.object({
  value: z.array(
    z.object({
      '@odata.type': z.string().optional(),
      id: z.string(),
      displayName: z.string().nullish(),
      lastUsedDateTime: z.string().nullish(),
    }),
  ),
})

/** A registration as a point of the probe needs it. */
export type Listed = { id: string; kind: string; name: string; lastUsedAt: string | null }

/** Somebody's registrations as they are now; beta, which knows when each was last used. */
export async function listNow({ hear }: Visit, { id }: Account): Promise<Listed[]> {
  const heard = await hear('reader', `/users/${id}/authentication/methods`, { version: 'beta' })
  return bodyOf(heard, Methods).value.map((method) => ({
    id: method.id,
    kind: kindOf(method),
    name: method.displayName ?? '',
    lastUsedAt: method.lastUsedDateTime ?? null,
  }))
}

/** Of one kind, in the order Microsoft lists them. */
export function ofKind(methods: readonly Listed[], kind: MethodKind): Listed[] {
  return methods.filter((method) => method.kind === kind)
}

/** Whether something besides Authenticator would remain to sign in with. */
export function hasAnotherWay(methods: readonly Listed[]): boolean {
  return methods.some((method) => method.kind !== 'microsoftAuthenticator' && isMfaCapable(method))
}

const Preferences = z.object({
  userPreferredMethodForSecondaryAuthentication: z.string().nullish(),
})

/** What a second factor is asked for with first; null where Microsoft names none. */
export async function preferenceOf({ hear }: Visit, { id }: Account): Promise<string | null> {
  const path = `/users/${id}/authentication/signInPreferences`
  const heard = await hear('reader', path, { version: 'beta' })
  return bodyOf(heard, Preferences).userPreferredMethodForSecondaryAuthentication ?? null
}

/** Deletes a registration of Authenticator, of oneself or of somebody. */
export function deleteAuthenticator({ hear }: Visit, right: Right, whose: Account | 'me', methodId: string) {
  const person = whose === 'me' ? '/me' : `/users/${whose.id}`
  return hear(right, `${person}/authentication/microsoftAuthenticatorMethods/${methodId}`, {
    method: 'DELETE',
  })
}
