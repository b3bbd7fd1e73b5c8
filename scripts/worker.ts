import { setTimeout as delay } from 'node:timers/promises'
import { closeDatabase } from '@/db/client'
import { missingSettings, readEnv } from '@/lib/env'
import { mailAccess, readerAccess } from '@/lib/graph/access'
import { graphHealthSeen } from '@/lib/graph/health'
import { keepRhythm } from '@/lib/jobs/rhythm'
import { type Running, runJobs } from '@/lib/jobs/run-jobs'
import { log } from '@/lib/log'

/** sysexits.h EX_CONFIG: nothing but the settings is wrong. */
const EX_CONFIG = 78
const RETRY_MS = 2_000

const missing = missingSettings('worker')
if (missing.length > 0) {
  console.error('The worker needs these settings:')
  for (const { name, about } of missing) console.error(`  ${name.padEnd(24)} ${about}`)
  process.exit(EX_CONFIG)
}

const stopAsked = new Promise<void>((resolve) => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
})
let isStopping = false
stopAsked.then(() => {
  isStopping = true
})

const running = await startWhenPossible()
if (running) {
  const endRhythm = keepRhythm(graphHealthSeen)
  console.log('Worker ready')
  await stopAsked
  endRhythm()
  await running.stop().catch((error) => log('warn', 'worker.stop_failed', { error }))
}
await closeDatabase()
process.exit(0)

/** A database that is not there yet, or not migrated yet, is waited for. Null when told to stop meanwhile. */
async function startWhenPossible(): Promise<Running | null> {
  while (!isStopping) {
    try {
      return await runJobs({ reader: readerAccess, mail: mailAccess, post: readPost() })
    } catch (error) {
      log('warn', 'worker.waits', { error })
      await Promise.race([delay(RETRY_MS), stopAsked])
    }
  }
  return null
}

/** Where mail comes from, and where its readers reach the portal. */
function readPost() {
  return {
    sender: readEnv('MAIL_SENDER'),
    replyTo: readEnv('MAIL_REPLY_TO'),
    portalUrl: readEnv('PORTAL_URL'),
  }
}
