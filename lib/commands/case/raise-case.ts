import { eq } from 'drizzle-orm'
import { cases } from '@/db/schema/desk'
import type { Urgency } from '@/lib/domain/case'
import type { Work } from '@/lib/transact'
import { alertDesk } from './alert-desk'

type Raising = {
  found: Pick<typeof cases.$inferSelect, 'id' | 'number' | 'personId' | 'urgentAt'>
  entraId: string
  why: Urgency
}

/** Puts a locked open case before all others and says so. False, with nothing done, where it already is. */
export async function raiseCase(work: Work, { found, entraId, why }: Raising): Promise<boolean> {
  if (found.urgentAt) return false
  const { tx, now, record } = work
  await tx.update(cases).set({ urgentAt: now, urgentWhy: why }).where(eq(cases.id, found.id))
  record(
    'case.raised',
    { kind: 'case', id: found.id, oid: entraId },
    { detail: { number: found.number, why } },
  )
  await alertDesk(work, { caseId: found.id, personId: found.personId, why })
  return true
}
