import { isNull } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { clearances } from '@/db/schema/resets'
import { addMinutes, readClock, runAt } from '@/lib/clock'
import { askClearance } from '@/lib/commands/reset/ask-clearance'
import { loseStep } from '@/lib/commands/reset/lose-step'
import { requestReset } from '@/lib/commands/reset/request-reset'
import type { PersonActor } from '@/lib/domain/actor'
import { clearReset } from '@/lib/effects/clear-reset'
import { readBackStep } from '@/lib/effects/read-back-step'
import { runResetStep } from '@/lib/effects/run-reset-step'
import { readEnv } from '@/lib/env'
import { type Access, delegatedAccess, readerAccess } from '@/lib/graph/access'
import { getPlan } from '@/lib/queries/reset-plan'
import { control, fault, tokenOf } from '@/tests/support/control'
import { personActor } from '@/tests/support/make'
import {
  both,
  clearanceRow,
  clearJob,
  eventsAbout,
  makeAgent,
  makeCast,
  makeVerified,
  stepsOf,
} from '@/tests/support/make-desk'

const readBackJob = { kind: 'job', name: 'reset.read_back' } as const

/** The worker's part: answers what is asked, from the live tenant. */
let worker: { stop(): Promise<void> }

function startClearing() {
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

beforeEach(async () => {
  await control('POST', '/reset')
  // The tenant's limits are not what these tests are about; they ask faster than people do.
  await control('PATCH', '/settings', { throttleScale: 0 })
  await db.delete(clearances).catch(() => undefined)
  worker = startClearing()
})
afterEach(() => worker.stop())

const hana = () => tokenOf('desk', 'Hana').then((token) => delegatedAccess('desk', token))

/** A verified member of the cast with a planned reset of what is suggested, or of everything removable. */
async function planned(name: string, which: 'suggested' | 'all' = 'suggested') {
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

const run = (agent: PersonActor, access: Access, stepId: string) =>
  runResetStep(agent, access, { stepId, pausesMs: [0, 50] })

/** What changed in the tenant by the desk's hand. */
async function changes(): Promise<string[]> {
  const { entries } = (await control('GET', '/ledger')) as {
    entries: { action: string; appId: string | null }[]
  }
  return entries.filter(({ appId }) => appId === readEnv('DESK_CLIENT_ID')).map(({ action }) => action)
}

const liveIds = async (name: string) => {
  const { methods } = (await control('GET', `/person/${name}`)) as { methods: { id: string }[] }
  return methods.map(({ id }) => id)
}

describe('a step of a reset', () => {
  test('is done at Microsoft, read back, and the log has intent and outcome', async () => {
    const { agent, person, resetId, chosen, steps } = await planned('Lea Lostphone')
    const access = await hana()
    const outcome = await run(agent, access, steps[0]!.id)

    expect(outcome).toMatchObject({ result: 'done', status: 204 })
    expect(await liveIds('Lea')).not.toContain(chosen[0]!.id)
    const [first] = await stepsOf(resetId)
    expect(first).toMatchObject({ state: 'done', graphRequestId: outcome.graphRequestId })
    const { entries } = (await control('GET', '/ledger')) as { entries: { clientRequestId: string | null }[] }
    expect(entries.map(({ clientRequestId }) => clientRequestId)).toContain(first!.clientRequestId)
    expect(await eventsAbout(person)).toEqual(
      expect.arrayContaining(['reset.step_started intended', 'reset.step_finished']),
    )
  })

  test('and so are all of them, the default last, then the sessions', async () => {
    const { agent, resetId, steps } = await planned('Nora Newnumber', 'all')
    const access = await hana()
    for (const { id } of steps) expect((await run(agent, access, id)).result).toBe('done')
    const done = await stepsOf(resetId)
    expect(done.every(({ state }) => state === 'done')).toBe(true)
    expect(steps.at(-1)?.kind).toBe('revoke_sessions')
    expect(await changes()).toHaveLength(steps.length)
  })

  test("is refused when the agent's role is not active, and can be run again when it is", async () => {
    const { agent, resetId, steps } = await planned('Lea Lostphone')
    await control('POST', '/person/Hana/roles/deactivate', {})
    expect(await run(agent, await hana(), steps[0]!.id)).toMatchObject({
      result: 'refused',
      code: 'graph_role_inactive',
      status: 403,
    })
    expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'ready', failure: 'graph_role_inactive' })
    expect(await changes()).toEqual([])

    await control('POST', '/person/Hana/roles/activate', {})
    expect((await run(agent, await hana(), steps[0]!.id)).result).toBe('done')
    expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'done', fence: 2, failure: null })
  })

  test.each(['429', '429-date', '429-bare'])(
    'waits when throttled (%s): surely nothing was done',
    async (kind) => {
      const { agent, resetId, steps } = await planned('Lea Lostphone')
      await fault({ match: { method: 'DELETE' }, fault: kind, retryAfterSeconds: 20 })
      const outcome = await run(agent, await hana(), steps[0]!.id)
      expect(outcome).toMatchObject({ result: 'refused', code: 'graph_throttled', status: 429 })
      expect(outcome.retryAt === null).toBe(kind === '429-bare')
      expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'ready', retryAt: outcome.retryAt })
      expect(await changes()).toEqual([])
      if (!outcome.retryAt) return
      await expect(run(agent, await hana(), steps[0]!.id)).rejects.toMatchObject({ code: 'step_waits' })
    },
  )

  test('takes gone for done', async () => {
    const { agent, person, chosen, steps } = await planned('Lea Lostphone')
    await control('DELETE', `/person/Lea/methods/${encodeURIComponent(chosen[0]!.id)}`)
    expect(await run(agent, await hana(), steps[0]!.id)).toMatchObject({ result: 'done', status: 404 })
    expect(await eventsAbout(person)).toContain('reset.step_finished')
  })

  test.each(['503', 'reset-before'])(
    'admits that it does not know (%s), and is not repeated blindly',
    async (kind) => {
      const { agent, resetId, chosen, steps } = await planned('Lea Lostphone')
      await fault({ match: { method: 'DELETE' }, fault: kind })
      const stepId = steps[0]!.id
      expect(await run(agent, await hana(), stepId)).toMatchObject({
        result: 'uncertain',
        code: 'graph_unavailable',
      })
      await expect(run(agent, await hana(), stepId)).rejects.toMatchObject({ code: 'step_uncertain' })
      expect(await liveIds('Lea')).toContain(chosen[0]!.id)

      // The worker reads back that nothing happened, and only then may it be run again.
      await readBackStep(readBackJob, readerAccess('high'), { stepId, pausesMs: [0, 10] })
      expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'ready', failure: 'step_not_applied' })
      expect((await run(agent, await hana(), stepId)).result).toBe('done')
      expect(await changes()).toHaveLength(1)
    },
  )

  test.each(['504-after', 'reset-after'])(
    'that took effect without an answer (%s) is found done',
    async (kind) => {
      const { agent, person, resetId, chosen, steps } = await planned('Lea Lostphone')
      await fault({ match: { method: 'DELETE' }, fault: kind })
      const stepId = steps[0]!.id
      expect((await run(agent, await hana(), stepId)).result).toBe('uncertain')
      expect(await liveIds('Lea')).not.toContain(chosen[0]!.id)
      await readBackStep(readBackJob, readerAccess('high'), { stepId, pausesMs: [0, 10] })
      expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'done', failure: null })
      expect(await changes()).toHaveLength(1)
      expect(await eventsAbout(person)).toEqual(
        expect.arrayContaining(['reset.step_finished uncertain', 'reset.step_finished']),
      )
    },
  )

  test('that revoked the sessions without an answer is found done; one that did not is not', async () => {
    const { agent, resetId, steps } = await planned('Lea Lostphone')
    const access = await hana()
    await run(agent, access, steps[0]!.id)
    const revoke = steps[1]!.id
    const look = () => readBackStep(readBackJob, readerAccess('high'), { stepId: revoke, pausesMs: [0, 10] })

    await fault({ match: { method: 'POST', path: 'revoke' }, fault: '503' })
    expect((await run(agent, access, revoke)).result).toBe('uncertain')
    await look()
    expect((await stepsOf(resetId))[1]).toMatchObject({ state: 'ready' })

    await fault({ match: { method: 'POST', path: 'revoke' }, fault: '504-after' })
    expect((await run(agent, access, revoke)).result).toBe('uncertain')
    await look()
    expect((await stepsOf(resetId))[1]).toMatchObject({ state: 'done' })
  })

  test('whose removal went well but cannot be read back stays uncertain until it can', async () => {
    const { agent, resetId, steps } = await planned('Lea Lostphone')
    await fault({
      match: { method: 'GET', app: 'desk', path: '^/v1.0/.*methods' },
      fault: '503',
      times: null,
    })
    const stepId = steps[0]!.id
    expect(await run(agent, await hana(), stepId)).toMatchObject({
      result: 'uncertain',
      code: 'step_still_there',
    })
    await readBackStep(readBackJob, readerAccess('high'), { stepId, pausesMs: [0] })
    expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'done' })
  })

  test('run by two at once is asked of Microsoft once, and the other is told', async () => {
    const { agent, steps } = await planned('Lea Lostphone')
    const other = await makeAgent()
    const access = await hana()
    const { won, told } = await both([run(agent, access, steps[0]!.id), run(other, access, steps[0]!.id)])
    expect(won.map(({ result }) => result)).toEqual(['done'])
    expect(told[0]).toMatch(/^step_(running|done)$/)
    expect(await changes()).toHaveLength(1)
  })

  test('whose answer comes after its time says nothing any more', async () => {
    const { agent, person, resetId, steps } = await planned('Lea Lostphone')
    await fault({ match: { method: 'DELETE' }, fault: 'hold-after' })
    const stepId = steps[0]!.id
    const running = run(agent, await hana(), stepId)
    await expect
      .poll(async () => ((await control('GET', '/holds')) as { holds: unknown[] }).holds.length, {
        timeout: 15_000,
      })
      .toBe(1)
    await runAt(addMinutes(readClock(), 2), () => loseStep(readBackJob, { stepId }))
    await readBackStep(readBackJob, readerAccess('high'), { stepId, pausesMs: [0] })
    const before = await eventsAbout(person)

    await control('POST', '/holds/release', {})
    await running
    expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'done', fence: 1 })
    expect((await eventsAbout(person)).filter((event) => event === 'reset.step_finished')).toHaveLength(1)
    expect(await eventsAbout(person)).toEqual(before)
    expect(await changes()).toHaveLength(1)
  })

  test('of the default one while another stays is explained, not forced', async () => {
    const { agent, resetId, steps } = await planned('Nora Newnumber')
    const outcome = await run(agent, await hana(), steps[0]!.id)
    expect(outcome).toMatchObject({ result: 'refused', code: 'graph_default_method', status: 400 })
    expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'ready', failure: 'graph_default_method' })
  })
})

