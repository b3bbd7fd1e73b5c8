import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { looks } from '@/db/schema/methods'
import { people } from '@/db/schema/people'
import { type Actor, is } from '@/lib/domain/actor'
import { isTold } from '@/lib/domain/look'
import { AppError } from '@/lib/errors'
import { parse, parseId } from '@/lib/parse'
import { transact } from '@/lib/transact'

const Input = z.object({ personId: z.string().transform(parseId) })

/**
 * Somebody wants to see what Microsoft shows for a person now; the worker looks. Safe to repeat while one
 * waits. Looking at somebody else is recorded, once in a while even when a screen asks again and again.
 *
 * @throws {AppError} not_found — absent, gone, or not theirs to see
 */
export async function askLook(actor: Actor, input: z.input<typeof Input>): Promise<void> {
  const { personId } = parse(Input, input)

  await transact(actor, async ({ tx, now, permit, record, unchanged, enqueue }) => {
    const person = await lockPerson(tx, actor, personId)
    permit('methods.look', person)

    const askedById = actor.kind === 'person' ? actor.personId : null
    const [before] = await tx.select().from(looks).where(eq(looks.personId, personId)).for('update')
    const retryAt = before?.retryAt && before.retryAt > now ? before.retryAt : null
    // What failed last stays known until a look succeeds.
    const asked = { askedAt: now, askedById, failureCount: 0, retryAt }
    await tx
      .insert(looks)
      .values({ personId, ...asked })
      .onConflictDoUpdate({ target: looks.personId, set: asked })
    const when = retryAt ? { startAfter: retryAt } : {}
    await enqueue('methods.look', { personId }, { key: personId, priority: 10, ...when })

    if (isTold(before ?? null, { askedById, personId, now })) unchanged()
    else record('methods.look_asked', { kind: 'person', id: personId, oid: person.entraId })
  })
}

/** People see themselves; the desk's agents and planners see everybody. */
async function lockPerson(tx: Tx, actor: Actor, personId: string) {
  const isSelf = actor.kind === 'person' && actor.personId === personId
  const isStaff = (['helpdesk', 'verifier', 'planner'] as const).some((role) => is(actor, role))
  const maySee = isSelf || actor.kind === 'job' || isStaff
  const [person] = maySee
    ? await tx
        .select({ id: people.id, entraId: people.entraId })
        .from(people)
        .where(and(eq(people.id, personId), isNull(people.leftAt)))
        .for('share')
    : []
  if (!person) throw new AppError('not_found', 'not_found')
  return person
}
