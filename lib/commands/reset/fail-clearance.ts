import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '@/db/schema/people'
import { clearances } from '@/db/schema/resets'
import type { JobActor } from '@/lib/domain/actor'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

const Input = z.object({ clearanceId: z.uuid(), failure: z.string(), graphRequestId: z.string().nullable() })

/** The worker could not find out whether the account may be touched: no answer, which is a no. */
export async function failClearance(job: JobActor, input: z.input<typeof Input>): Promise<void> {
  const { clearanceId, failure, graphRequestId } = parse(Input, input)

  await transact(job, async ({ tx, permit, record, unchanged }) => {
    permit('reset.answer_clearance')
    const [row] = await tx
      .select({ clearance: clearances, oid: people.entraId })
      .from(clearances)
      .innerJoin(people, eq(people.id, clearances.personId))
      .where(eq(clearances.id, clearanceId))
      .for('update', { of: clearances })
    if (!row) throw new AppError('not_found', 'not_found')
    if (row.clearance.answeredAt || row.clearance.failure) return unchanged()

    await tx.update(clearances).set({ failure }).where(eq(clearances.id, clearanceId))
    record(
      'reset.cleared',
      { kind: 'clearance', id: clearanceId, oid: row.oid },
      {
        outcome: 'failed',
        detail: { failure },
        graph: { requestId: graphRequestId, clientRequestId: null, status: null },
      },
    )
  })
}
