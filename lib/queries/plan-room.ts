import { readClock } from '@/lib/clock'
import { type Actor, is, type Role } from '@/lib/domain/actor'
import { judge } from '@/lib/domain/permissions'
import { AppError } from '@/lib/errors'

/** Who may look at people and waves. What may be done with them is decided by each command. */
const readers: readonly Role[] = ['planner', 'site_coordinator', 'technician']

/** @throws {AppError} not_found — for everybody else there are no waves */
export function requirePlanReader(actor: Actor): void {
  if (!readers.some((role) => is(actor, role))) throw new AppError('not_found', 'not_found')
}

/** @throws {AppError} not_found — a page for planning is not there for whoever may only look */
export function requirePlanner(actor: Actor): void {
  if (!is(actor, 'planner')) throw new AppError('not_found', 'not_found')
}

/** Whether the actor is the one to decide when too many people would leave at once. */
export function mayDecideLeavers(actor: Actor): boolean {
  return judge(actor, readClock(), 'directory.decide_leavers') !== 'denied'
}
