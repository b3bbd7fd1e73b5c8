import { askChecks } from '@/lib/commands/backup/ask-checks'
import { loseMessages } from '@/lib/commands/message/lose-messages'
import { remindOldPhones } from '@/lib/commands/message/remind-old-phones'
import { sweepQueue } from '@/lib/commands/queue/sweep-queue'
import { askCheckUps } from '@/lib/commands/return/ask-check-ups'
import { askExamination } from '@/lib/commands/tenant/ask-examination'
import { beat } from '@/lib/commands/worker/beat'
import type { JobActor } from '@/lib/domain/actor'
import type { AppHealth } from '@/lib/graph/health'
import { log } from '@/lib/log'
import { sweepResets } from './reset-sweep'

const BEAT_MS = 10_000
const SWEEP_MS = 15_000
const REMIND_MS = 10 * 60_000
const EXAMINE_MS = 6 * 60 * 60_000
const CHECK_MS = 60 * 60_000

/**
 * What a worker does by the clock: says that it lives, and asks for what is due or was lost. Begins at once.
 * A turn that fails is told, and the next one comes in its time. Returns what ends it.
 */
export function keepRhythm(graphSeen: () => ReadonlyMap<string, AppHealth>): () => void {
  const stops = [
    every(BEAT_MS, 'worker.beat', () => {
      const graph = [...graphSeen()].map(([app, seen]) => ({ app, ...seen }))
      return beat({ kind: 'job', name: 'worker.beat' }, { name: 'worker', graph })
    }),
    every(SWEEP_MS, 'queue.sweep', () => sweepQueue({ kind: 'job', name: 'queue.sweep' })),
    every(EXAMINE_MS, 'tenant.examine', () => askExamination({ kind: 'job', name: 'tenant.examine' })),
    every(CHECK_MS, 'backup.check', () => askForChecks({ kind: 'job', name: 'backup.check' })),
    every(SWEEP_MS, 'message.lose', () => loseMessages({ kind: 'job', name: 'message.lose' })),
    every(REMIND_MS, 'message.remind', () => remind({ kind: 'job', name: 'message.remind' })),
    every(SWEEP_MS, 'reset.sweep', () => sweepResets({ kind: 'job', name: 'reset.sweep' })),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** By mail, of what is left to do on one's move. */
async function remind(job: JobActor): Promise<void> {
  await remindOldPhones(job)
  await askCheckUps(job)
}

/** Everybody who is due, some at a time. */
async function askForChecks(job: JobActor): Promise<void> {
  while ((await askChecks(job)) > 0);
}

/** One turn at a time: the next begins `ms` after the last one ended. */
function every(ms: number, name: string, turn: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | null = null
  let isStopped = false
  const go = async () => {
    await turn().catch((error) => log('warn', `${name}.failed`, { error }))
    if (!isStopped) timer = setTimeout(go, ms)
  }
  void go()
  return () => {
    isStopped = true
    if (timer) clearTimeout(timer)
  }
}
