import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Evidence, Owner, SignIn, TrackedMethod } from '@/lib/domain/evidence'
import { type Level, readGate } from '@/lib/domain/gate'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute))

const method = (id: string, wanted: Partial<TrackedMethod> = {}): TrackedMethod => ({
  id,
  kind: 'microsoftAuthenticator',
  displayName: id,
  deviceTag: null,
  appVersion: '6.8.40',
  aaguid: null,
  isDefault: false,
  firstSeenAt: at(0),
  goneAt: null,
  lastUsedAt: null,
  ...wanted,
})

const push: SignIn['amr'] = ['pwd', 'rsa', 'ngcmfa', 'mfa']
const signIn = (minute: number, amr = push, isFresh = true): SignIn => ({ at: at(minute), amr, isFresh })

/** A whole move from one phone to another, as it goes when nothing goes wrong. */
const straight: Evidence = {
  baselineAt: at(0),
  owners: new Map<string, Owner>([['old', 'old_phone']]),
  methods: [method('old', { goneAt: at(20) }), method('new', { firstSeenAt: at(10) })],
  signIns: [signIn(15), signIn(25)],
  oldPhoneOff: [at(14)],
  newPhoneAnswers: [],
  oldPhoneGoneAt: null,
  deskAgreedAt: at(5),
  othersCheckedAt: at(30),
  frozenAt: null,
  numberChanges: false,
  phoneMethodsEndAt: new Date('2027-02-01T00:00:00Z'),
  now: at(40),
}

const level = (evidence: Evidence, name: Level) => readGate(evidence).levels.find((one) => one.level === name)
const isSafe = (evidence: Evidence) => readGate(evidence).isSafe

test('a move in which nothing goes wrong ends safe, every level known at its strongest', () => {
  const gate = readGate(straight)
  expect(gate.isSafe).toBe(true)
  expect(gate.levels.map(({ level, known, reason }) => [level, known, reason])).toEqual([
    ['baseline', 'attested', null],
    ['prepared', 'attested', null],
    ['registered', 'seen', null],
    ['proved', 'proved', null],
    ['removed', 'seen', null],
    ['alone', 'proved', null],
    ['others', 'attested', null],
  ])
})

describe('it is not safe to wipe', () => {
  test.each<[string, Partial<Evidence>]>([
    ['before Microsoft has been read', { baselineAt: null }],
    ['while somebody does not know whose an entry is', { owners: new Map([['old', 'unknown']]) }],
    ['without a new registration', { methods: [method('old', { goneAt: at(20) })] }],
    [
      'when the new registration has vanished again',
      {
        methods: [method('old', { goneAt: at(20) }), method('new', { firstSeenAt: at(10), goneAt: at(26) })],
      },
    ],
    [
      'while the old phone is registered',
      { methods: [method('old'), method('new', { firstSeenAt: at(10) })] },
    ],
    ['without a sign-in after the removal', { signIns: [signIn(15)] }],
    ['when the sign-in after the removal was not a fresh one', { signIns: [signIn(25, push, false)] }],
    ['before the other accounts were looked through', { othersCheckedAt: null }],
    ['while somebody says that it was not them', { frozenAt: at(35) }],
    [
      'when the new entry is only a phone number',
      { methods: [method('old', { goneAt: at(20) }), method('new', { firstSeenAt: at(10), kind: 'phone' })] },
    ],
    [
      'when the new entry is a passkey of another make',
      {
        methods: [
          method('old', { goneAt: at(20) }),
          method('new', {
            firstSeenAt: at(10),
            kind: 'fido2',
            aaguid: 'cb69481e-8ff7-4039-93ec-0a2729a154a8',
          }),
        ],
        signIns: [signIn(25, ['fido', 'mfa'])],
      },
    ],
  ])('%s', (_when, change) => expect(isSafe({ ...straight, ...change })).toBe(false))
})

describe('a sign-in proves nothing', () => {
  // Values of amr: https://learn.microsoft.com/entra/identity-platform/optional-claims-reference
  test.each<[string, string[], string]>([
    ['by text message', ['pwd', 'sms', 'mfa'], 'wrong_factor_text_message'],
    ['by phone call', ['pwd', 'tel', 'mfa'], 'wrong_factor_phone_call'],
    ['by Temporary Access Pass', ['otp', 'mfa'], 'wrong_factor_pass'],
    ['by Windows Hello', ['hwk', 'mfa', 'ngcmfa'], 'wrong_factor_windows_hello'],
    ['by another security key', ['fido', 'mfa'], 'wrong_factor_passkey'],
    ['by a remembered sign-in', ['pwd', 'mfa'], 'no_fresh_sign_in'],
  ])('%s', (_how, amr, reason) => {
    const evidence = { ...straight, signIns: [signIn(15, amr), signIn(25, amr)] }
    expect(level(evidence, 'proved')).toMatchObject({ reachedAt: null, reason })
    expect(level(evidence, 'alone')).toMatchObject({ reachedAt: null, reason })
  })

  test('given before the new phone was seen', () => {
    expect(level({ ...straight, signIns: [signIn(9)] }, 'proved')?.reachedAt).toBeNull()
  })
})

