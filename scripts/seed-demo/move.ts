import { randomUUID } from 'node:crypto'
import { addMinutes, readClock, runAt } from '@/lib/clock'
import { recordReading } from '@/lib/commands/methods/record-reading'
import { startLook } from '@/lib/commands/methods/start-look'
import { agreeDesk } from '@/lib/commands/swap/agree-desk'
import { assignEntries } from '@/lib/commands/swap/assign-entries'
import { attestOldPhoneOff } from '@/lib/commands/swap/attest-old-phone-off'
import { attestOthersChecked } from '@/lib/commands/swap/attest-others-checked'
import { completeStep } from '@/lib/commands/swap/complete-step'
import { describeMove } from '@/lib/commands/swap/describe-move'
import { belongsInBaseline, isOfAuthenticator, type SeenMethod } from '@/lib/domain/method'
import { readerAccess } from '@/lib/graph/access'
import { listMethods } from '@/lib/graph/methods'
import { type Person, signedIn } from './company'
import { signIn } from './sign-in'

const worker = { kind: 'job', name: 'methods.look' } as const
const push = ['pwd', 'rsa', 'ngcmfa', 'mfa']

/** How far a past move got. */
export type Stage = 'preparing' | 'registered' | 'removed' | 'safe'

/**
 * A move in the past whose end is what the tenant shows today: the registration of today is the new phone,
 * and one that is no longer there was the old one.
 */
export async function playMove(person: Person, begunAt: Date, stage: Stage): Promise<void> {
  const { methods: live } = await listMethods(readerAccess(), person.entraId)
  const phone = live.find(isOfAuthenticator)
  if (!phone) return
  const old: SeenMethod = {
    ...phone,
    id: randomUUID(),
    displayName: 'iPhone 11',
    createdAt: null,
    lastUsedAt: null,
  }
  const others = live.filter(({ id }) => id !== phone.id)
  const before = stage === 'preparing' ? live : [old, ...others]
  const oldId = stage === 'preparing' ? phone.id : old.id
  const at = (minutes: number, work: () => Promise<unknown>) => runAt(addMinutes(begunAt, minutes), work)
  const platform = /iPhone|iPad/i.test(phone.displayName ?? '') ? 'ios' : 'android'

  await at(0, () => look(person, before))
  await at(30, () => signIn(person))
  await at(31, () =>
    describeMove(signedIn(person), {
      oldPlatform: platform,
      newPlatform: platform,
      number: 'same',
      hasOldPhone: 'yes',
    }),
  )
  await at(32, () => assignEntries(signedIn(person), ownersOf(before, oldId)))
  await at(33, () => agreeDesk(signedIn(person)))
  if (stage === 'preparing') return

  await at(36, () => completeStep(signedIn(person), { step: 'restore' }))
  await at(41, () => look(person, [old, ...live]))
  if (stage === 'registered') return
  await at(43, () => attestOldPhoneOff(signedIn(person), { isOff: 'yes' }))
  await at(44, () => signIn(person, { amr: push, isFresh: true }))
  await at(46, () => look(person, live))
  if (stage === 'removed') return
  await at(48, () => signIn(person, { amr: push, isFresh: true }))
  await at(49, () => look(person, live))
  await at(55, () =>
    attestOthersChecked(signedIn(person), { guests: 0, work: 0, codes: 2, isEveryOneMoved: 'yes' }),
  )
}

/** What the worker writes down after a look that showed these. */
export async function look(person: Person, methods: SeenMethod[]): Promise<void> {
  const started = await startLook(worker, { personId: person.id })
  if (!started) throw new Error('a mover must be in the directory')
  const now = readClock()
  const list = { methods: methods.map((one) => asOf(one, now)), requestId: null, isDefaultKnown: true }
  const startedAt = now.toISOString()
  await recordReading(worker, { personId: person.id, startedAt, list })
}

/** At a moment that is past, Microsoft could not yet know of a later use. */
function asOf(method: SeenMethod, now: Date): SeenMethod {
  const isLater = method.lastUsedAt !== null && new Date(method.lastUsedAt) > now
  return isLater ? { ...method, lastUsedAt: null } : method
}

function ownersOf(methods: readonly SeenMethod[], oldId: string): Record<string, string> {
  const entries = methods.filter(belongsInBaseline)
  return Object.fromEntries(
    entries.map(({ id }) => [`owner.${id}`, id === oldId ? 'old_phone' : 'kept_device']),
  )
}
