import { assignRefusal } from '@/lib/domain/assign'
import type { Evidence, Owner } from '@/lib/domain/evidence'
import type { Gate } from '@/lib/domain/gate'
import { removalRefusal } from '@/lib/domain/removal'
import { isSecondWay } from '@/lib/domain/second-way'
import type { Step } from '@/lib/domain/step'
import type { Journey } from './guided'
import { letsIn, minute, type Registration, register } from './mover'
import { signIn } from './sign-in'

type Seen = { evidence: Evidence; gate: Gate }

/** What a person does at a step, well or badly. What they may not do, the product's rules refuse. */
export function takeStep(step: Step, journey: Journey, seen: Seen): void {
  actions[step](journey, seen)
}

const actions: Record<Step, (journey: Journey, seen: Seen) => void> = {
  devices: (journey) => {
    const { said, mover, visit } = journey
    const answers = { oldPlatform: 'ios', newPlatform: 'ios', number: mover.numberChanges ? 'new' : 'same' }
    Object.assign(said, answers, { hasOldPhone: mover.hasOld })
    if (!mover.hasOld) journey.oldPhoneGoneAt = minute(visit * 10)
  },
  baseline: assign,
  second_way: trySecondWay,
  restore: ({ said }) => tick(said, 'restore'),
  enrol: ({ said }) => tick(said, 'enrol'),
  register: registerNew,
  prove,
  remove: removeOld,
  sign_in_again: signInAgain,
  others: (journey) => {
    journey.othersCheckedAt = minute(journey.visit * 10)
  },
  safe: () => {},
}

function tick(said: Journey['said'], step: string): void {
  said.doneSteps = [...said.doneSteps, step]
}

function assign(journey: Journey, { evidence }: Seen): void {
  const { mover, owners, visit } = journey
  const { luck, rates } = mover
  const isLost = visit > 2 && luck('doesNotKnow') < rates.doesNotKnow
  if (isLost && luck('asksDesk', visit) < rates.asksDesk) journey.deskCases += 1
  const knows = isLost || luck('doesNotKnow') >= rates.doesNotKnow
  const said = new Map<string, Owner>()
  for (const { id, place } of mover.registrations) {
    if (!owners.has(id)) continue
    if (!knows && place === 'old') said.set(id, 'unknown')
    else if (place === 'old')
      said.set(id, luck('misassigns', id.length) < rates.misassigns ? 'kept_device' : 'old_phone')
    else said.set(id, 'kept_device')
  }
  const refusal = assignRefusal(said, evidence)
  if (refusal) throw new Error(`what a person says of the baseline must be accepted: ${refusal}`)
  for (const [id, owner] of said) owners.set(id, owner)
  const isMissaid = ({ id, place }: Registration) => place === 'old' && owners.get(id) === 'kept_device'
  journey.isUntrue ||= mover.registrations.some(isMissaid)
}

function trySecondWay(journey: Journey, { evidence }: Seen): void {
  const ways = journey.mover.registrations.filter(
    (one) => isSecondWay(one, evidence) && letsIn(one, journey.mover),
  )
  const way = ways[0]
  if (!way || journey.failures >= 2) {
    journey.deskAgreedAt = minute(journey.visit * 10)
    journey.failures = 0
    return
  }
  signIn(journey, way)
  journey.failures += 1
}

/** At Microsoft's own page, which wants a second factor that still works. */
function registerNew(journey: Journey): void {
  const { mover, visit } = journey
  const { luck, rates } = mover
  const isFirst = journey.made === 0
  journey.made += 1
  const isWrong = isFirst && mover.hasOld && luck('registersWrongPhone') < rates.registersWrongPhone
  const made = register(
    `new-${journey.made}`,
    isWrong ? 'old' : 'new',
    'microsoftAuthenticator',
    visit * 10 + 1,
  )
  made.works = !(isFirst && luck('newPhoneFails') < rates.newPhoneFails)
  mover.registrations.push(made)
  if (isFirst && luck('registrationVanishes') < rates.registrationVanishes)
    made.goneAt = minute(visit * 10 + 2)
  mover.isOldOff = false
  journey.isOnNewOnly = false
  journey.failures = 0
}