describe('a proof is weaker', () => {
  test('while the old phone may be on', () => {
    expect(level({ ...straight, oldPhoneOff: [] }, 'proved')).toMatchObject({
      known: 'weaker',
      reason: 'old_phone_may_be_on',
    })
  })

  test('when the old phone is said to be off only after the sign-in', () => {
    const evidence = { ...straight, oldPhoneOff: [at(16)] }
    expect(level({ ...evidence, signIns: [signIn(15)] }, 'proved')).toMatchObject({
      known: 'weaker',
      reason: 'old_phone_may_be_on',
    })
    expect(level({ ...evidence, signIns: [signIn(15), signIn(17)] }, 'proved')).toMatchObject({
      known: 'proved',
      reachedAt: at(17),
    })
  })

  test('and not before Microsoft was asked whether it was the old phone', () => {
    const evidence = { ...straight, oldPhoneOff: [] }
    for (const readAt of [null, at(14)])
      expect(level({ ...evidence, readAt }, 'proved')).toMatchObject({
        reachedAt: null,
        reason: 'old_phone_asked_about',
      })
    expect(level({ ...evidence, readAt: at(16) }, 'proved')).toMatchObject({ known: 'weaker' })
  })

  test('when a kept tablet could have approved', () => {
    const evidence = {
      ...straight,
      owners: new Map<string, Owner>([
        ['old', 'old_phone'],
        ['tablet', 'kept_device'],
      ]),
      methods: [...straight.methods, method('tablet')],
    }
    expect(level(evidence, 'alone')).toMatchObject({
      reachedAt: at(25),
      known: 'weaker',
      reason: 'another_device_could_have',
    })
    expect(isSafe(evidence)).toBe(true)
  })

  test('but not when Microsoft names that very registration as used since', () => {
    const evidence = {
      ...straight,
      methods: [
        method('old', { goneAt: at(20) }),
        method('new', { firstSeenAt: at(10), lastUsedAt: at(26) }),
        method('tablet'),
      ],
    }
    expect(level(evidence, 'alone')).toMatchObject({ known: 'proved', reason: null })
  })

  test('when the new phone was registered before the portal was opened', () => {
    const evidence = {
      ...straight,
      owners: new Map<string, Owner>([
        ['old', 'old_phone'],
        ['early', 'new_phone'],
      ]),
      methods: [method('old', { goneAt: at(20) }), method('early')],
    }
    expect(level(evidence, 'registered')).toMatchObject({ known: 'declared', reason: 'named_by_person' })
    expect(isSafe(evidence)).toBe(true)
  })
})

