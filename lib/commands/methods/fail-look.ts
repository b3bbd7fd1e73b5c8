import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { looks } from '@/db/schema/methods'
import { people } from '@/db/schema/people'
import type { JobActor } from '@/lib/domain/actor'
import { retryLookAt } from '@/lib/domain/look'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

const Input = z.object({
  personId: z.uuid(),
  startedAt: z.iso.datetime(),
  kind: z.string(),
  failure: z.string(),
  /** When Microsoft allows another try, ISO. */
  retryAt: z.iso.datetime().nullable(),
  graphRequestId: z.string().nullable(),
})

/**
 * Records that a look showed nothing, and asks for another while it may help. Told once for each question,
 * not at every try.
 */
export async function failLook(actor: JobActor, input: z.input<typeof Input>): Promise<void> {
  const { personId, startedAt, kind, failure, graphRequestId, ...said } = parse(Input, input)

  await transact(actor, async ({ tx, now, permit, record, unchanged, enqueue }) => {
    permit('methods.record')
    const [look] = await tx
      .select({ look: looks, entraId: people.entraId })
      .from(looks)
      .innerJoin(people, eq(people.id, looks.personId))
      .where(eq(looks.personId, personId))
      .for('update', { of: looks })
    if (!look) throw new AppError('not_found', 'not_found')
    const { readAt, failureCount } = look.look
    if (readAt && readAt > new Date(startedAt)) return unchanged()

    const retryAt = retryLookAt(
      {
        isRefusal: kind !== 'unavailable',
        retryAt: said.retryAt ? new Date(said.retryAt) : null,
        failureCount,
      },
      now,
    )
    await tx
      .update(looks)
      .set({ endedAt: now, failure, retryAt, failureCount: failureCount + 1 })
      .where(eq(looks.personId, personId))
    if (retryAt)
      await enqueue('methods.look', { personId }, { key: `${personId}.again`, startAfter: retryAt })
    if (failureCount > 0) return unchanged()
    record(
      'methods.look_failed',
      { kind: 'person', id: personId, oid: look.entraId },
      {
        outcome: 'failed',
        detail: { failure, retryAt: retryAt?.toISOString() ?? null },
        graph: { requestId: graphRequestId, clientRequestId: null, status: null },
      },
    )
  })
}
