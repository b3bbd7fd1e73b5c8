import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { cases } from '@/db/schema/desk'
import { resets } from '@/db/schema/resets'
import type { PersonActor } from '@/lib/domain/actor'
import { assertCloseable, caseOutcomes } from '@/lib/domain/case'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { lockCase } from './lock-case'

const Input = z.object({ caseId: z.uuid(), outcome: z.enum(caseOutcomes, 'choose_one') })

/** An agent ends a case and says how it ended. A reset under way must end first. */
export async function closeCase(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { caseId, outcome } = parse(Input, input)

  await transact(actor, async ({ tx, now, permit, record }) => {
    const found = await lockCase(tx, actor, caseId)
    permit('case.close', found)
    assertCloseable(found, { hasOpenReset: await hasOpenReset(tx, found.id) })

    await tx
      .update(cases)
      .set({ state: 'closed', closedAt: now, closedWhy: outcome })
      .where(eq(cases.id, found.id))
    record(
      'case.closed',
      { kind: 'case', id: found.id, oid: found.person.entraId },
      { detail: { number: found.number, outcome } },
    )
  })
}

async function hasOpenReset(tx: Tx, caseId: string): Promise<boolean> {
  const [open] = await tx
    .select({ id: resets.id })
    .from(resets)
    .where(and(eq(resets.caseId, caseId), isNull(resets.endedAt)))
  return open !== undefined
}
