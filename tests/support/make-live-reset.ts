import { isNull } from 'drizzle-orm'
import { expect } from 'vitest'
import { db } from '@/db/client'
import { clearances } from '@/db/schema/resets'
import { askClearance } from '@/lib/commands/reset/ask-clearance'
import { requestReset } from '@/lib/commands/reset/request-reset'
import type { PersonActor } from '@/lib/domain/actor'
import { clearReset } from '@/lib/effects/clear-reset'
import { runResetStep } from '@/lib/effects/run-reset-step'
import { readEnv } from '@/lib/env'
import { type Access, delegatedAccess, readerAccess } from '@/lib/graph/access'
import { getPlan } from '@/lib/queries/reset-plan'
import { control, tokenOf } from '@/tests/support/control'
import { clearanceRow, clearJob, makeCast, makeVerified, stepsOf } from '@/tests/support/make-desk'

/** Who reads back. */
export const readBackJob = { kind: 'job', name: 'reset.read_back' } as const

/** The worker's part: answers what is asked, from the live tenant, until stopped. */
export function startClearing() {
  let isStopped = false
  const work = (async () => {
    while (!isStopped) {
      const open = await db.select().from(clearances).where(isNull(clearances.answeredAt))
      for (const { id, failure } of open)
        if (!failure) await clearReset(clearJob, readerAccess('high'), { clearanceId: id })
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  })()
  return {
    async stop() {
      isStopped = true
      await work
    },
  }
}

/** The agent's right at Microsoft. */
export const hana = () => tokenOf('desk', 'Hana').then((token) => delegatedAccess('desk', token))

/** A verified member of the cast with a planned reset of what is suggested, or of everything removable. */
export async function planned(name: string, which: 'suggested' | 'all' = 'suggested') {
  const person = await makeCast(name)
  const made = await makeVerified({ person })
  const { agent, caseId } = made
  const clearanceId = await askClearance(agent, { caseId })
  await expect
    .poll(async () => (await clearanceRow(clearanceId)).answeredAt, { timeout: 15_000 })
    .not.toBeNull()
  const { methods } = await getPlan(agent, { caseId, personId: person.id })
  const chosen = methods.filter((one) => (which === 'all' ? one.isRemovable : one.isSuggested))
  const resetId = await requestReset(agent, { caseId, methodIds: chosen.map(({ id }) => id) })
  return { ...made, person, resetId, chosen, steps: await stepsOf(resetId) }
}

/** Runs a step without waiting long for the read-back. */
export const run = (agent: PersonActor, access: Access, stepId: string) =>
  runResetStep(agent, access, { stepId, pausesMs: [0, 50] })

/** What changed in the tenant by the desk's hand. */
export async function changes(): Promise<string[]> {
  const { entries } = (await control('GET', '/ledger')) as {
    entries: { action: string; appId: string | null }[]
  }
  return entries.filter(({ appId }) => appId === readEnv('DESK_CLIENT_ID')).map(({ action }) => action)
}

/** What is registered for one of the cast now. */
export const liveIds = async (name: string) => {
  const { methods } = (await control('GET', `/person/${name}`)) as { methods: { id: string }[] }
  return methods.map(({ id }) => id)
}

/** The tenant as on its first day, and without its limits: these tests ask faster than people do. */
export async function freshTenant(): Promise<void> {
  await control('POST', '/reset')
  await control('PATCH', '/settings', { throttleScale: 0 })
}
