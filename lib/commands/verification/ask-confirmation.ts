import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { confirmations } from '@/db/schema/desk'
import { people } from '@/db/schema/people'
import type { LockedCase } from '@/lib/commands/case/lock-case'
import type { PersonActor } from '@/lib/domain/actor'
import {
  type Asked,
  askRefusal,
  evidenceRefusal,
  type ObservedKind,
  observedKinds,
  refuse,
} from '@/lib/domain/verification'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact, type Work } from '@/lib/transact'
import { lockVerification } from './lock-verification'

const Input = z.object({ verificationId: z.uuid(), kind: z.enum(observedKinds) })

/** Puts the question to the manager, or to the person's own signed-in browser. They find it in their portal. */
export async function askConfirmation(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { verificationId, kind } = parse(Input, input)

  await transact(actor, async (work) => {
    const { verification, given, found } = await lockVerification(work.tx, actor, verificationId)
    work.permit('verification.give_evidence', verification)
    refuse(evidenceRefusal(verification, given, kind, work.now), { verificationId, kind })
    const asked = await findAsked(work, kind, found)
    refuse(askRefusal(kind, asked, verification.agentId), { verificationId, kind })
    // Whoever asks may be a colleague of the agent who began; neither may be the one who answers.
    refuse(askRefusal(kind, asked, actor.personId), { verificationId, kind })
    await assertNotAsked(work, verificationId, kind)

    const [question] = await work.tx
      .insert(confirmations)
      .values({ verificationId, kind, askedId: asked?.id ?? found.personId, askedAt: work.now })
      .returning()
    work.record(
      'verification.asked',
      { kind: 'verification', id: verificationId, oid: found.person.entraId },
      { detail: { kind, confirmation: question?.id ?? null } },
    )
  })
}

async function findAsked({ tx }: Work, kind: ObservedKind, { person }: LockedCase): Promise<Asked> {
  if (kind === 'own_session') return person
  if (!person.managerId) return null
  const [manager] = await tx.select().from(people).where(eq(people.id, person.managerId))
  return manager ?? null
}

async function assertNotAsked({ tx }: Work, verificationId: string, kind: ObservedKind): Promise<void> {
  const [asked] = await tx
    .select({ id: confirmations.id })
    .from(confirmations)
    .where(and(eq(confirmations.verificationId, verificationId), eq(confirmations.kind, kind)))
  if (asked) throw new AppError('refused', 'confirmation_asked', { detail: { verificationId, kind } })
}
