import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Evidence, Owner, SignIn, TrackedMethod } from '@/lib/domain/evidence'
import { readGate } from '@/lib/domain/gate'

/**
 * One person's registrations as they truly are, beside what the portal learns of them. Commands change the
 * truth; readings and sign-ins tell the portal. After every command the gate's word is held against the truth.
 */
type Place = 'old' | 'new' | 'tablet' | 'pocket'
type Where = 'old' | 'old_by_mistake' | 'new' | 'tablet'
type Registration = { id: string; kind: string; aaguid: string | null; on: Place; lastUsedAt: Date | null }
type Given = { by: Registration; amr: readonly string[]; at: Date; isFresh: boolean }

type Truth = {
  minute: number
  live: Map<string, Registration>
  everOld: Map<string, Registration>
  isBaselineTaken: boolean
  isAssigned: boolean
  isOthersChecked: boolean
  given: Given[]
  /** The worker looks after each sign-in; until it has, nothing is removed or put back at Microsoft. */
  isUnread: boolean
  madeCount: number
  isOldOff: boolean
  /** What was said of the old phone and still stands: the page asks again once something new appears. */
  word: 'old_off' | 'new_answers' | null
  /** Something they said of it was not so, or did not stay so. */
  hasLied: boolean
}

class Portal {
  baselineAt: Date | null = null
  readAt: Date | null = null
  owners = new Map<string, Owner>()
  later = new Map<string, 'kept_device' | 'old_phone'>()
  methods = new Map<string, TrackedMethod>()
  signIns: SignIn[] = []
  oldPhoneOff: Date[] = []
  newPhoneAnswers: Date[] = []
  oldPhoneGoneAt = null
  deskAgreedAt: Date | null = null
  othersCheckedAt: Date | null = null

  gate(now: Date) {
    const { methods, ...rest } = this
    const evidence: Evidence = {
      ...rest,
      methods: [...methods.values()],
      frozenAt: null,
      numberChanges: false,
      phoneMethodsEndAt: new Date('2027-02-01T00:00:00Z'),
      now,
    }
    return readGate(evidence)
  }
}

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 6, minute))
const passkeyOfAuthenticator = '90a3ccdf-635c-4729-a248-9b709135078f'
const securityKey = 'cb69481e-8ff7-4039-93ec-0a2729a154a8'

const registration = (id: string, on: Place, kind: string, aaguid: string | null = null): Registration => ({
  id,
  on,
  kind,
  aaguid,
  lastUsedAt: null,
})

function begin() {
  const first = [
    registration('old-app', 'old', 'microsoftAuthenticator'),
    registration('old-passkey', 'old', 'fido2', passkeyOfAuthenticator),
    registration('tablet', 'tablet', 'microsoftAuthenticator'),
    registration('sim', 'pocket', 'phone'),
    registration('hello', 'pocket', 'windowsHelloForBusiness'),
    registration('key', 'pocket', 'fido2', securityKey),
    registration('pass', 'pocket', 'temporaryAccessPass'),
  ]
  const model: Truth = {
    minute: 0,
    live: new Map(first.map((one) => [one.id, one])),
    everOld: new Map(first.filter(({ on }) => on === 'old').map((one) => [one.id, one])),
    isBaselineTaken: false,
    isAssigned: false,
    isOthersChecked: false,
    given: [],
    isUnread: false,
    madeCount: 0,
    isOldOff: false,
    word: null,
    hasLied: false,
  }
  return { model, real: new Portal() }
}

/** What Microsoft says of a sign-in with each kind of registration; the first is the usual one. */
const claims: Record<string, readonly (readonly string[])[]> = {
  microsoftAuthenticator: [
    ['pwd', 'rsa', 'ngcmfa', 'mfa'],
    ['pwd', 'totp', 'mfa'],
    ['swk', 'rsa', 'mfa'],
  ],
  fido2: [['fido', 'mfa']],
  phone: [
    ['pwd', 'sms', 'mfa'],
    ['pwd', 'tel', 'mfa'],
  ],
  windowsHelloForBusiness: [['hwk', 'mfa', 'ngcmfa']],
  temporaryAccessPass: [['otp', 'mfa']],
}

const isAuthenticator = ({ kind, aaguid }: Registration) =>
  kind === 'microsoftAuthenticator' || aaguid === passkeyOfAuthenticator

let safeCount = 0
let weakerCount = 0
/** How often only the missing word stood between a registration on the old phone and "safe". */
let heldCount = 0
/** How often a lie led to what the gate is there to prevent. */
let liedCount = 0

