import { readClock } from '@/lib/clock'
import { log } from '@/lib/log'
import { type JobName, type Jobs, makeReceiver } from '@/lib/queue'
import { handlers, type Rights } from './handlers'

type Receiver = ReturnType<typeof makeReceiver>

/** How often a queue is looked into: one that does not ring, and one that does. */
const POLL_SECONDS = 0.5
const QUIET_POLL_SECONDS = 2
/** Running jobs get this long to come to an end when the process stops. */
const STOP_WITHIN_MS = 15_000

export type Running = { stop(): Promise<void> }

/**
 * Fetches jobs and does them until told to stop. A database that goes away meanwhile is waited for.
 *
 * @throws {Error} the database does not answer yet, or has not been migrated
 */
export async function runJobs(rights: Rights): Promise<Running> {
  const receiver = makeReceiver()
  const stopping = new AbortController()
  receiver.on('error', tellNowAndThen())
  receiver.on('warning', (warning) => log('warn', 'queue.warning', { warning }))
  try {
    await receiver.start()
    for (const name of Object.keys(handlers) as JobName[])
      await listen(receiver, name, { rights, stopping: stopping.signal })
  } catch (error) {
    await receiver.stop({ graceful: false }).catch(() => undefined)
    throw error
  }
  return {
    async stop() {
      stopping.abort(new Error('the worker stops'))
      await receiver.stop({ graceful: true, timeout: STOP_WITHIN_MS })
    },
  }
}

async function listen<Name extends JobName>(
  receiver: Receiver,
  name: Name,
  { rights, stopping }: { rights: Rights; stopping: AbortSignal },
): Promise<void> {
  const handler = handlers[name]
  if (!handler) return
  const options = {
    localConcurrency: handler.atOnce,
    pollingIntervalSeconds: POLL_SECONDS,
    notifyPollingIntervalSeconds: QUIET_POLL_SECONDS,
  }
  await receiver.work<Jobs[Name]>(name, options, async ([job]) => {
    if (!job) return
    const signal = AbortSignal.any([stopping, job.signal])
    try {
      await handler.run(job.data, { actor: { kind: 'job', name }, rights, signal })
    } catch (error) {
      log('error', 'job.failed', { name, jobId: job.id, data: job.data, error })
      throw error
    }
  })
}

/** While the database is away every fetch fails; the log needs to hear of it once in a while. */
const TOLD_EVERY_MS = 10_000

function tellNowAndThen(): (error: Error) => void {
  let last = { what: '', at: 0 }
  return (error) => {
    const at = readClock().getTime()
    // The message names the queue and would be another one each time.
    const what = 'code' in error ? String(error.code) : error.message
    if (what === last.what && at - last.at < TOLD_EVERY_MS) return
    last = { what, at }
    log('warn', 'queue.error', { error })
  }
}
