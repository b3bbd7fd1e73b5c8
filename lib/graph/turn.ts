import { readClock } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import type { Access, Priority } from './access'
import { type Limit, leaseCalls } from './allowance'
import { allowances } from './family'

type Waiter = {
  units: number
  priority: Priority
  /** Epoch milliseconds; who would have to wait longer is told so. */
  deadline: number
  admit(): void
  refuse(error: unknown): void
}

/** Who waits in this process for one of Microsoft's limits. */
type Lane = { limit: Limit; waiting: Waiter[]; busy: number; isPumping: boolean; wake: () => void }

const lanes = new Map<string, Lane>()

/** How long a click and a job wait for their turn. */
export const patienceMs: Record<Priority, number> = { high: 8_000, low: 120_000 }

/**
 * Waits until a call may go, people first, and returns what ends the turn.
 *
 * @throws {AppError} unavailable — `graph_throttled` with `retryAt`, when it would take too long
 */
export async function takeTurn(
  access: Access,
  { family, units }: { family: Limit['family']; units: number },
  signal: AbortSignal,
): Promise<() => void> {
  signal.throwIfAborted()
  const lane = laneOf({ app: access.app, family })
  await new Promise<void>((admit, refuse) => {
    const deadline = readClock().getTime() + patienceMs[access.priority]
    const waiter: Waiter = { units, priority: access.priority, deadline, admit, refuse }
    const leave = () => drop(lane, waiter, signal.reason)
    signal.addEventListener('abort', leave, { once: true })
    waiter.admit = () => {
      signal.removeEventListener('abort', leave)
      admit()
    }
    join(lane, waiter)
  })
  return () => {
    lane.busy -= 1
    lane.wake()
  }
}

function laneOf(limit: Limit): Lane {
  const key = `${limit.app} ${limit.family}`
  const lane = lanes.get(key) ?? { limit, waiting: [], busy: 0, isPumping: false, wake: () => undefined }
  lanes.set(key, lane)
  return lane
}

/** Behind everybody of the same or a higher priority. */
function join(lane: Lane, waiter: Waiter): void {
  const behind = lane.waiting.findIndex(({ priority }) => priority === 'low')
  if (waiter.priority === 'high' && behind >= 0) lane.waiting.splice(behind, 0, waiter)
  else lane.waiting.push(waiter)
  if (!lane.isPumping) void pump(lane)
  else if (lane.waiting[0] === waiter) lane.wake()
}

function drop(lane: Lane, waiter: Waiter, reason: unknown): void {
  lane.waiting = lane.waiting.filter((other) => other !== waiter)
  waiter.refuse(reason)
}

async function pump(lane: Lane): Promise<void> {
  lane.isPumping = true
  try {
    while (lane.waiting.length > 0) await serve(lane)
  } catch (cause) {
    const error = new AppError('unavailable', 'database_unavailable', { cause })
    for (const waiter of lane.waiting.splice(0)) waiter.refuse(error)
  } finally {
    lane.isPumping = false
  }
}

/** Admits the first who want the same, as many as the allowance gives; else waits. */
async function serve(lane: Lane): Promise<void> {
  const free = allowances[lane.limit.family].atOnce - lane.busy
  const [first] = lane.waiting
  if (!first || free < 1) return woken(lane, IDLE_MS)

  const { units, priority } = first
  const alike = lane.waiting.findIndex((other) => other.units !== units || other.priority !== priority)
  const count = Math.min(alike < 0 ? lane.waiting.length : alike, free)
  const group = lane.waiting.slice(0, count)
  const lease = await leaseCalls(lane.limit, { units, count, priority })
  if (lease.granted === 0) return hold(lane, lease.waitMs)

  // Somebody may have come to the front, or gone, while the database was asked.
  const admitted = group.filter((waiter) => lane.waiting.includes(waiter)).slice(0, lease.granted)
  lane.waiting = lane.waiting.filter((waiter) => !admitted.includes(waiter))
  for (const waiter of admitted) {
    lane.busy += 1
    waiter.admit()
  }
}

/** A turn that ends wakes the lane; this only guards against a lost one. */
const IDLE_MS = 1_000

function hold(lane: Lane, waitMs: number): Promise<void> {
  const goesAt = readClock().getTime() + waitMs
  const detail = { ...lane.limit, retryAt: new Date(goesAt).toISOString() }
  for (const waiter of lane.waiting.filter(({ deadline }) => deadline < goesAt)) {
    drop(lane, waiter, new AppError('unavailable', 'graph_throttled', { detail }))
  }
  return woken(lane, Math.min(waitMs, IDLE_MS))
}

/** Until somebody joins or leaves, or the time is up. */
function woken(lane: Lane, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    lane.wake = () => {
      clearTimeout(timer)
      resolve()
    }
  })
}