describe('what Microsoft and the person say more', () => {
  test('a context that no policy guards makes the proof weaker, and blocks nothing', () => {
    const evidence = { ...straight, isContextUnbound: true }
    expect(level(evidence, 'proved')).toMatchObject({ known: 'weaker', reason: 'context_unguarded' })
    expect(isSafe(evidence)).toBe(true)
    expect(level({ ...straight, isContextUnbound: false }, 'proved')).toMatchObject({ known: 'proved' })
  })

  test('what was registered on the wrong phone stands for nothing', () => {
    const wrong = { ...straight, later: new Map([['new', 'kept_device' as const]]) }
    expect(level(wrong, 'registered')).toMatchObject({ reachedAt: null, reason: 'new_phone_not_seen' })
    const named = { ...straight, later: new Map([['new', 'new_phone' as const]]) }
    expect(level(named, 'registered')).toMatchObject({ known: 'seen' })
  })

  test('what was registered on the old phone by mistake must be gone as well', () => {
    const again = method('again', { firstSeenAt: at(12) })
    const evidence = {
      ...straight,
      methods: [...straight.methods, again],
      later: new Map([['again', 'old_phone' as const]]),
    }
    expect(readGate(evidence).remainingIds).toEqual(['again'])
    expect(isSafe(evidence)).toBe(false)
  })

  test('a sign-in that Microsoft says the tablet answered is not the new phone’s', () => {
    const tablet = method('tablet', { lastUsedAt: at(26) })
    const evidence = { ...straight, methods: [...straight.methods, tablet] }
    expect(level(evidence, 'alone')).toMatchObject({ reachedAt: null, reason: 'wrong_factor_another_device' })
    expect(readGate(evidence).wrongMethodId).toBe('tablet')
    // Microsoft gives the sign-in's second, and the use to the millisecond.
    const within = method('tablet', { lastUsedAt: new Date(at(25).getTime() - 900) })
    expect(level({ ...straight, methods: [...straight.methods, within] }, 'alone')?.reachedAt).toBeNull()
    const before = method('tablet', { lastUsedAt: new Date(at(25).getTime() - 1000) })
    expect(level({ ...straight, methods: [...straight.methods, before] }, 'alone')?.known).toBe('weaker')
  })

  test('another passkey never counts: with a kept key about, Microsoft must name the new one', () => {
    const passkey = { kind: 'fido2', aaguid: '90a3ccdf-635c-4729-a248-9b709135078f', firstSeenAt: at(10) }
    const key = method('key', { kind: 'fido2', aaguid: 'cb69481e-8ff7-4039-93ec-0a2729a154a8' })
    const withKey = (lastUsedAt: Date | null): Evidence => ({
      ...straight,
      methods: [method('old', { goneAt: at(20) }), method('new', { ...passkey, lastUsedAt }), key],
      signIns: [signIn(25, ['fido', 'mfa'])],
    })
    expect(level(withKey(null), 'alone')).toMatchObject({
      reachedAt: null,
      reason: 'wrong_factor_perhaps_key',
    })
    expect(level(withKey(at(26)), 'alone')).toMatchObject({ known: 'proved' })
  })

  test('safe is said only after a look at Microsoft that is later than the last sign-in', () => {
    expect(isSafe({ ...straight, readAt: at(24) })).toBe(false)
    expect(isSafe({ ...straight, readAt: null })).toBe(false)
    expect(isSafe({ ...straight, readAt: at(31) })).toBe(true)
  })
})

