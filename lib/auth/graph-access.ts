import type { PersonActor } from '@/lib/domain/actor'
import { AppError } from '@/lib/errors'
import { type Access, delegatedAccess } from '@/lib/graph/access'
import { findSealedToken } from '@/lib/queries/session'
import { unseal } from '@/lib/seal'

/**
 * The signed-in person's own right at Microsoft, from their last sign-in to that app. About an hour at most.
 *
 * @throws {AppError} forbidden — no token, or it ran out: they sign in to that app again
 */
export async function graphAccess(actor: PersonActor, app: 'self' | 'desk'): Promise<Access> {
  const sealed = await findSealedToken(actor, app)
  const token = sealed && unseal(sealed, `${actor.sessionId}:${app}`)
  if (!token) throw new AppError('forbidden', 'step_up_needed', { detail: { app } })
  return delegatedAccess(app, token)
}
