import type { LaterOwner, Owner, SignIn } from '@/lib/domain/evidence'
import { readGate } from '@/lib/domain/gate'
import { belongsInBaseline } from '@/lib/domain/method'
import { phoneMethodsEndAt } from '@/lib/domain/retirement'
import { currentStep, type Said } from '@/lib/domain/step'
import { canSignIn, type Mover, minute } from './mover'
import type { LockOutCause, Outcome } from './outcome'
import { takeStep } from './take-step'

/** The gate that decides: the real one, except where a test shows what a worse one would do. */
export type Gatekeeper = typeof readGate

/** A move under guidance while it lasts: the truth, and what was said and seen of it. */
export type Journey = {
  mover: Mover
  said: Said
  owners: Map<string, Owner>
  later: Map<string, LaterOwner>
  signIns: SignIn[]
  oldPhoneOff: Date[]
  newPhoneAnswers: Date[]
  oldPhoneGoneAt: Date | null
  /** They hold to it that they answer on the new phone only. */
  isOnNewOnly: boolean
  deskAgreedAt: Date | null
  othersCheckedAt: Date | null
  /** Something they said that was not so. */
  isUntrue: boolean
  deskCases: number
  failures: number
  /** How many registrations were made so far. */
  made: number
  /** Visits of ten minutes. */
  visit: number
}

const visitsMax = 80

/** What happens to somebody who follows the page, puts things off, mistypes and loses phones. The rules are the product's. */
export function moveGuided(mover: Mover, keeper: Gatekeeper = readGate): Outcome {
  const journey = begin(mover)
  const accidentAt = accidentVisit(mover)
  const reachAt = mover.luck('reachesForWipe') < mover.rates.reachesForWipe ? visitOf(mover, 'reachAt') : null

  for (journey.visit = 1; journey.visit <= visitsMax; journey.visit += 1) {
    if (journey.visit === accidentAt && mover.hasOld) {
      loseOld(journey)
      if (!canSignIn(mover)) return lockedOut(journey, 'accident')
    }
    const isReaching = journey.visit === reachAt && mover.hasOld
    if (!isReaching && mover.luck('putsOff', journey.visit) < mover.rates.putsOff) continue
    const evidence = evidenceOf(journey)
    const gate = keeper(evidence)
    if (gate.isSafe) return finish(journey, gate)
    if (isReaching && mover.luck('wipesAnyway') < mover.rates.wipesAnyway) {
      loseOld(journey)
      if (!canSignIn(mover)) return lockedOut(journey, 'against_notice')
      continue
    }
    takeStep(currentStep(journey.said, gate, evidence), journey, { evidence, gate })
    if (!canSignIn(mover)) return lockedOut(journey, blame(journey, gate))
  }
  return { ...ended(journey), isFinished: false, deskCases: journey.deskCases + 1 }
}

function begin(mover: Mover): Journey {
  return {
    mover,
    said: {
      ...{ oldPlatform: null, newPlatform: null, number: null, hasOldPhone: null, backupModel: null },
      doneSteps: [],
    },
    owners: new Map(mover.registrations.filter(belongsInBaseline).map(({ id }) => [id, 'unknown' as Owner])),
    later: new Map(),
    signIns: [],
    ...{ oldPhoneOff: [], newPhoneAnswers: [], oldPhoneGoneAt: null, isOnNewOnly: false },
    ...{ deskAgreedAt: null, othersCheckedAt: null, isUntrue: false },
    ...{ deskCases: 0, failures: 0, made: 0, visit: 0 },
  }
}

/** What the portal knows: never the truth, only what was said to it and what Microsoft shows, read at the last minute. */
function evidenceOf(journey: Journey): Parameters<Gatekeeper>[0] {
  const { mover, owners, later, signIns, visit } = journey
  return {
    baselineAt: minute(1),
    owners,
    later,
    methods: mover.registrations,
    signIns,
    oldPhoneOff: journey.oldPhoneOff,
    newPhoneAnswers: journey.newPhoneAnswers,
    oldPhoneGoneAt: journey.oldPhoneGoneAt,
    deskAgreedAt: journey.deskAgreedAt,
    othersCheckedAt: journey.othersCheckedAt,
    frozenAt: null,
    numberChanges: mover.numberChanges,
    phoneMethodsEndAt,
    readAt: minute(visit * 10),
    now: minute(visit * 10),
  }
}

/** The old phone is wiped, now that the page says so. */
function finish(journey: Journey, gate: ReturnType<Gatekeeper>): Outcome {
  journey.mover.hasOld = false
  return canSignIn(journey.mover) ? ended(journey) : lockedOut(journey, blame(journey, gate))
}

/** Who did as they were told and is locked out: what the record said at that moment decides whose fault it is. */
function blame(journey: Journey, gate: ReturnType<Gatekeeper>): LockOutCause {
  if (journey.isUntrue) return 'misled'
  const isReserved = gate.levels.some(
    ({ reachedAt, reason }) => reachedAt !== null && reason !== null && reason !== 'nothing_to_remove',
  )
  return isReserved ? 'with_reservation' : 'gate_should_have_known'
}

function lockedOut(journey: Journey, cause: LockOutCause): Outcome {
  return { ...ended(journey), lockOut: cause, deskCases: journey.deskCases + 1, isFinished: false }
}

function ended({ mover, deskCases }: Journey): Outcome {
  const isOldLeft = mover.registrations.some(({ place, goneAt }) => place === 'old' && goneAt === null)
  return { lockOut: null, deskCases, isOldLeft, isFinished: true }
}

function loseOld(journey: Journey): void {
  const { mover, said, visit } = journey
  mover.hasOld = false
  if (said.hasOldPhone === null) return
  said.hasOldPhone = false
  journey.oldPhoneGoneAt = minute(visit * 10)
}

/** At which visit the old phone is lost or breaks; null: it is not. Visit 0 is before they began. */
function accidentVisit(mover: Mover): number | null {
  const { luck, rates } = mover
  const isLost = luck('losesPhone') < rates.losesPhone || luck('breaksPhone') < rates.breaksPhone
  return isLost ? visitOf(mover, 'accidentAt') : null
}

/** One of the first dozen visits; the first stands for all the time before. */
function visitOf({ luck }: Mover, question: string): number {
  return luck(question) < 0.5 ? 1 : 1 + Math.floor(luck(question, 1) * 12)
}
