import { createHash, randomInt } from 'node:crypto'

import { isAllowed } from './allowed-methods'
import { isoAt, minuteMs, msOf, realNow } from './clock'
import type { PassMethod } from './method'
import { agedMs } from './moved-clock'
import { changePerson } from './people'
import type { Person } from './person'
import type { World } from './world'
import { newId } from './world'

/** Graph's words for why a pass does (not) work. */
type Usability = 'EnabledByPolicy' | 'DisabledByPolicy' | 'Expired' | 'NotYetValid' | 'OneTimeUsed'

/** The person's pass, or null. There is one at most. */
function passOf(person: Person): PassMethod | null {
  return person.methods.find((method) => method.kind === 'temporaryAccessPass') ?? null
}

/** Whether a pass works now, and why (not). */
export function usabilityOf(world: World, person: Person, pass: PassMethod): Usability {
  const { passes } = world.tenant.methodsPolicy
  const sinceStart = agedMs(world, madeAt(pass)) - (msOf(pass.startDateTime) - madeAt(pass))
  // A pass can be made for somebody outside the policy's scope, and then does not work.
  if (!isAllowed(world, person, 'TemporaryAccessPass')) return 'DisabledByPolicy'
  if (pass.usedAt !== null && pass.isUsableOnce) return 'OneTimeUsed'
  if (sinceStart >= pass.lifetimeInMinutes * minuteMs) return 'Expired'
  if (sinceStart < 0) return 'NotYetValid'
  // A policy that became one-time stops multi-use passes that exist.
  return passes.isUsableOnce && !pass.isUsableOnce ? 'DisabledByPolicy' : 'EnabledByPolicy'
}

const madeAt = ({ createdDateTime, startDateTime }: PassMethod) => msOf(createdDateTime ?? startDateTime)

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789!@#%&*+?'

/** A new pass in place of the one there was. The code is in the answer and nowhere else. */
export function createPass(
  world: World,
  person: Person,
  wish: { startsAt: number; lifetimeInMinutes: number; isUsableOnce: boolean },
): { pass: PassMethod; code: string } {
  const length = world.tenant.methodsPolicy.passes.defaultLength
  const code = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
  const pass: PassMethod = {
    kind: 'temporaryAccessPass',
    id: newId(),
    createdDateTime: isoAt(realNow()),
    lastUsedDateTime: null,
    codeHash: hashOf(code),
    startDateTime: isoAt(wish.startsAt),
    lifetimeInMinutes: wish.lifetimeInMinutes,
    isUsableOnce: wish.isUsableOnce,
    usedAt: null,
  }
  changePerson(world, person.id, (draft) => {
    draft.methods = [...draft.methods.filter(({ kind }) => kind !== 'temporaryAccessPass'), pass]
  })
  return { pass, code }
}

type PassOutcome = 'ok' | 'wrong' | 'used' | 'expired' | 'early' | 'blocked'

/** Somebody enters a pass at sign-in. A one-time pass is used up by it. */
export function acceptPass(world: World, person: Person, code: string): PassOutcome {
  const pass = passOf(person)
  if (!pass || pass.codeHash !== hashOf(code.trim())) return 'wrong'
  const lagMs = world.settings.passLagSeconds * 1_000
  if (agedMs(world, madeAt(pass)) < lagMs) return 'early'
  const usability = usabilityOf(world, person, pass)
  if (usability === 'NotYetValid') return 'early'
  if (usability === 'Expired') return 'expired'
  if (usability === 'OneTimeUsed') return 'used'
  if (usability === 'DisabledByPolicy') return 'blocked'
  changePerson(world, person.id, (draft) => {
    const used = passOf(draft)
    if (used) used.usedAt = isoAt(realNow())
  })
  return 'ok'
}

const hashOf = (code: string) => createHash('sha256').update(code).digest('hex')
