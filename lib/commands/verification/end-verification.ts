import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { verifications } from '@/db/schema/desk'
import type { PersonActor } from '@/lib/domain/actor'
import { endReasons, readVerification } from '@/lib/domain/verification'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { lockVerification } from './lock-verification'

const Input = z.object({
  verificationId: z.uuid(),
  /** `refused`: the agent will not go on. `failed`: it is not the person. */
  outcome: z.enum(['refused', 'failed']),
  reason: z.enum(endReasons, 'choose_one'),
})

/** An agent ends a verification, with the reason. A pass it had given ends with it. */
export async function endVerification(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { verificationId, outcome, reason } = parse(Input, input)

  await transact(actor, async ({ tx, now, permit, record }) => {
    const { verification, found } = await lockVerification(tx, actor, verificationId)
    permit('verification.end', verification)
    const state = readVerification(verification, now)
    if (state !== 'gathering' && state !== 'verified')
      throw new AppError('refused', 'verification_ended', { detail: { verificationId, state } })

    await tx
      .update(verifications)
      .set({ endedAt: now, endedWhy: outcome, endedReason: reason })
      .where(eq(verifications.id, verification.id))
    record(
      'verification.ended',
      { kind: 'verification', id: verification.id, oid: found.person.entraId },
      { outcome, detail: { why: outcome, reason } },
    )
  })
}