/** The promise of the product, told from the truth alone. */
function holdToTruth(truth: Truth, portal: Portal) {
  const gate = portal.gate(at(truth.minute))
  const isNewOnOld = truth.live.get(gate.newMethodId ?? '')?.on === 'old'
  if (isNewOnOld && gate.levels.some(({ reason }) => reason === 'old_phone_not_off')) heldCount += 1
  if (!gate.isSafe) return
  safeCount += 1
  if (isNewOnOld && truth.hasLied) liedCount += 1
  expect(truth.isBaselineTaken && truth.isAssigned && truth.isOthersChecked).toBe(true)

  const oldIds = [...truth.everOld.keys()].filter(
    (id) => portal.owners.get(id) === 'old_phone' || portal.later.get(id) === 'old_phone',
  )
  // As Microsoft last showed: what comes back after a look is known at the next, which takes the word back.
  const shown = (id: string) => portal.methods.get(id)?.goneAt === null
  expect(oldIds.filter(shown)).toEqual([])
  if (portal.readAt?.getTime() === at(truth.minute).getTime())
    expect(oldIds.filter((id) => truth.live.has(id))).toEqual([])
  const goneAt = oldIds.map((id) => portal.methods.get(id)?.goneAt?.getTime() ?? 0)
  const since = Math.max(portal.baselineAt?.getTime() ?? 0, ...goneAt)

  const isNew = ({ id }: Registration) => !portal.owners.has(id) && portal.later.get(id) === undefined
  // Microsoft naming that very registration as used is as good as our having asked for the sign-in.
  const isNamed = ({ id }: Registration) => (portal.methods.get(id)?.lastUsedAt?.getTime() ?? 0) > since
  const after = truth.given.filter(
    ({ by, at: when, isFresh }) => (isFresh || isNamed(by)) && when.getTime() > since,
  )
  const byNew = after.filter(({ by }) => isNew(by) && isAuthenticator(by) && shown(by.id))
  const alone = gate.levels.find(({ level }) => level === 'alone')
  if (alone?.known === 'proved') {
    expect(byNew.length).toBeGreaterThan(0)
    // The new phone's registration lives on the old phone only if they said something untrue of it.
    if (truth.hasLied) return
    expect(isNewOnOld).toBe(false)
    return expect(byNew.filter(({ by }) => by.on !== 'old').length).toBeGreaterThan(0)
  }

  // Nothing tells a tablet's approval from the new phone's, so such a proof must call itself weaker.
  weakerCount += 1
  expect(alone?.known).toBe('weaker')
  const byAuthenticator = after.filter(({ by }) => isAuthenticator(by) && (by.on !== 'old' || truth.hasLied))
  expect(byAuthenticator.length).toBeGreaterThan(0)
}

abstract class Step implements fc.Command<Truth, Portal> {
  check(_truth: Readonly<Truth>): boolean {
    return true
  }
  abstract act(truth: Truth, portal: Portal): void
  run(truth: Truth, portal: Portal): void {
    truth.minute += 1
    this.act(truth, portal)
    holdToTruth(truth, portal)
  }
  toString() {
    return `${this.constructor.name} ${JSON.stringify(this)}`
  }
}

class Read extends Step {
  act(truth: Truth, portal: Portal) {
    const now = at(truth.minute)
    // The page asks again once something is new that nobody has said to be on anything they keep.
    const isNew = ({ id }: Registration) => !portal.methods.has(id) && portal.later.get(id) !== 'kept_device'
    if ([...truth.live.values()].some(isNew)) truth.word = null
    for (const { id, kind, aaguid, lastUsedAt } of truth.live.values()) {
      const known = portal.methods.get(id)
      portal.methods.set(id, {
        id,
        kind,
        aaguid,
        displayName: id,
        deviceTag: null,
        appVersion: null,
        isDefault: false,
        firstSeenAt: known?.firstSeenAt ?? now,
        goneAt: null,
        lastUsedAt: this.isUseShown ? lastUsedAt : (known?.lastUsedAt ?? null),
      })
    }
    for (const [id, known] of portal.methods) {
      if (!truth.live.has(id) && !known.goneAt) portal.methods.set(id, { ...known, goneAt: now })
    }
    portal.readAt = now
    truth.isUnread = false
    if (truth.isBaselineTaken) return
    truth.isBaselineTaken = true
    portal.baselineAt = now
    for (const { id, kind } of truth.live.values())
      if (kind !== 'temporaryAccessPass') portal.owners.set(id, 'unknown')
  }
  readonly isUseShown: boolean

  constructor(isUseShown: boolean) {
    super()
    this.isUseShown = isUseShown
  }
}

