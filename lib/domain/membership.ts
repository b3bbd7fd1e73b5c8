/** What decides whether somebody can come into a wave. */
export type Candidate = {
  userType: string
  isEnabled: boolean
  leftAt: Date | null
  /** The wave of their open swap, null without one. */
  openWaveId: string | null
}

/** Why somebody cannot come into a wave, or null when they can. */
export function membershipRefusal(candidate: Candidate, waveId: string) {
  if (candidate.leftAt) return 'person_left'
  if (!candidate.isEnabled) return 'person_disabled'
  if (candidate.userType === 'guest') return 'person_guest'
  if (candidate.openWaveId === waveId) return 'person_in_this_wave'
  if (candidate.openWaveId) return 'person_in_other_wave'
  return null
}

export type MembershipRefusal = NonNullable<ReturnType<typeof membershipRefusal>>

/**
 * What a planner should know of somebody who can come in: the helpdesk may not reset them, or their account
 * is the way in when everything else fails.
 */
export function callOutOf({ isAdmin, isBreakGlass }: { isAdmin: boolean | null; isBreakGlass: boolean }) {
  if (isBreakGlass) return 'person_break_glass'
  if (isAdmin) return 'person_privileged'
  return null
}

export type CallOut = NonNullable<ReturnType<typeof callOutOf>>
