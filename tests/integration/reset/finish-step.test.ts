import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { looks } from '@/db/schema/methods'
import { resets } from '@/db/schema/resets'
import { addMinutes, readClock, runAt } from '@/lib/clock'
import { closeCase } from '@/lib/commands/case/close-case'
import { finishStep } from '@/lib/commands/reset/finish-step'
import { loseStep } from '@/lib/commands/reset/lose-step'
import { startStep } from '@/lib/commands/reset/start-step'
import { stopReset } from '@/lib/commands/reset/stop-reset'
import { sweepReadBacks } from '@/lib/commands/reset/sweep-read-backs'
import { leaseSeconds } from '@/lib/domain/reset-step'
import { transact } from '@/lib/transact'
import { makePerson, personActor } from '@/tests/support/make'
import {
  begun,
  both,
  clearStep,
  eventsAbout,
  jobsFor,
  makeAgent,
  makeReset,
  outcome,
  settleJob,
  stepsOf,
} from '@/tests/support/make-desk'

describe('a step ends', () => {
  test('done, and Microsoft is looked at again', async () => {
    const { agent, person, resetId, stepId, fence } = await begun()
    expect(await finishStep(agent, { stepId, fence, outcome: outcome('done') })).toBe(true)
    expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'done', graphRequestId: 'request-2' })
    expect(await eventsAbout(person)).toContain('reset.step_finished')
    expect(await db.select().from(looks).where(eq(looks.personId, person.id))).toHaveLength(1)
  })

  test('refused, and can be run again with a new attempt', async () => {
    const { agent, resetId, stepId, fence } = await begun()
    await finishStep(agent, {
      stepId,
      fence,
      outcome: outcome('refused', { code: 'graph_role_inactive', status: 403 }),
    })
    expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'ready', failure: 'graph_role_inactive' })
    const again = await startStep(agent, { stepId, clearanceId: await clearStep(agent, stepId) })
    expect(again.fence).toBe(fence + 1)
  })

  test('uncertain, and the worker is asked to read back', async () => {
    const { agent, person, resetId, stepId, fence } = await begun()
    await finishStep(agent, { stepId, fence, outcome: outcome('uncertain', { code: 'graph_unavailable' }) })
    expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'uncertain' })
    expect(await jobsFor('reset.read_back', stepId)).toBe(1)
    expect(await eventsAbout(person)).toContain('reset.step_finished uncertain')
  })

  test('too late, and changes nothing', async () => {
    const { agent, person, resetId, stepId, fence } = await begun()
    const before = await eventsAbout(person)
    expect(await finishStep(agent, { stepId, fence: fence - 1, outcome: outcome('done') })).toBe(false)
    expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'running' })
    expect(await eventsAbout(person)).toEqual(before)
  })

  test('once: two outcomes at once, one counts', async () => {
    const { agent, resetId, stepId, fence } = await begun()
    const finish = (result: 'done' | 'uncertain') =>
      finishStep(agent, { stepId, fence, outcome: outcome(result) })
    const { won } = await both([finish('done'), finish('uncertain')])
    expect(won.toSorted()).toEqual([false, true])
    expect(['done', 'uncertain']).toContain((await stepsOf(resetId))[0]!.state)
  })

  test('not by somebody who may not run it', async () => {
    const { person, stepId, fence } = await begun()
    const input = { stepId, fence, outcome: outcome('done') }
    await expect(finishStep(personActor(person, ['helpdesk']), input)).rejects.toMatchObject({
      code: 'denied',
    })
    await expect(finishStep(personActor(await makePerson()), input)).rejects.toMatchObject({
      kind: 'not_found',
    })
  })

  test('as the default one: the others go first, and nothing is lost', async () => {
    const { agent, resetId, stepId, fence } = await begun()
    await finishStep(agent, {
      stepId,
      fence,
      outcome: outcome('refused', { code: 'graph_default_method', status: 400 }),
    })
    expect((await stepsOf(resetId)).map(({ entraMethodId, position }) => [entraMethodId, position])).toEqual([
      ['app', 1],
      ['sms', 2],
      [null, 3],
    ])
  })

  test('the last one: the reset is over, and the case can be closed', async () => {
    const { agent, person, caseId, resetId, steps } = await makeReset()
    for (const { id: stepId } of steps) {
      const { fence } = await startStep(agent, { stepId, clearanceId: await clearStep(agent, stepId) })
      await finishStep(agent, { stepId, fence, outcome: outcome('done') })
    }
    const [reset] = await db.select().from(resets).where(eq(resets.id, resetId))
    expect(reset).toMatchObject({ endedWhy: 'done' })
    expect(await eventsAbout(person)).toContain('reset.ended')
    await closeCase(agent, { caseId, outcome: 'solved' })
  })
})

