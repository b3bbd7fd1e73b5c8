import { z } from 'zod'
import type { PersonActor } from '@/lib/domain/actor'
import { evidenceRefusal, refuse, toldKinds } from '@/lib/domain/verification'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { addEvidence } from './add-evidence'
import { lockVerification } from './lock-verification'

const Input = z.object({ verificationId: z.uuid(), kind: z.enum(toldKinds) })

/** The agent says what they did themselves: called the number in the directory, or saw a photo ID on site. */
export async function giveEvidence(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { verificationId, kind } = parse(Input, input)

  await transact(actor, async (work) => {
    const { verification, given, found } = await lockVerification(work.tx, actor, verificationId)
    work.permit('verification.give_evidence', verification)
    refuse(evidenceRefusal(verification, given, kind, work.now), { verificationId, kind })

    const evidence = { kind, isObserved: false, byId: actor.personId }
    await addEvidence(work, verification, { given, evidence, oid: found.person.entraId })
  })
}
