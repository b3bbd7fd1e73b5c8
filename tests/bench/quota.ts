import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import postgres from 'postgres'
import { closeDatabase } from '@/db/client'
import { delegatedAccess } from '@/lib/graph/access'
import { clientToken } from '@/lib/graph/client-token'
import { revokeSessions } from '@/lib/graph/methods'
import { control, tokenOf } from '@/tests/support/control'
import { openHouse } from './house'
import { fairWeather, openLine, type Passed } from './line-between'
import { type Bench, type BenchLine, timeOf } from './measure'
import { listIds, makeScript } from './person-loop'
import { setScale } from './scale'

/** The documented limit of writes for an app in a tenant. @see https://learn.microsoft.com/graph/throttling-limits */
const QUOTA = { writes: 3_000, seconds: 150 }
const SCALE = 4
const SECONDS = 60
/** What had gathered before the start is used up by then, and both processes are warm. */
const WARM_UP_SECONDS = 10
const PROCESSES = 2
const CLICK_EVERY_MS = 500

/** Two processes write all they may, as for a wave, while somebody at the desk clicks now and then. */
export const quotaBench: Bench = {
  name: 'write quota',
  async run() {
    const house = await openHouse({ EMULATOR_PEOPLE: '600' })
    const owner = postgres(house.ownerUrl, { max: 1, onnotice: () => undefined })
    const line = await openLine(house.graphUrl)
    try {
      const ids = await listIds(makeScript(house.graphUrl, await clientToken('reader')))
      const token = await tokenOf('desk', 'Hana')
      await setScale(owner, 'desk', SCALE)
      line.change(fairWeather, 1)
      const stop = await startWriters(line.url, { token, ids: ids.slice(100) })
      const clicks = await clickAwhile(token, ids.slice(100))
      await stop()
      return linesOf(await listWrites(), clicks, line.passed())
    } finally {
      await line.close()
      await owner.end()
      await closeDatabase()
      await house.close()
    }
  },
}

async function startWriters(graphUrl: string, work: { token: string; ids: string[] }) {
  const writers = Array.from({ length: PROCESSES }, () =>
    spawn('node', ['--import', 'tsx', 'tests/bench/writer.ts'], {
      env: { ...process.env, GRAPH_URL: graphUrl, WRITER: JSON.stringify(work), LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  )
  await Promise.all(writers.map((writer) => once(writer.stdout, 'data')))
  return async () => {
    for (const writer of writers) writer.kill('SIGTERM')
    await Promise.all(writers.map((writer) => writer.exitCode ?? once(writer, 'exit')))
  }
}

/** How long each click took, its round trip included. */
async function clickAwhile(token: string, ids: readonly string[]): Promise<number[]> {
  const access = delegatedAccess('desk', token)
  const endsAt = performance.now() + SECONDS * 1_000
  const clicks: number[] = []
  while (performance.now() < endsAt) {
    clicks.push(await timeOf(() => revokeSessions(access, ids[clicks.length % ids.length] ?? '')))
    await delay(CLICK_EVERY_MS)
  }
  return clicks
}

/** When each write took effect by the emulator's ledger, in seconds of its own clock. */
async function listWrites(): Promise<number[]> {
  const { entries } = (await control('GET', '/ledger')) as { entries: { at: string; action: string }[] }
  const writes = entries.filter(({ action }) => /revoke/i.test(action))
  return writes.map(({ at }) => (Date.parse(at) / 1_000) * SCALE).sort((a, b) => a - b)
}

function linesOf(writes: readonly number[], clicks: readonly number[], { refused }: Passed): BenchLine[] {
  const how = `${PROCESSES} processes, clock times ${SCALE}, ${writes.length} writes`
  return [
    {
      id: 'B10',
      what: 'writes against the documented quota',
      ratio: (rateOf(writes) * QUOTA.seconds) / QUOTA.writes,
      target: { atLeast: 0.95 },
      note: how,
    },
    {
      id: 'B10',
      what: `most writes within ${QUOTA.seconds} s against the quota`,
      ratio: mostWithin(writes, QUOTA.seconds) / QUOTA.writes,
      target: { atMost: 1 },
      note: 'by the emulator’s ledger',
    },
    { id: 'B10', what: 'writes the emulator refused', ratio: refused, target: { atMost: 0 } },
    {
      id: 'B10',
      what: 'a click meanwhile, 95th percentile in seconds',
      ratio: (percentile(clicks, 0.95) / 1_000) * SCALE,
      target: { atMost: 2 },
      note: `${clicks.length} clicks; seconds of the emulator’s clock, round trip included`,
    },
  ]
}

/** Writes in a second, once the start is over. */
function rateOf(writes: readonly number[]): number {
  const from = (writes[0] ?? 0) + WARM_UP_SECONDS * SCALE
  const until = (writes[0] ?? 0) + (SECONDS - 2) * SCALE
  return writes.filter((at) => at >= from && at < until).length / (until - from)
}

function mostWithin(times: readonly number[], seconds: number): number {
  let [most, first] = [0, 0]
  times.forEach((at, last) => {
    while ((times[first] ?? at) <= at - seconds) first += 1
    most = Math.max(most, last - first + 1)
  })
  return most
}

function percentile(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? Number.NaN
}
