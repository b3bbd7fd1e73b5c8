import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addMinutes, readClock, runAt } from '@/lib/clock'
import { loseStep } from '@/lib/commands/reset/lose-step'
import { readBackStep } from '@/lib/effects/read-back-step'
import { readerAccess } from '@/lib/graph/access'
import { control, fault } from '@/tests/support/control'
import { both, eventsAbout, makeAgent, stepsOf } from '@/tests/support/make-desk'
import {
  changes,
  freshTenant,
  hana,
  liveIds,
  planned,
  readBackJob,
  run,
  startClearing,
} from '@/tests/support/make-live-reset'

let worker: ReturnType<typeof startClearing>

beforeEach(async () => {
  await freshTenant()
  worker = startClearing()
})
afterEach(() => worker.stop())

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
      const [first] = await stepsOf(resetId)
      expect(first).toMatchObject({ state: 'ready', failure: 'graph_throttled' })
      expect(first!.retryAt!.getTime()).toBeGreaterThan(readClock().getTime())
      expect(await changes()).toEqual([])
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
