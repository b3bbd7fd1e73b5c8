import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { people } from '@/db/schema/people'
import { returns } from '@/db/schema/returns'
import { swaps } from '@/db/schema/swaps'
import { waves } from '@/db/schema/waves'
import { readClock } from '@/lib/clock'
import { type Actor, is, type PersonActor } from '@/lib/domain/actor'
import { judge } from '@/lib/domain/permissions'
import { isContradicted, type ReturnWay, receiveRefusal, returnWays } from '@/lib/domain/return'
import { parseId } from '@/lib/parse'
import { readReturn } from '@/lib/queries/return-facts'

/** What became of somebody's old phone, for whoever may receive it. */
export type ReturnView = {
  swapId: string
  waveName: string
  way: ReturnWay
  signedAt: string
  signedName: string | null
  ink: string | null
  received: { at: string; by: string } | null
  /** A registration of the phone is live at Microsoft although it counts as gone. */
  isContradicted: boolean
  /** Why the reader cannot confirm that they received it; null when they can. */
  refusal: ReceiveRefusal
}

export type ReceiveRefusal = NonNullable<ReturnType<typeof receiveRefusal>> | 'denied' | null

const receivers = alias(people, 'receivers')

/** Whether somebody takes old phones in, and so may see what became of them. */
export function maySeeReturns(actor: Actor): boolean {
  return (['technician', 'helpdesk', 'planner'] as const).some((role) => is(actor, role))
}

/** The end of a person's last old phone; null before there is one, and for whoever takes none in. */
export async function findReturn(actor: PersonActor, personId: string): Promise<ReturnView | null> {
  if (!maySeeReturns(actor)) return null
  const [found] = await db
    .select({ swap: swaps, row: returns, waveName: waves.name, by: receivers.displayName })
    .from(returns)
    .innerJoin(swaps, eq(swaps.id, returns.swapId))
    .innerJoin(waves, eq(waves.id, swaps.waveId))
    .leftJoin(receivers, eq(receivers.id, returns.receivedById))
    .where(and(eq(swaps.personId, parseId(personId)), isNotNull(waves.publishedAt), isNull(returns.voidedAt)))
    .orderBy(desc(returns.signedAt))
    .limit(1)
  if (!found) return null
  const { swap, row, waveName, by } = found
  const now = readClock()
  const state = await readReturn(db, swap, now)
  return {
    swapId: swap.id,
    waveName,
    way: returnWays.find((way) => way === row.way) ?? 'handed_in',
    signedAt: row.signedAt.toISOString(),
    signedName: row.signedName,
    ink: row.ink,
    received: row.receivedAt && { at: row.receivedAt.toISOString(), by: by ?? '' },
    isContradicted: isContradicted(state),
    refusal: judge(actor, now, 'return.receive', swap) === 'allowed' ? receiveRefusal(state) : 'denied',
  }
}
