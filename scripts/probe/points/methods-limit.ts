import { setTimeout as delay } from 'node:timers/promises'
import { readClock } from '@/lib/clock'
import { type Burst, limitBehind } from '@/lib/domain/probe-limit'
import { type Heard, Unseen } from '../graph'
import type { Point, Visit } from '../point'

const AT_ONCE = 8
/** Long enough for a few calls to come back, then for a handful. */
const waitsMs = [2_000, 10_000]
const ENOUGH_CALLS = 5
const REST_MS_MAX = 30_000

/** The limit of the methods API, which is not published: looked for by using it up once. */
export const methodsLimit: Point<'methods_limit'> = {
  code: 'methods_limit',
  question: 'Is there a limit on /users/{id}/authentication/*, and does its refusal carry Retry-After?',
  why: 'A job that reads many people has to slow down in time, and wait as long as it is told to.',
  changes: 'nothing, but sends hundreds of reads at once; other apps of this tenant may be slowed down',
  async observe(visit) {
    const first = await burst(visit, visit.arguments.callsMax)
    if (!first.refusal)
      return { observed: { calls: first.calls, limit: null, retryAfter: null }, graphRequestId: null }
    const { retryAfter, requestId } = first.refusal
    const limit = limitBehind(first, await recovered(visit, first))
    visit.terminal.say('  Resting, so that the next points find it filled again.')
    const restMs = Math.min(limit.seconds * 1_000, REST_MS_MAX)
    await delay(restMs, undefined, { signal: visit.interrupted })
    return {
      observed: {
        calls: first.calls,
        limit: { ...limit, hasRetryAfter: retryAfter !== null },
        retryAfter,
      },
      graphRequestId: requestId,
    }
  },
}

/** What had come back some time after the allowance was used up; null when hardly anything. */
async function recovered(visit: Visit, { calls, refusal }: Used): Promise<Burst | null> {
  const asked = Number(refusal?.retryAfter ?? 0)
  const least = Number.isFinite(asked) ? asked * 1_000 : 0
  for (const waitMs of waitsMs) {
    visit.terminal.say(`  Refused after ${calls} calls; waiting to see how fast the allowance comes back.`)
    const emptyAt = readClock().getTime()
    await delay(Math.max(waitMs, least), undefined, { signal: visit.interrupted })
    const again = await burst(visit, calls)
    const back = { calls: again.calls, ms: readClock().getTime() - emptyAt }
    if (back.calls >= ENOUGH_CALLS || waitMs === waitsMs.at(-1)) return back.calls > 0 ? back : null
  }
  return null
}

type Used = Burst & { refusal: Heard | null }

/** Reads the first user's methods until Microsoft refuses, or often enough. */
async function burst({ hearAny, first }: Visit, callsMax: number): Promise<Used> {
  const startedAt = readClock().getTime()
  let [sent, calls] = [0, 0]
  let refusal: Heard | null = null
  const lane = async () => {
    while (!refusal && sent < callsMax) {
      sent += 1
      const heard = await hearAny('reader', `/users/${first.id}/authentication/methods`)
      if (heard.said.status === 429) refusal ??= heard
      else if (heard.said.status === 200) calls += 1
      else throw new Unseen(`Graph answered ${heard.said.status} ${heard.said.code ?? ''}.`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return { calls, ms: readClock().getTime() - startedAt, refusal }
}
