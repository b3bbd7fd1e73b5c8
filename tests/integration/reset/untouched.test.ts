import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runResetStep } from '@/lib/effects/run-reset-step'
import { delegatedAccess } from '@/lib/graph/access'
import { control, fault } from '@/tests/support/control'
import { personActor } from '@/tests/support/make'
import { eventsAbout, stepsOf } from '@/tests/support/make-desk'
import { changes, freshTenant, hana, planned, run, startClearing } from '@/tests/support/make-live-reset'

let worker: ReturnType<typeof startClearing>

beforeEach(async () => {
  await freshTenant()
  worker = startClearing()
})
afterEach(() => worker.stop())

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
