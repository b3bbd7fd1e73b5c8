import { eq } from 'drizzle-orm'
import { cases } from '@/db/schema/desk'
import type { urgencyOf } from '@/lib/domain/case'
import type { Work } from '@/lib/transact'

type Raising = {
  found: Pick<typeof cases.$inferSelect, 'id' | 'number' | 'urgentAt'>
  entraId: string
  why: NonNullable<ReturnType<typeof urgencyOf>>
}

/** Puts a locked open case before all others and says so. False, with nothing done, where it already is. */
export async function raiseCase(
  { tx, now, record }: Work,
  { found, entraId, why }: Raising,
): Promise<boolean> {
  if (found.urgentAt) return false
  await tx.update(cases).set({ urgentAt: now, urgentWhy: why }).where(eq(cases.id, found.id))
  record(
    'case.raised',
    { kind: 'case', id: found.id, oid: entraId },
    { detail: { number: found.number, why } },
  )
  return true
}
