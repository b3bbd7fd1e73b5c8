import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '@/db/schema/people'
import { clearances } from '@/db/schema/resets'
import type { JobActor } from '@/lib/domain/actor'
import type { SeenMethod } from '@/lib/domain/method'
import { privilegeRefusals } from '@/lib/domain/privilege'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

const Input = z.object({
  clearanceId: z.uuid(),
  refusal: z.enum(privilegeRefusals).nullable(),
  // Our own reading, already checked where it came from Microsoft.
  methods: z.custom<SeenMethod[]>((value) => Array.isArray(value)),
  isRegistrationGuarded: z.boolean(),
  graphRequestId: z.string().nullable(),
})

/** The worker writes down what it found out at Microsoft. The first answer stays. */
export async function answerClearance(job: JobActor, input: z.input<typeof Input>): Promise<void> {
  const { clearanceId, refusal, methods, isRegistrationGuarded, graphRequestId } = parse(Input, input)

  await transact(job, async ({ tx, now, permit, record, unchanged }) => {
    permit('reset.answer_clearance')
    const [row] = await tx
      .select({ clearance: clearances, oid: people.entraId })
      .from(clearances)
      .innerJoin(people, eq(people.id, clearances.personId))
      .where(eq(clearances.id, clearanceId))
      .for('update', { of: clearances })
    if (!row) throw new AppError('not_found', 'not_found')
    if (row.clearance.answeredAt) return unchanged()

    await tx
      .update(clearances)
      .set({ answeredAt: now, refusal, methods, isRegistrationGuarded })
      .where(eq(clearances.id, clearanceId))
    record(
      'reset.cleared',
      { kind: 'clearance', id: clearanceId, oid: row.oid },
      {
        outcome: refusal ? 'refused' : 'done',
        detail: { refusal, methods: methods.length, guarded: isRegistrationGuarded },
        graph: { requestId: graphRequestId, clientRequestId: null, status: 200 },
      },
    )
  })
}