describe('nothing is touched', () => {
  test('when a role was given between plan and step', async () => {
    const { agent, person, resetId, steps } = await planned('Lea Lostphone')
    await control('PUT', '/person/Lea/roles', ['Helpdesk Administrator'])
    await expect(run(agent, await hana(), steps[0]!.id)).rejects.toMatchObject({ code: 'target_has_role' })
    expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'ready', fence: 0 })
    expect(await changes()).toEqual([])
    expect(await eventsAbout(person)).toContain('reset.cleared refused')
  })

  test('when the guard of registration went away and this is the last way in', async () => {
    const { agent, steps } = await planned('Lea Lostphone')
    const { conditionalAccess } = (await control('GET', '/tenant')) as {
      conditionalAccess: { id: string; applications: { includeUserActions: string[] } }[]
    }
    const guard = conditionalAccess.find(({ applications }) => applications.includeUserActions.length > 0)
    await control('PATCH', `/policies/${guard!.id}`, { state: 'disabled' })
    await expect(run(agent, await hana(), steps[0]!.id)).rejects.toMatchObject({ code: 'empty_moment' })
    expect(await changes()).toEqual([])
  })

  test('when nobody can say in time whether it may be', async () => {
    const { agent, steps } = await planned('Lea Lostphone')
    await worker.stop()
    const attempt = runResetStep(agent, await hana(), { stepId: steps[0]!.id, waitMs: 300 })
    await expect(attempt).rejects.toMatchObject({ kind: 'unavailable', code: 'clearance_missing' })
    expect(await changes()).toEqual([])
  })

  test('when Microsoft does not say whether it may be', async () => {
    const { agent, steps } = await planned('Lea Lostphone')
    await fault({ match: { app: 'reader', path: 'roleManagement' }, fault: '503', times: null })
    await expect(run(agent, await hana(), steps[0]!.id)).rejects.toMatchObject({ code: 'clearance_missing' })
    expect(await changes()).toEqual([])
  })

  test('by the person themselves, and the attempt is recorded', async () => {
    const { person, steps } = await planned('Lea Lostphone')
    const self = personActor(person, ['helpdesk'])
    await expect(run(self, await hana(), steps[0]!.id)).rejects.toMatchObject({ code: 'denied' })
    expect(await changes()).toEqual([])
  })
})

test('an old sign-in at the desk is no refusal for good: the step waits for a new one', async () => {
  const { agent, resetId, steps } = await planned('Lea Lostphone')
  const outcome = await run(agent, delegatedAccess('desk', 'not.a.token'), steps[0]!.id)
  expect(outcome).toMatchObject({ result: 'refused', code: 'step_up_needed', status: 401 })
  expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'ready', failure: 'step_up_needed' })
})
