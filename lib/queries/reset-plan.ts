import { and, desc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { verifications } from '@/db/schema/desk'
import { clearances } from '@/db/schema/resets'
import { swapEntries, swaps } from '@/db/schema/swaps'
import { addMinutes, readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import { isMfaCapable, type SeenMethod } from '@/lib/domain/method'
import { clearanceRefusal, isRemovable, suggestChoice } from '@/lib/domain/reset'
import { type LockedRefusal, lockedRefusal } from '@/lib/domain/verification'
import type { MessageCode } from '@/lib/i18n/messages'
import { deskRefusal } from './desk-refusal'
import { requireDeskStaff } from './desk-staff'

/** What a reset could take away, and whether it may. */
export type PlanView = {
  /** Why the whole reset is locked, or null once the caller is verified. */
  locked: LockedRefusal
  /** Whether Microsoft is being asked right now. */
  isAsking: boolean
  /** Why there is nothing to plan on: not asked, too old, not answered, or not to be touched. Null: go on. */
  refusal: MessageCode | null
  /** Why Microsoft could not be asked, where it said. */
  failure: MessageCode | null
  askedAt: string | null
  answeredAt: string | null
  /** Everything live, in Microsoft's order; without what is no second factor. */
  methods: PlanMethod[]
  isRegistrationGuarded: boolean
  /** Why the actor cannot plan a reset at all, or null. */
  forbidden: MessageCode | null
}

export type PlanMethod = SeenMethod & {
  isRemovable: boolean
  isSuggested: boolean
  /** Whether the person said that it is the old phone's. */
  isSaid: boolean
}

/** The worker answers within seconds; after this nobody is expected to any more. */
const ASKING_MINUTES = 0.5

/** What can be planned in a case now. @throws {AppError} not_found — not for this actor */
export async function getPlan(
  actor: PersonActor,
  { caseId, personId }: { caseId: string; personId: string },
): Promise<PlanView> {
  requireDeskStaff(actor)
  const now = readClock()
  const [verification] = await db
    .select()
    .from(verifications)
    .where(and(eq(verifications.caseId, caseId), isNull(verifications.endedAt)))
  const [clearance] = await db
    .select()
    .from(clearances)
    .where(and(eq(clearances.caseId, caseId), isNull(clearances.stepId)))
    .orderBy(desc(clearances.askedAt))
    .limit(1)
  const isOpen = clearance !== undefined && clearance.answeredAt === null && clearance.failure === null
  const owners = await listOwners(personId)
  const suggested = suggestChoice(clearance?.methods ?? [], owners)

  return {
    locked: lockedRefusal(verification ?? null, now),
    isAsking: isOpen && clearance.askedAt > addMinutes(now, -ASKING_MINUTES),
    refusal: clearanceRefusal(clearance ?? null, 'plan', now),
    // Written by our own commands alone, from the codes of errors.
    failure: (clearance?.failure ?? null) as MessageCode | null,
    askedAt: clearance?.askedAt.toISOString() ?? null,
    answeredAt: clearance?.answeredAt?.toISOString() ?? null,
    methods: (clearance?.methods ?? []).filter(isMfaCapable).map((method) => ({
      ...method,
      isRemovable: isRemovable(method),
      isSuggested: suggested.includes(method.id),
      isSaid: owners.get(method.id) === 'old_phone',
    })),
    isRegistrationGuarded: clearance?.isRegistrationGuarded ?? false,
    forbidden: deskRefusal(actor, now, 'reset.request', { id: caseId, personId }),
  }
}

/** Microsoft's id of a registration → whose it is, as the person said in their open move. */
async function listOwners(personId: string): Promise<Map<string, string>> {
  const entries = await db
    .select({ id: swapEntries.entraMethodId, owner: swapEntries.owner })
    .from(swapEntries)
    .innerJoin(swaps, eq(swaps.id, swapEntries.swapId))
    .where(and(eq(swaps.personId, personId), isNull(swaps.closedAt)))
  return new Map(entries.map(({ id, owner }) => [id, owner]))
}