describe('the only new registration may be one made on the old phone by mistake', () => {
  const onIphone = (id: string, wanted: Partial<TrackedMethod> = {}) =>
    method(id, { displayName: `iPhone ${id}`, ...wanted })

  test('so a sign-in after the removal does not count until the old phone was said to be off', () => {
    const unsaid = { ...straight, oldPhoneOff: [] }
    expect(level(unsaid, 'alone')).toMatchObject({ reachedAt: null, reason: 'old_phone_not_off' })
    expect(isSafe(unsaid)).toBe(false)
    // The word comes before the sign-in: one that is given afterwards says nothing of it.
    expect(isSafe({ ...straight, oldPhoneOff: [at(26)] })).toBe(false)
    const again = { ...straight, oldPhoneOff: [at(26)], signIns: [signIn(15), signIn(25), signIn(27)] }
    expect(level(again, 'alone')).toMatchObject({ reachedAt: at(27), known: 'proved' })
    // Nor does it make the earlier proof a stronger one.
    expect(level(again, 'proved')).toMatchObject({ known: 'proved', reachedAt: at(27) })
    expect(level({ ...again, signIns: [signIn(15)] }, 'proved')).toMatchObject({ known: 'weaker' })
  })

  test('even where Microsoft names it as used: it does not say on which phone', () => {
    const named = [
      method('old', { goneAt: at(20) }),
      method('new', { firstSeenAt: at(10), lastUsedAt: at(26) }),
    ]
    const evidence = { ...straight, methods: named, signIns: [], oldPhoneOff: [] }
    expect(level(evidence, 'alone')).toMatchObject({ reachedAt: null, reason: 'old_phone_not_off' })
    expect(level({ ...evidence, oldPhoneOff: [at(22)] }, 'alone')).toMatchObject({ known: 'proved' })
  })

  test('unless Microsoft shows it on another platform than the old phone; another model’s name does not tell', () => {
    const unsaid = (name: string, wanted: Partial<TrackedMethod> = {}): Evidence => ({
      ...straight,
      oldPhoneOff: [],
      methods: [
        onIphone('12', { goneAt: at(20) }),
        method('new', { firstSeenAt: at(10), displayName: name, ...wanted }),
      ],
      owners: new Map<string, Owner>([['12', 'old_phone']]),
    })
    expect(level(unsaid('Galaxy S25'), 'alone')).toMatchObject({ known: 'proved' })
    const early = { ...unsaid('Galaxy S25'), signIns: [signIn(15)] }
    expect(level(early, 'proved')).toMatchObject({ reason: 'old_phone_may_be_on' })
    expect(isSafe(unsaid('iPhone 16'))).toBe(false)
    expect(isSafe(unsaid('My phone'))).toBe(false)
    const two = unsaid('Galaxy S25')
    const mistaken = onIphone('12', { id: 'mistaken', firstSeenAt: at(11) })
    expect(isSafe({ ...two, methods: [...two.methods, mistaken] })).toBe(false)
  })

  test('and the word holds only until something more appears that may be on the old phone', () => {
    const more = [...straight.methods, method('more', { firstSeenAt: at(22) })]
    expect(isSafe({ ...straight, methods: more })).toBe(false)
    const kept = new Map([['more', 'kept_device' as const]])
    expect(isSafe({ ...straight, methods: more, later: kept })).toBe(true)
    const hello = method('hello', { kind: 'windowsHelloForBusiness', firstSeenAt: at(22) })
    expect(isSafe({ ...straight, methods: [...straight.methods, hello] })).toBe(true)
  })

  test('who cannot switch it off may answer for it that the new phone was used, and the proof is weaker', () => {
    const evidence = { ...straight, oldPhoneOff: [], newPhoneAnswers: [at(22)] }
    expect(level(evidence, 'alone')).toMatchObject({ known: 'weaker', reason: 'old_phone_may_be_on' })
    expect(isSafe(evidence)).toBe(true)
    expect(isSafe({ ...evidence, newPhoneAnswers: [at(26)] })).toBe(false)
  })

  test('an old phone that was lost or broken before that sign-in needs no word', () => {
    expect(level({ ...straight, oldPhoneOff: [], oldPhoneGoneAt: at(3) }, 'alone')).toMatchObject({
      known: 'proved',
    })
    expect(isSafe({ ...straight, oldPhoneOff: [], oldPhoneGoneAt: at(26) })).toBe(false)
  })

  test('what the next sign-in needs to hear is said with the gate', () => {
    expect(readGate(straight).oldPhone).toBe('away')
    expect(readGate({ ...straight, oldPhoneOff: [] }).oldPhone).toBe('asked')
    expect(readGate({ ...straight, oldPhoneOff: [], newPhoneAnswers: [at(9)] }).oldPhone).toBe('asked')
    expect(readGate({ ...straight, oldPhoneOff: [], newPhoneAnswers: [at(12)] }).oldPhone).toBe('new_by_word')
  })
})

describe('a second way in', () => {
  const withWay = (way: TrackedMethod, change: Partial<Evidence> = {}): Evidence => ({
    ...straight,
    deskAgreedAt: null,
    owners: new Map<string, Owner>([
      ['old', 'old_phone'],
      [way.id, 'kept_device'],
    ]),
    methods: [...straight.methods, way],
    ...change,
  })

  test('counts once it has been used', () => {
    const key = method('key', { kind: 'windowsHelloForBusiness' })
    expect(level(withWay(key, { signIns: [] }), 'prepared')?.reason).toBe('second_way_untested')
    const used = withWay(key, { signIns: [signIn(6, ['hwk', 'mfa', 'ngcmfa'])] })
    expect(level(used, 'prepared')).toMatchObject({ reachedAt: at(6), known: 'proved' })
  })

  test('is not tested by an approval that the old phone could have given, unless Microsoft names it', () => {
    const tablet = method('tablet')
    const early = { signIns: [signIn(6)], methods: [method('old', { goneAt: at(20) }), tablet] }
    expect(level(withWay(tablet, early), 'prepared')?.reason).toBe('second_way_unsure')
    const named = method('tablet', { lastUsedAt: at(7) })
    expect(level(withWay(tablet, { methods: [method('old'), named] }), 'prepared')).toMatchObject({
      reachedAt: at(7),
    })
  })

  test('is not a number that goes, nor text messages after Microsoft ended them', () => {
    const sim = method('sim', { kind: 'phone' })
    expect(level(withWay(sim, { signIns: [] }), 'prepared')?.reason).toBe('second_way_untested')
    expect(level(withWay(sim, { numberChanges: true }), 'prepared')?.reason).toBe('second_way_missing')
    expect(level(withWay(sim, { now: new Date('2027-02-01T00:00:00Z') }), 'prepared')?.reason).toBe(
      'second_way_missing',
    )
  })

  test('may be set up during the move: by its kind, or by the word that it is kept', () => {
    const later = { owners: new Map<string, Owner>([['old', 'old_phone']]), signIns: [] }
    const hello = method('hello', { kind: 'windowsHelloForBusiness', firstSeenAt: at(4) })
    expect(level(withWay(hello, later), 'prepared')?.reason).toBe('second_way_untested')
    const key = method('key', { kind: 'fido2', firstSeenAt: at(4) })
    expect(level(withWay(key, later), 'prepared')?.reason).toBe('second_way_missing')
    const kept = { ...later, later: new Map([['key', 'kept_device' as const]]) }
    expect(level(withWay(key, kept), 'prepared')?.reason).toBe('second_way_untested')
    const used = { ...kept, signIns: [signIn(6, ['fido', 'mfa'])] }
    expect(level(withWay(key, used), 'prepared')).toMatchObject({ reachedAt: at(6), known: 'proved' })
  })

  test('is not a password, an e-mail address or a pass', () => {
    for (const kind of ['password', 'email', 'temporaryAccessPass']) {
      expect(level(withWay(method('x', { kind })), 'prepared')?.reason).toBe('second_way_missing')
    }
  })
})