function prove(journey: Journey, { gate }: Seen): void {
  const { luck, rates } = journey.mover
  const wrong = findWrong(journey)
  if (wrong && luck('noticesWrongPhone') < rates.noticesWrongPhone) {
    nameWrong(journey, wrong)
    return
  }
  if (gate.oldPhone === 'asked' && luck('provesAnyway') >= rates.provesAnyway) sayOff(journey)
  tryProof(journey)
}

/** Once more with the old phone off, or by their word that the new one answers; what then asks for nothing is on the wrong phone. */
function signInAgain(journey: Journey, { gate }: Seen): void {
  const { mover, visit } = journey
  const { luck, rates } = mover
  const wrong = findWrong(journey)
  if (wrong && journey.failures > 0 && luck('noticesWrongPhone', visit) < rates.noticesWrongPhone) {
    nameWrong(journey, wrong)
    return
  }
  if (gate.oldPhone === 'asked') {
    if (luck('provesAnyway') < rates.provesAnyway) sayNewAnswers(journey)
    else sayOff(journey)
  }
  tryProof(journey)
}

/** A registration that was made on the old phone again. */
function findWrong({ mover, later }: Journey): Registration | undefined {
  return mover.registrations.find(
    ({ id, place, goneAt }) => id.startsWith('new-') && place === 'old' && !goneAt && !later.has(id),
  )
}

function nameWrong({ mover, later }: Journey, wrong: Registration): void {
  later.set(wrong.id, 'old_phone')
  mover.isOldOff = false
}

function sayOff(journey: Journey): void {
  const { mover, visit } = journey
  journey.oldPhoneOff.push(minute(visit * 10 + 2))
  mover.isOldOff = mover.luck('saysOffUntruly') >= mover.rates.saysOffUntruly
  journey.isUntrue ||= !mover.isOldOff
}

function sayNewAnswers(journey: Journey): void {
  const { mover, visit } = journey
  journey.newPhoneAnswers.push(minute(visit * 10 + 2))
  journey.isOnNewOnly = mover.luck('saysNewAnswersUntruly') >= mover.rates.saysNewAnswersUntruly
  journey.isUntrue ||= !journey.isOnNewOnly
}

/** A fresh sign-in with the new phone; when it proves nothing, once more or to the desk, which sets up another. */
function tryProof(journey: Journey): void {
  const { mover, visit } = journey
  const { luck, rates } = mover
  const fresh = mover.registrations.filter(({ id, goneAt }) => id.startsWith('new-') && !goneAt)
  signIn(journey, fresh.at(-1) ?? null)
  journey.failures += 1
  if (journey.failures < 2 || luck('asksDesk', visit) >= rates.asksDesk) return
  journey.deskCases += 1
  journey.failures = 0
  for (const one of fresh) one.goneAt = minute(visit * 10 + 3)
  journey.made += 1
  mover.registrations.push(register(`new-${journey.made}`, 'new', 'microsoftAuthenticator', visit * 10 + 4))
}

function removeOld(journey: Journey, { gate }: Seen): void {
  const { mover, owners, visit } = journey
  journey.failures = 0
  for (const one of mover.registrations) {
    if (!gate.remainingIds.includes(one.id)) continue
    const refusal = removalRefusal(
      { ...one, owner: owners.get(one.id) ?? 'old_phone' },
      { gate, isAllowedHere: true },
    )
    // Other kinds go at Microsoft's own page, where nobody but the person stands in the way.
    if (refusal === null || refusal === 'removal_elsewhere') one.goneAt = minute(visit * 10 + 1)
  }
}
