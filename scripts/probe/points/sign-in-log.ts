import { z } from 'zod'
import { seenAt } from '@/lib/domain/probe'
import { bodyOf, Unseen } from '../graph'
import type { Point, Visit } from '../point'
import { Skipped } from '../sign-in'

const Step = z.object({
  authenticationMethod: z.string().nullish(),
  authenticationMethodDetail: z.string().nullish(),
})
const Entry = z.object({
  uniqueTokenIdentifier: z.string().nullish(),
  authenticationDetails: z.array(Step).nullish(),
  authenticationAppDeviceDetails: z.object({ deviceId: z.string().nullish() }).nullish(),
})
const Entries = z.object({ value: z.array(Entry) })

/** The log's clock and ours may differ, and entries are dated when the sign-in began. */
const EARLIER_MS = 10 * 60_000
const notOfAPhone = ['Password', 'Previously satisfied']

/** What the sign-in log (beta) knows of the phone that approved. */
export const signInLog: Point<'sign_in_log'> = {
  code: 'sign_in_log',
  question: 'Does the sign-in log name the phone that approved, and the id of its device object?',
  why: 'It would prove which phone was used, where amr only says which kind.',
  byHand: 'The sign-in by a request on Authenticator must have been seen; the log is minutes late.',
  async observe(visit) {
    const push = seenAt(visit.results, 'amr_push')
    if (!push?.uti) throw new Unseen('No sign-in by a request on Authenticator has been seen.')
    const { entry, requestId } = await findEntry(visit, { uti: push.uti, at: push.at })
    const deviceId = entry.authenticationAppDeviceDetails?.deviceId
    return {
      observed: { namesPhone: namesPhone(entry), namesDeviceId: Boolean(deviceId) },
      graphRequestId: requestId,
    }
  },
}

function namesPhone({ authenticationDetails }: z.infer<typeof Entry>): boolean {
  return (authenticationDetails ?? []).some(
    ({ authenticationMethod, authenticationMethodDetail }) =>
      !notOfAPhone.includes(authenticationMethod ?? '') && Boolean(authenticationMethodDetail),
  )
}

async function findEntry({ hear, first, terminal }: Visit, { uti, at }: { uti: string; at: string }) {
  const since = new Date(Date.parse(at) - EARLIER_MS).toISOString()
  const filter = `userId eq '${first.id}' and createdDateTime ge ${since}`
  for (;;) {
    const heard = await hear('reader', `/auditLogs/signIns?$filter=${filter}&$top=100`, { version: 'beta' })
    const entry = bodyOf(heard, Entries).value.find(
      ({ uniqueTokenIdentifier }) => uniqueTokenIdentifier === uti,
    )
    if (entry && namesPhone(entry)) return { entry, requestId: heard.requestId }
    const question = entry
      ? 'The entry names no phone. Details may come later.'
      : 'That sign-in is not in the log yet.'
    const next = await terminal.choose(question, { a: 'look again', k: 'take it as it is', s: 'skip' })
    if (next === 'k' && entry) return { entry, requestId: heard.requestId }
    if (next !== 'a') throw new Skipped()
  }
}