const kinds = [
  'microsoftAuthenticator',
  'fido2',
  'phone',
  'softwareOath',
  'windowsHelloForBusiness',
  'temporaryAccessPass',
]
const minutes = fc.integer({ min: 0, max: 59 })
const someMethod = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  kind: fc.constantFrom(...kinds),
  aaguid: fc.constantFrom(
    null,
    '90a3ccdf-635c-4729-a248-9b709135078f',
    'cb69481e-8ff7-4039-93ec-0a2729a154a8',
  ),
  firstSeenAt: fc.integer({ min: 0, max: 20 }).map(at),
  goneAt: fc.option(minutes.map(at)),
})
const someSignIn = fc.record({
  at: minutes.map(at),
  isFresh: fc.boolean(),
  amr: fc.constantFrom(
    push,
    ['pwd', 'totp', 'mfa'],
    ['fido', 'mfa'],
    ['pwd', 'sms', 'mfa'],
    ['otp', 'mfa'],
    ['hwk', 'mfa', 'ngcmfa'],
    ['swk', 'rsa', 'mfa'],
    ['pwd', 'mfa'],
  ),
})
const someEvidence = fc.record({
  methods: fc.uniqueArray(someMethod, { selector: ({ id }) => id }),
  owners: fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    fc.constantFrom<Owner>('old_phone', 'kept_device', 'new_phone', 'unknown'),
  ),
  signIns: fc.array(someSignIn, { maxLength: 6 }),
  baselineAt: fc.option(fc.integer({ min: 0, max: 30 }).map(at)),
  othersCheckedAt: fc.option(minutes.map(at)),
  frozenAt: fc.option(minutes.map(at), { freq: 1 }),
  oldPhoneOff: fc.array(fc.integer({ min: 10, max: 45 }).map(at), { minLength: 1, maxLength: 3 }),
})

test('whatever the evidence, safe means: all of the old phone gone, and a fitting fresh sign-in after that', () => {
  let safeCount = 0
  fc.assert(
    fc.property(someEvidence, ({ methods, owners, signIns, ...said }) => {
      const { othersCheckedAt, frozenAt, oldPhoneOff } = said
      const evidence: Evidence = {
        ...straight,
        ...said,
        owners: new Map(Object.entries(owners)),
        methods: methods.map((one) => method(one.id, one)),
        signIns: signIns.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
      }
      if (!readGate(evidence).isSafe) return
      safeCount += 1
      const old = evidence.methods.filter(({ id }) => owners[id] === 'old_phone')
      expect(old.every(({ goneAt }) => goneAt !== null)).toBe(true)
      const since = Math.max(0, ...old.map(({ goneAt }) => goneAt!.getTime()))
      const fitting = evidence.signIns.filter(
        ({ at, amr, isFresh }) =>
          isFresh &&
          at.getTime() > since &&
          !amr.some((value) => ['sms', 'tel', 'otp', 'hwk'].includes(value)) &&
          amr.some((value) => ['ngcmfa', 'totp', 'swk', 'fido'].includes(value)),
      )
      expect(fitting.length).toBeGreaterThan(0)
      expect(fitting.some((one) => oldPhoneOff.some((saidAt) => saidAt < one.at))).toBe(true)
      expect(othersCheckedAt).not.toBeNull()
      expect(frozenAt).toBeNull()
      expect(Object.values(owners)).not.toContain('unknown')
    }),
    { numRuns: 20_000 },
  )
  expect(safeCount).toBeGreaterThan(20)
}, 60_000)
