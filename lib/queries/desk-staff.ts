import type { Actor } from '@/lib/domain/actor'
import { isDeskStaff } from '@/lib/domain/case'
import { AppError } from '@/lib/errors'

/** @throws {AppError} not_found — the desk's callers and cases exist for the desk alone */
export function requireDeskStaff(actor: Actor): void {
  if (!isDeskStaff(actor)) throw new AppError('not_found', 'not_found')
}