class Assign extends Step {
  override check(truth: Readonly<Truth>) {
    return truth.isBaselineTaken && !truth.isAssigned
  }
  act(truth: Truth, portal: Portal) {
    truth.isAssigned = true
    for (const id of portal.owners.keys())
      portal.owners.set(id, truth.everOld.has(id) ? 'old_phone' : 'kept_device')
  }
}

/**
 * A registration on some device, and, where it is not the new phone, the person's answer to "is this the new phone?";
 * by mistake on the old phone again, they do not notice.
 */
class Register extends Step {
  override check({ isBaselineTaken, isUnread, isOldOff }: Readonly<Truth>) {
    return isBaselineTaken && !isUnread && !(isOldOff && this.isOnOld)
  }
  get isOnOld() {
    return this.on === 'old' || this.on === 'old_by_mistake'
  }
  act(truth: Truth, portal: Portal) {
    truth.madeCount += 1
    const id = `made-${truth.madeCount}`
    const aaguid = this.kind === 'fido2' ? passkeyOfAuthenticator : null
    const made = registration(id, this.on === 'old_by_mistake' ? 'old' : this.on, this.kind, aaguid)
    truth.live.set(id, made)
    if (this.isOnOld) truth.everOld.set(id, made)
    if (this.on === 'old') portal.later.set(id, 'old_phone')
    if (this.on === 'tablet') portal.later.set(id, 'kept_device')
  }
  readonly on: Where
  readonly kind: 'microsoftAuthenticator' | 'fido2'

  constructor(on: Where, kind: 'microsoftAuthenticator' | 'fido2') {
    super()
    this.on = on
    this.kind = kind
  }
}

/** Something goes at Microsoft: the old phone's by plan, anything by mishap. */
class Remove extends Step {
  override check({ isUnread }: Readonly<Truth>) {
    return !isUnread
  }
  act(truth: Truth) {
    const ids = [...truth.live.values()].filter(({ on }) => on === this.on).map(({ id }) => id)
    const id = ids[this.index % ids.length]
    if (id) truth.live.delete(id)
  }
  readonly on: Place
  readonly index: number

  constructor(on: Place, index: number) {
    super()
    this.on = on
    this.index = index
  }
}

/** What was removed is there again under its own id; where the baseline does not have it, the person says whose it is. */
class Reappear extends Step {
  override check({ isUnread }: Readonly<Truth>) {
    return !isUnread
  }
  act(truth: Truth, portal: Portal) {
    const gone = [...truth.everOld.values()].filter(({ id }) => !truth.live.has(id))
    const back = gone[this.index % gone.length]
    if (!back) return
    truth.live.set(back.id, back)
    if (!portal.owners.has(back.id)) portal.later.set(back.id, 'old_phone')
  }
  readonly index: number

  constructor(index: number) {
    super()
    this.index = index
  }
}

class SignInWith extends Step {
  override check({ live, isOldOff }: Readonly<Truth>) {
    return !(isOldOff && this.on === 'old') && [...live.values()].some(({ on }) => on === this.on)
  }
  act(truth: Truth, portal: Portal) {
    const possible = [...truth.live.values()].filter(({ on }) => on === this.on)
    const by = possible[this.index % possible.length]
    const amrs = by && claims[by.kind]
    const amr = amrs?.[this.index % amrs.length]
    if (!by || !amr) return
    const when = at(truth.minute)
    truth.live.set(by.id, { ...by, lastUsedAt: when })
    truth.given.push({ by, amr, at: when, isFresh: this.isFresh })
    truth.isUnread = true
    if (this.on === 'old' && truth.word) truth.hasLied = true
    portal.signIns.push({ at: when, amr, isFresh: this.isFresh })
  }
  readonly on: Place
  readonly index: number
  readonly isFresh: boolean

  constructor(on: Place, index: number, isFresh: boolean) {
    super()
    this.on = on
    this.index = index
    this.isFresh = isFresh
  }
}

class SayOldPhoneIsOff extends Step {
  act(truth: Truth, portal: Portal) {
    if (this.isTrue) truth.isOldOff = true
    else truth.hasLied ||= !truth.isOldOff
    truth.word = 'old_off'
    portal.oldPhoneOff.push(at(truth.minute))
  }
  readonly isTrue: boolean

  constructor(isTrue: boolean) {
    super()
    this.isTrue = isTrue
  }
}

/** True as long as nothing is answered on the old phone while the word stands. */
class SayNewPhoneAnswers extends Step {
  act(truth: Truth, portal: Portal) {
    truth.word = 'new_answers'
    portal.newPhoneAnswers.push(at(truth.minute))
  }
}

