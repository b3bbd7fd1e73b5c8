import type { JobActor, PersonActor } from '@/lib/domain/actor'
import { transact } from '@/lib/transact'

/** Asks the worker to look at the tenant now. Safe to repeat: one look at a time. */
export async function askExamination(actor: PersonActor | JobActor): Promise<void> {
  await transact(actor, async ({ permit, unchanged, enqueue }) => {
    permit('tenant.ask_examination')
    await enqueue('tenant.examine', {}, { key: 'tenant', priority: actor.kind === 'person' ? 10 : 0 })
    // Asking is no event; what the look finds is.
    unchanged()
  })
}
