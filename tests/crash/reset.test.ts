import { asc, eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { readBackStep } from '@/lib/effects/read-back-step'
import { readerAccess } from '@/lib/graph/access'
import { leaseCalls } from '@/lib/graph/allowance'
import { control, fault, tokenOf } from '@/tests/support/control'
import { stepsOf } from '@/tests/support/make-desk'
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
import { startProcess, type TestProcess } from '@/tests/support/process'
import { startWorker } from '@/tests/support/worker'

// Whoever drives a step is killed with SIGKILL at each point where the world and our rows can disagree. The points are
// reached from outside: the emulator holds a request or an answer, a lock of ours holds a lease or a commit.

const owner = postgres(testDatabase.owner, { max: 3, onnotice: () => undefined })
const processes: TestProcess[] = []
let clearing: ReturnType<typeof startClearing>

beforeEach(async () => {
  await freshTenant()
  await owner`delete from pgboss.job`
  clearing = startClearing()
})
afterEach(async () => {
  await clearing.stop()
  await control('DELETE', '/faults')
  await Promise.all(processes.splice(0).map((each) => each.kill()))
})
afterAll(() => owner.end())

type Made = Awaited<ReturnType<typeof planned>>

/** The agent's page runs a step. */
async function drive({ agent }: Made, stepId: string): Promise<TestProcess> {
  const env = {
    DATABASE_URL: testDatabase.web,
    DRIVER: JSON.stringify({ agent, stepId, token: await tokenOf('desk', 'Hana') }),
  }
  const driver = await startProcess('tests/support/reset-driver.ts', { env, ready: 'Driver ready' })
  processes.push(driver)
  return driver
}

const patiently = { timeout: 20_000, interval: 50 }

const untilHeld = (path: string) =>
  vi.waitFor(async () => {
    const { holds } = (await control('GET', '/holds')) as { holds: { path: string }[] }
    expect(holds.some((hold) => hold.path.includes(path))).toBe(true)
  }, patiently)

/** The emulator knows that whoever waited for the held answer is dead. */
const untilHungUp = () =>
  vi.waitFor(async () => expect(await control('GET', '/holds')).toEqual({ holds: [] }), patiently)

/** Somebody waits for a lock of ours in a statement about this table. */
const untilBlocked = (table: string) =>
  vi.waitFor(async () => {
    const waiting = await owner`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
      and query like ${`%${table}%`}`
    expect(waiting).toHaveLength(1)
  }, patiently)

const stepIs = (made: Made, place: number, state: string) =>
  vi.waitFor(async () => expect((await stepsOf(made.resetId))[place]?.state).toBe(state), patiently)

/** Holds rows until let go. */
async function lockRows(statement: string): Promise<() => Promise<void>> {
  const connection = await owner.reserve()
  await connection.unsafe('begin')
  await connection.unsafe(statement)
  return async () => {
    await connection.unsafe('rollback')
    connection.release()
  }
}

/** A minute and a half passes, and the worker looks for steps whose time ran out. */
async function timePasses(): Promise<TestProcess> {
  await owner`update reset_steps set lease_until = now() - interval '1 second' where state = 'running'`
  const worker = await startWorker()
  processes.push(worker)
  return worker
}

/** What the log says of each attempt at a step: intent, and what became of it. */
async function told({ person }: Made, stepId: string): Promise<string[]> {
  const rows = await db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.subjectOid, person.entraId))
    .orderBy(asc(auditEvents.at), asc(auditEvents.id))
  const events = rows.map(({ type, outcome, body }) => ({ type, outcome, op: JSON.parse(body).op }))
  return events
    .filter(({ op }) => op?.step === stepId)
    .map(({ type, outcome, op }) => `${op.attempt} ${type.replace('reset.step_', '')} ${outcome}`)
}

/** Nobody holds it, its outcome is known, and Microsoft changed as often as was intended. */
async function expectDone(made: Made, place: number, changed: number): Promise<void> {
  expect((await stepsOf(made.resetId))[place]).toMatchObject({
    state: 'done',
    leaseUntil: null,
    failure: null,
  })
  expect(await changes()).toHaveLength(changed)
}

/** The worker finds out that nothing happened; it looks for a minute, which the second look here does not wait for. */
async function findNotApplied(made: Made, place: number): Promise<void> {
  const { id, entraMethodId } = made.steps[place]!
  const read = entraMethodId ? `/users/${made.person.entraId}/authentication/methods` : '/users/'
  await fault({ fault: 'hold', match: { app: 'reader', path: entraMethodId ? read : 'signInSessions' } })
  const worker = await timePasses()
  await untilHeld(read)
  await stepIs(made, place, 'uncertain')
  // Killed as well, in the middle of finding out: whoever comes next begins again.
  await worker.kill()
  await control('DELETE', '/faults')
  await readBackStep(readBackJob, readerAccess('high'), { stepId: id, pausesMs: [0, 10] })
  await stepIs(made, place, 'ready')
}