describe('a step whose time ran out', () => {
  const afterLease = <Result>(work: () => Promise<Result>) =>
    runAt(addMinutes(readClock(), (leaseSeconds + 1) / 60), work)

  test('becomes uncertain, is read back, and its late outcome changes nothing', async () => {
    const { agent, person, resetId, stepId, fence } = await begun()
    await afterLease(() => loseStep(settleJob, { stepId }))
    expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'uncertain', failure: 'step_lost' })
    expect(await jobsFor('reset.read_back', stepId)).toBe(1)
    expect(await eventsAbout(person)).toContain('reset.step_uncertain uncertain')
    expect(await finishStep(agent, { stepId, fence, outcome: outcome('done') })).toBe(false)
    expect(await finishStep(settleJob, { stepId, fence, outcome: outcome('done') })).toBe(true)
  })

  test('is read back again when the queue lost the job', async () => {
    const { agent, stepId, fence } = await begun()
    await finishStep(agent, { stepId, fence, outcome: outcome('uncertain', { code: 'graph_unavailable' }) })
    const owner = postgres(testDatabase.owner, { max: 1 })
    await owner`delete from pgboss.job where name = 'reset.read_back'`
    await owner.end()
    const sweepJob = { kind: 'job', name: 'queue.sweep' } as const
    const sweep = () =>
      transact(sweepJob, async (work) => {
        work.permit('queue.sweep')
        work.unchanged()
        await sweepReadBacks(work)
      })
    await sweep()
    expect(await jobsFor('reset.read_back', stepId)).toBe(0)
    await runAt(addMinutes(readClock(), 4), sweep)
    expect(await jobsFor('reset.read_back', stepId)).toBe(1)
  })

  test('not before, not twice, and not by a person', async () => {
    const { agent, resetId, stepId } = await begun()
    await loseStep(settleJob, { stepId })
    expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'running' })
    await expect(loseStep(agent as never, { stepId })).rejects.toMatchObject({ code: 'denied' })
    await afterLease(() => Promise.all([loseStep(settleJob, { stepId }), loseStep(settleJob, { stepId })]))
    expect(await jobsFor('reset.read_back', stepId)).toBe(1)
  })
})

describe('an agent stops a reset', () => {
  test('between two steps: what is done stays done', async () => {
    const { agent, person, resetId, stepId, fence } = await begun()
    await expect(stopReset(agent, { resetId })).rejects.toMatchObject({ code: 'step_running' })
    await finishStep(agent, { stepId, fence, outcome: outcome('done') })
    await stopReset(agent, { resetId })
    const [reset] = await db.select().from(resets).where(eq(resets.id, resetId))
    expect(reset).toMatchObject({ endedWhy: 'stopped' })
    expect(await eventsAbout(person)).toContain('reset.stopped')
    const [, second] = await stepsOf(resetId)
    const clearanceId = await clearStep(agent, second!.id)
    await expect(startStep(agent, { stepId: second!.id, clearanceId })).rejects.toMatchObject({
      code: 'reset_ended',
    })
  })

  test('not as somebody else, and two at once: one stops it', async () => {
    const { agent, person, resetId } = await makeReset()
    await expect(stopReset(personActor(person, ['helpdesk']), { resetId })).rejects.toMatchObject({
      code: 'denied',
    })
    await expect(stopReset(personActor(person), { resetId })).rejects.toMatchObject({ kind: 'not_found' })
    const { told } = await both([stopReset(agent, { resetId }), stopReset(await makeAgent(), { resetId })])
    expect(told).toEqual(['reset_ended'])
  })
})
