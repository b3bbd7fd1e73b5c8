import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { looks } from '@/db/schema/methods'
import { people } from '@/db/schema/people'
import type { JobActor } from '@/lib/domain/actor'
import { isRunning, isWaiting } from '@/lib/domain/look'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

const Input = z.object({ personId: z.uuid() })

/** Somebody to look at, and when the look began. */
export type Look = {
  personId: string
  entraId: string
  startedAt: string
  /** Whether a person is waiting for it, rather than a job. */
  isAwaited: boolean
}

/**
 * Notes that a look begins. Null for somebody who has left: there is nothing to look at. Null also while another
 * look has not ended, which then asks for one more: what it shows may be older than the question.
 */
export async function startLook(actor: JobActor, input: z.input<typeof Input>): Promise<Look | null> {
  const { personId } = parse(Input, input)

  return transact(actor, async ({ tx, now, permit, unchanged }) => {
    permit('methods.record')
    // The look itself is no event; what it shows, or that it fails, is.
    unchanged()
    const [person] = await tx
      .select({ entraId: people.entraId })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.leftAt)))
    if (!person) return null
    const [before] = await tx.select().from(looks).where(eq(looks.personId, personId)).for('update')
    if (before && isRunning(before, now)) {
      await tx.update(looks).set({ askedAt: now }).where(eq(looks.personId, personId))
      return null
    }
    const [look] = await tx
      .insert(looks)
      .values({ personId, askedAt: now, startedAt: now })
      .onConflictDoUpdate({ target: looks.personId, set: { startedAt: now } })
      .returning()
    const isAwaited = look !== undefined && look.askedById !== null && isWaiting(look)
    return { personId, entraId: person.entraId, startedAt: now.toISOString(), isAwaited }
  })
}
