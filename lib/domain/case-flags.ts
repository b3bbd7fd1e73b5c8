/** What should make an agent look twice, the worst first. */
export const redFlags = [
  'left',
  'disabled',
  'privileged',
  'operator',
  'verification_failed',
  'reset_recently',
  'number_changed',
  'new_registration',
  'guest',
] as const

export type RedFlag = (typeof redFlags)[number]

/** How long something counts as recent. */
export const recentDays = 7

export type FlagFacts = {
  person: {
    leftAt: Date | null
    isEnabled: boolean
    isAdmin: boolean | null
    userType: string
    roles: readonly string[]
  }
  lastResetAt: Date | null
  /** When a verification last failed or was refused. */
  lastFailedAt: Date | null
  /** Registrations that were not there at the first reading, with when they were first seen. */
  added: readonly { kind: string; firstSeenAt: Date; goneAt: Date | null }[]
  now: Date
}

/** The flags of one person, in the order of `redFlags`. */
export function flagsOf({ person, lastResetAt, lastFailedAt, added, now }: FlagFacts): RedFlag[] {
  const recent = added.filter(({ firstSeenAt, goneAt }) => !goneAt && isRecent(firstSeenAt, now))
  const holds: Record<RedFlag, boolean> = {
    left: person.leftAt !== null,
    disabled: !person.isEnabled,
    privileged: person.isAdmin === true,
    operator: person.roles.some((role) => role !== 'employee'),
    verification_failed: isRecent(lastFailedAt, now),
    reset_recently: isRecent(lastResetAt, now),
    number_changed: recent.some(({ kind }) => kind === 'phone'),
    new_registration: recent.some(({ kind }) => kind !== 'phone'),
    guest: person.userType === 'guest',
  }
  return redFlags.filter((flag) => holds[flag])
}

function isRecent(at: Date | null, now: Date): boolean {
  return at !== null && now.getTime() - at.getTime() <= recentDays * 24 * 60 * 60_000
}
