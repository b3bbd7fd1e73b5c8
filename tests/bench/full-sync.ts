import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import type { Sql } from 'postgres'
import type { LineBetween, Passed, Weather } from './line-between'
import { ROUND_TRIP_MS, setScale } from './scale'

/** What one first reading of everybody came to. */
export type FullSync = {
  /** From the first start to the last end, of both pipelines. */
  ms: number
  /** The least it can take by the documented limits, in the same milliseconds. */
  floorMs: number
  /** The most memory the worker held. */
  peakMb: number
  passed: Passed
  /** What is in the table afterwards, but for ids and instants. */
  rows: string
}

type Asked = { owner: Sql; line: LineBetween; scale: number; weather: Weather; seed: number }

const PAGE = 999

/**
 * A first reading of everybody by a worker process as in production. `scale`: how many times as fast the emulator's
 * clock runs; its limits, the round trip and our figures with it, our own work not.
 */
export async function fullSync({ owner, line, scale, weather, seed }: Asked): Promise<FullSync> {
  await emptyTables(owner)
  await setScale(owner, 'reader', scale)
  line.change(weather, seed)
  const worker = spawn('node', ['--max-semi-space-size=8', '--import', 'tsx', 'tests/bench/sync-worker.ts'], {
    env: { ...process.env, GRAPH_URL: line.url, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    const ms = await untilRead(owner, () => worker.exitCode)
    const peakMb = peakOf(worker.pid)
    return {
      ms,
      floorMs: (await floorMs(owner)) / scale,
      peakMb,
      passed: line.passed(),
      rows: await digest(owner),
    }
  } finally {
    worker.kill('SIGTERM')
    if (worker.exitCode === null) await once(worker, 'exit')
  }
}

async function emptyTables(owner: Sql): Promise<void> {
  const tables = ['pgboss.job', 'sync_runs', 'sync_cursors', 'sync_strays', 'sync_leavers', 'people']
  for (const table of [...tables, 'graph_allowances']) await owner.unsafe(`delete from ${table}`)
}

const POLL_MS = 250
const WITHIN_MS = 30 * 60_000

async function untilRead(owner: Sql, exitCode: () => number | null): Promise<number> {
  for (let waitedMs = 0; waitedMs < WITHIN_MS && exitCode() === null; waitedMs += POLL_MS) {
    await delay(POLL_MS)
    const [row] = await owner`
      select 1000 * extract(epoch from max(ended_at) - min(started_at))::float8 as ms,
        count(distinct pipeline) filter (where state = 'done')::int as done,
        count(*) filter (where state = 'held')::int as held from sync_runs`
    if (row?.held > 0) throw new Error('a sync waits for a person to decide')
    if (row?.done === 2) return row.ms
  }
  throw new Error('the worker did not read everybody')
}

/** Trust F2: the later of the two pipelines. Pages as there are rows; the report leaves out who is disabled. */
async function floorMs(owner: Sql): Promise<number> {
  const [row] = await owner`select count(*)::int as people, count(report_at)::int as reported from people`
  const [users, report] = [Math.ceil(row?.people / PAGE), Math.ceil(row?.reported / PAGE)]
  const usersMs = Math.max((1000 * users) / 800, users * ROUND_TRIP_MS)
  const reportMs = Math.max((1000 * (report - 5)) / 0.5, report * ROUND_TRIP_MS)
  return Math.max(usersMs, reportMs)
}

/** @see https://man7.org/linux/man-pages/man5/proc_pid_status.5.html `VmHWM` */
function peakOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}

async function digest(owner: Sql): Promise<string> {
  const [row] = await owner`
    select md5(string_agg(md5(line), '' order by entra_id)) as digest from (
      select p.entra_id, (to_jsonb(p) - '{id,manager_id,seen_at,created_at,updated_at,report_at}'::text[])::text
        || coalesce(m.entra_id::text, '') as line
      from people p left join people m on m.id = p.manager_id) as lines`
  return row?.digest
}