describe('an agent’s process killed during a removal', () => {
  test('after the intent, before the request: nothing happened, and it can be run again', {
    timeout: 90_000,
  }, async () => {
    const made = await planned('Lea Lostphone')
    const { id, entraMethodId } = made.steps[0]!
    await leaseCalls({ app: 'desk', family: 'writes' }, { units: 1, count: 1, priority: 'high' })
    const unlock = await lockRows(
      `select 1 from graph_allowances where app = 'desk' and family = 'writes' for update`,
    )
    const driver = await drive(made, id)
    await stepIs(made, 0, 'running')
    await untilBlocked('graph_allowances')

    await driver.kill()
    await unlock()
    await findNotApplied(made, 0)
    expect(await changes()).toEqual([])
    expect(await liveIds('Lea')).toContain(entraMethodId)

    const again = await drive(made, id)
    expect(await again.ended()).toBe(0)
    await expectDone(made, 0, 1)
    expect(await told(made, id)).toEqual([
      '1 started intended',
      '1 uncertain uncertain',
      '1 finished refused',
      '2 started intended',
      '2 finished done',
    ])
  })

  test('while the request is under way and has no effect: the same', { timeout: 90_000 }, async () => {
    const made = await planned('Lea Lostphone')
    const { id, entraMethodId } = made.steps[0]!
    await fault({ fault: 'hold', match: { method: 'DELETE' } })
    const driver = await drive(made, id)
    await untilHeld(entraMethodId!)

    await driver.kill()
    await untilHungUp()
    await findNotApplied(made, 0)
    expect(await liveIds('Lea')).toContain(entraMethodId)

    const again = await drive(made, id)
    expect(await again.ended()).toBe(0)
    await expectDone(made, 0, 1)
  })

  test('after the effect, before the answer: found done, and not done twice', {
    timeout: 60_000,
  }, async () => {
    const made = await planned('Lea Lostphone')
    const { id, entraMethodId } = made.steps[0]!
    await fault({ fault: 'hold-after', match: { method: 'DELETE' } })
    const driver = await drive(made, id)
    await untilHeld(entraMethodId!)

    await driver.kill()
    await timePasses()
    await stepIs(made, 0, 'done')
    await expectDone(made, 0, 1)
    expect(await told(made, id)).toEqual(['1 started intended', '1 uncertain uncertain', '1 finished done'])
  })

  test('after the answer, before the outcome is written: the same', { timeout: 60_000 }, async () => {
    const made = await planned('Lea Lostphone')
    const { id, entraMethodId } = made.steps[0]!
    await fault({ fault: 'hold-after', match: { method: 'DELETE' } })
    const driver = await drive(made, id)
    await untilHeld(entraMethodId!)
    const unlock = await lockRows(`select 1 from resets where id = '${made.resetId}' for update`)
    await control('POST', '/holds/release', {})
    await untilBlocked('resets')

    await driver.kill()
    await unlock()
    await timePasses()
    await stepIs(made, 0, 'done')
    await expectDone(made, 0, 1)
    expect(await told(made, id)).toEqual(['1 started intended', '1 uncertain uncertain', '1 finished done'])
  })

  test('after the outcome was written: nothing is left to do', { timeout: 60_000 }, async () => {
    const made = await planned('Lea Lostphone')
    const { id } = made.steps[0]!
    const driver = await drive(made, id)
    await stepIs(made, 0, 'done')

    await driver.kill()
    const worker = await timePasses()
    await worker.stop()
    await expectDone(made, 0, 1)
    expect(await told(made, id)).toEqual(['1 started intended', '1 finished done'])
  })
})

test('a process that stood still and wakes after its time changes nothing any more', {
  timeout: 60_000,
}, async () => {
  const made = await planned('Lea Lostphone')
  const { id, entraMethodId } = made.steps[0]!
  await fault({ fault: 'hold-after', match: { method: 'DELETE' } })
  const driver = await drive(made, id)
  await untilHeld(entraMethodId!)
  driver.freeze()
  await control('POST', '/holds/release', {})
  await timePasses()
  await stepIs(made, 0, 'done')
  const before = await told(made, id)

  driver.thaw()
  expect(await driver.ended()).toBe(0)
  expect(driver.said()).toContain('Outcome: done')
  expect(await told(made, id)).toEqual(before)
  await expectDone(made, 0, 1)
})

describe('an agent’s process killed while sessions are ended', () => {
  /** The removal before it is done. */
  async function readyToRevoke() {
    const made = await planned('Lea Lostphone')
    await run(made.agent, await hana(), made.steps[0]!.id)
    expect(made.steps[1]!.kind).toBe('revoke_sessions')
    return made
  }

  test('after the effect, before the answer: found done, and the reset is over', {
    timeout: 60_000,
  }, async () => {
    const made = await readyToRevoke()
    await fault({ fault: 'hold-after', match: { method: 'POST', path: 'revokeSignInSessions' } })
    const driver = await drive(made, made.steps[1]!.id)
    await untilHeld('revokeSignInSessions')

    await driver.kill()
    await timePasses()
    await stepIs(made, 1, 'done')
    await expectDone(made, 1, 2)
  })

  test('while the request is under way and has no effect: run again, once', { timeout: 90_000 }, async () => {
    const made = await readyToRevoke()
    await fault({ fault: 'hold', match: { method: 'POST', path: 'revokeSignInSessions' } })
    const driver = await drive(made, made.steps[1]!.id)
    await untilHeld('revokeSignInSessions')

    await driver.kill()
    await untilHungUp()
    await findNotApplied(made, 1)
    expect(await changes()).toHaveLength(1)

    const again = await drive(made, made.steps[1]!.id)
    expect(await again.ended()).toBe(0)
    await expectDone(made, 1, 2)
  })
})
