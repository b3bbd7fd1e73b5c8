import { z } from 'zod'

/** An answer of Graph's without what it is about. */
const said = z.object({ status: z.number(), code: z.string().nullable(), message: z.string().nullable() })
export type Said = z.infer<typeof said>

/** Ways to prove who one is, by the names a settings file has for them; the tester goes through them in this order. */
export const proofKinds = [
  'singleSignOn',
  'push',
  'code',
  'text',
  'call',
  'phoneSignIn',
  'passkey',
  'windowsHello',
  'hardwareCode',
  'pass',
] as const
export type ProofKind = (typeof proofKinds)[number]

/** One sign-in by one kind of proof. */
const proof = z.object({
  amr: z.array(z.string()),
  at: z.string(),
  /** The token's own id, to find the sign-in in Microsoft's log. */
  uti: z.string().nullable(),
  /** Whether some method's lastUsedDateTime moved; null when nobody could say. */
  lastUsedMoved: z.boolean().nullable(),
})

/** How old `auth_time` was in a token, and how long the sign-in that gave the token took. */
const age = { ageSeconds: z.number().nullable(), tookSeconds: z.number() }

/** What each point of the probe writes down. */
export const observations = {
  users_top: z.object({
    largest: z.number().nullable(),
    above: z.enum(['refused', 'clamped', 'ignored']).nullable(),
  }),
  methods_options: z.object({ answered: z.enum(['refused', 'ignored', 'heeded']), said }),
  casts_header: z.object({ isNeeded: z.boolean(), said }),
  user_gone: said,
  delta_token: z.object({
    link: z.string(),
    looks: z.array(z.object({ at: z.string(), status: z.number(), code: z.string().nullable() })),
  }),
  methods_limit: z.object({
    calls: z.number(),
    limit: z.object({ calls: z.number(), seconds: z.number(), hasRetryAfter: z.boolean() }).nullable(),
    retryAfter: z.string().nullable(),
  }),
  token_scopes: z.object({ asked: z.array(z.string()), carried: z.array(z.string()) }),
  prompt_login: z.object({
    wanted: z.enum(['method', 'password']),
    amr: z.array(z.string()),
    ...age,
  }),
  context_step_up: z.object({ acrs: z.array(z.string()), amr: z.array(z.string()), ...age }),
  max_age: z.object({ askedSeconds: z.number(), expiresInSeconds: z.number() }),
  amr_singleSignOn: proof,
  amr_push: proof,
  amr_code: proof,
  amr_text: proof,
  amr_call: proof,
  amr_phoneSignIn: proof,
  amr_passkey: proof,
  amr_windowsHello: proof,
  amr_hardwareCode: proof,
  amr_pass: proof,
  sign_in_log: z.object({ namesPhone: z.boolean(), namesDeviceId: z.boolean() }),
  preferences_permission: z.object({ said, listStatus: z.number() }),
  role_none: said,
  role_matrix: said,
  second_pass: z.object({ outcome: z.enum(['replaces', 'refused', 'both']), said }),
  pass_disabled: said,
  pass_once: z.object({ outcome: z.enum(['oneTime', 'refused', 'reusable']), said }),
  audit_request_id: z.object({ isKept: z.boolean() }),
  default_two: z.object({
    rule: z.enum(['kind', 'registration', 'everyOfKind']),
    refusal: said.nullable(),
    /** A registration that was deleted on the way, to be deleted again. */
    deletedId: z.string().nullable(),
  }),
  method_gone: said,
  own_default: z.object({
    outcome: z.enum(['refused', 'moves']),
    said,
    preferenceAfter: z.string().nullable(),
  }),
  stale_sign_in: z.object({ fresh: said, stale: said, ageMinutes: z.number() }),
  sixth_authenticator: z.object({
    before: z.number(),
    after: z.number(),
    words: z.string().nullable(),
  }),
  revoke: said,
  icloud_codes: z.object({ shows: z.enum(['whenOpened', 'live']) }),
  legacy_backup: z.object({ becomes: z.enum(['gone', 'kept']) }),
} as const

export type ProbeCode = keyof typeof observations
export type Observations = { [Code in ProbeCode]: z.infer<(typeof observations)[Code]> }

/** What one point of the probe saw. JSON-safe; holds no token, pass, code or name. */
export type ProbeResult = {
  [Code in ProbeCode]: {
    code: Code
    observed: Observations[Code]
    /** ISO instant. */
    at: string
    /** The call that showed it, for Microsoft's support; null where it was no call. */
    graphRequestId: string | null
  }
}[ProbeCode]

/** What was seen at a point, or null. */
export function seenAt<Code extends ProbeCode>(
  results: readonly ProbeResult[],
  code: Code,
): Observations[Code] | null {
  const found = results.find((result) => result.code === code)
  return found ? (found.observed as Observations[Code]) : null // one result per code, of that code's type
}

/** A tenant with more people is no test tenant. */
export const peopleMax = 150

export type ProbeGround = {
  people: number | null
  /** For each of the two users, what makes the account privileged: roles, eligible roles, role-assignable groups. */
  privileges: readonly { user: string; why: readonly string[] }[]
}

/** Why the probe does not begin here unless the tester really means it. Empty: nothing speaks against it. */
export function probeRefusals({ people, privileges }: ProbeGround): string[] {
  return [
    ...(people === null ? ['How many people this tenant has could not be read.'] : []),
    ...(people !== null && people > peopleMax
      ? [`This tenant has ${people} people; a test tenant has at most ${peopleMax}.`]
      : []),
    ...privileges
      .filter(({ why }) => why.length > 0)
      .map(({ user, why }) => `${user} is no throw-away account: ${why.join(', ')}.`),
  ]
}
