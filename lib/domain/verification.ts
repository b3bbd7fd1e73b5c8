import { AppError } from '@/lib/errors'

/**
 * What counts as evidence that a caller is who they say. There is no kind for a question whose answer
 * somebody could know, such as a birth date, an employee number or a manager's name.
 */
export const verificationKinds = [
  /** The manager says so in their own portal, after a fresh sign-in. */
  'manager_confirmation',
  /** The person says so in a browser in which they are signed in themselves. */
  'own_session',
  /** The agent called the number in the company directory, never one the caller gave. */
  'directory_callback',
  /** Somebody on site looked at a photo ID. */
  'in_person_id',
] as const

export type VerificationKind = (typeof verificationKinds)[number]

/** What this system sees happen, rather than being told. */
export const observedKinds = ['manager_confirmation', 'own_session'] as const
export type ObservedKind = (typeof observedKinds)[number]

/** What the agent tells the system. */
export const toldKinds = ['directory_callback', 'in_person_id'] as const
export type ToldKind = (typeof toldKinds)[number]

/** How long there is to gather the evidence. */
export const gatherMinutes = 10
/** How long a passed verification holds; after that the caller may be somebody else. */
export const verifiedMinutes = 30
/** How many different kinds it takes. */
export const kindsNeeded = 2

/** Why an agent ends a verification without a pass. */
export const endReasons = ['could_not', 'suspicious', 'wrong_person', 'hung_up', 'other'] as const
export type EndReason = (typeof endReasons)[number]

export type Verification = {
  id: string
  expiresAt: Date
  verifiedAt: Date | null
  endedAt: Date | null
  endedWhy: string | null
}

export type Given = { kind: string; isObserved: boolean }

export type VerificationState = 'gathering' | 'verified' | 'expired' | 'failed' | 'refused'

/** Where a verification stands at `now`. */
export function readVerification({ expiresAt, verifiedAt, endedAt, endedWhy }: Verification, now: Date) {
  if (endedAt) return stateOfEnd(endedWhy)
  if (now >= expiresAt) return 'expired'
  return verifiedAt ? 'verified' : 'gathering'
}

function stateOfEnd(why: string | null): VerificationState {
  return why === 'failed' || why === 'refused' ? why : 'expired'
}

/** What is still missing until the caller counts as verified. Empty: enough. */
export function missingEvidence(given: readonly Given[]): ('another_kind' | 'observed_kind')[] {
  const kinds = new Set(given.map(({ kind }) => kind))
  const isSeen = given.some(({ isObserved }) => isObserved)
  return [
    ...(kinds.size < kindsNeeded ? (['another_kind'] as const) : []),
    ...(isSeen ? [] : (['observed_kind'] as const)),
  ]
}

/** Why evidence cannot be given or asked for now, or null when it can. */
export function evidenceRefusal(
  verification: Verification,
  given: readonly Given[],
  kind: string,
  now: Date,
) {
  const state = readVerification(verification, now)
  if (state === 'expired') return 'verification_expired'
  if (state === 'failed' || state === 'refused') return 'verification_ended'
  return given.some((evidence) => evidence.kind === kind) ? 'evidence_given_already' : null
}

/** Who is asked, as far as it decides whether they can be. */
export type Asked = { id: string; isEnabled: boolean; leftAt: Date | null } | null

/** Why this person cannot be asked, or null when they can: a word only counts from somebody other than the agent. */
export function askRefusal(kind: ObservedKind, asked: Asked, agentId: string) {
  if (!asked) return 'manager_unknown'
  if (asked.id === agentId) return kind === 'manager_confirmation' ? 'manager_is_agent' : 'denied'
  return !asked.isEnabled || asked.leftAt ? 'asked_cannot_sign_in' : null
}

/** Why somebody cannot answer what they were asked, or null when they can. */
export function answerRefusal(
  verification: Verification,
  { answeredAt }: { answeredAt: Date | null },
  now: Date,
) {
  if (answeredAt) return 'confirmation_answered'
  const state = readVerification(verification, now)
  return state === 'gathering' || state === 'verified' ? null : 'confirmation_over'
}

export type LockedRefusal = 'not_verified' | 'verification_expired' | null

/** Why the reset stays locked, or null once the caller is verified. */
export function lockedRefusal(verification: Verification | null, now: Date): LockedRefusal {
  if (!verification) return 'not_verified'
  const state = readVerification(verification, now)
  if (state === 'verified') return null
  return state === 'expired' ? 'verification_expired' : 'not_verified'
}

/** Turns a refusal into an error; null passes. */
export function refuse(refusal: VerificationRefusal | null, detail: Record<string, unknown>): void {
  if (refusal) throw new AppError('refused', refusal, { detail })
}

type VerificationRefusal = NonNullable<
  | ReturnType<typeof evidenceRefusal>
  | ReturnType<typeof askRefusal>
  | ReturnType<typeof answerRefusal>
  | ReturnType<typeof lockedRefusal>
>