class SwitchOldPhoneOn extends Step {
  act(truth: Truth) {
    truth.hasLied ||= truth.isOldOff && truth.word === 'old_off'
    truth.isOldOff = false
  }
}

class AgreeDesk extends Step {
  act(truth: Truth, portal: Portal) {
    portal.deskAgreedAt = at(truth.minute)
  }
}

class CheckOthers extends Step {
  act(truth: Truth, portal: Portal) {
    truth.isOthersChecked = true
    portal.othersCheckedAt = at(truth.minute)
  }
}

const index = fc.nat({ max: 6 })
const place = fc.constantFrom<Place>('old', 'new', 'tablet', 'pocket')
const anything = [
  fc.boolean().map((isUseShown) => new Read(isUseShown)),
  fc.constant(new Assign()),
  fc
    .tuple(
      fc.constantFrom<Where>('old', 'old_by_mistake', 'new', 'new', 'tablet'),
      fc.constantFrom('microsoftAuthenticator' as const, 'fido2' as const),
    )
    .map(([on, kind]) => new Register(on, kind)),
  fc.tuple(place, index).map(([on, which]) => new Remove(on, which)),
  fc.constant(new Remove('old', 0)),
  index.map((which) => new Reappear(which)),
  fc
    .tuple(
      place,
      index,
      fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    )
    .map(([on, which, isFresh]) => new SignInWith(on, which, isFresh)),
  fc.integer({ min: 0, max: 9 }).map((n) => new SayOldPhoneIsOff(n > 0)),
  fc.constant(new SayNewPhoneAnswers()),
  fc.constant(new SwitchOldPhoneOn()),
  fc.constant(new AgreeDesk()),
  fc.constant(new CheckOthers()),
]

/** The way as it is meant to be, into which anything else falls in between: so that many sequences come to an end. */
const meant = [
  new Read(true),
  new Assign(),
  new Register('new', 'microsoftAuthenticator'),
  new Read(true),
  new SayOldPhoneIsOff(true),
  new SignInWith('new', 0, true),
  new Read(false),
  new Remove('old', 0),
  new Remove('old', 0),
  new Read(false),
  new SignInWith('new', 0, true),
  new CheckOthers(),
  new Read(false),
]

/** A way into which anything else falls in between, and of which some is left out. */
const disturbing = (way: readonly Step[]) =>
  fc
    .tuple(
      ...way.map((step) =>
        fc.tuple(
          fc.oneof({ weight: 9, arbitrary: fc.constant([step]) }, { weight: 1, arbitrary: fc.constant([]) }),
          fc.array(fc.oneof(...anything), { maxLength: 2 }),
        ),
      ),
    )
    .map((parts) => parts.flatMap(([own, others]) => [...own, ...others]))

const runs = { numRuns: 10_000 }
/** Ten thousand sequences take two seconds; a busy machine may take much longer. */
const atMost = 60_000

function play(steps: Iterable<fc.Command<Truth, Portal>>) {
  fc.modelRun(begin, steps)
}

test(
  'no sequence of events reaches safe without a fresh sign-in by the new registration after the old phone is gone',
  () => {
    fc.assert(
      fc.property(fc.commands(anything, { maxCommands: 40 }), (steps) => play(steps)),
      runs,
    )
  },
  atMost,
)

test(
  'nor does the meant way, whatever falls in between or is left out',
  () => {
    safeCount = 0
    weakerCount = 0
    fc.assert(
      fc.property(disturbing(meant), (steps) => play(steps)),
      runs,
    )
    // A test that never comes to safe would prove nothing.
    expect(safeCount - weakerCount).toBeGreaterThan(500)
    expect(weakerCount).toBeGreaterThan(500)
  },
  atMost,
)

/** The new phone is registered on the old one by mistake, and nobody notices. */
const mistaken = [
  new Read(true),
  new Assign(),
  new Register('old_by_mistake', 'microsoftAuthenticator'),
  new Read(true),
  new SignInWith('old', 2, true),
  new Read(false),
  new Remove('old', 0),
  new Remove('old', 0),
  new Read(false),
  new SignInWith('old', 0, true),
  new CheckOthers(),
  new Read(false),
]

test(
  'who registers the old phone once more by mistake comes to safe only by saying something untrue of it',
  () => {
    heldCount = 0
    liedCount = 0
    fc.assert(
      fc.property(disturbing(mistaken), (steps) => play(steps)),
      runs,
    )
    expect(heldCount).toBeGreaterThan(500)
    expect(liedCount).toBeGreaterThan(5)
  },
  atMost,
)
