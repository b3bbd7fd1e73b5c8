import type { SituationCode } from './topic'

/** What the portal knows of somebody whose phone is gone or does not answer. */
export type Standing = {
  isFrozen: boolean
  hasSwap: boolean
  /** They said in their move that they still have the old phone; null where nothing was said. */
  hasOldPhone: boolean | null
  /** Ways in that are not on the old phone: registered, and of these used in this move. */
  wayCount: number
  testedCount: number
  /** Live registrations of the old phone, or of any phone where nobody said which. */
  oldCount: number
  /** A registration of the new phone is live. */
  hasNew: boolean
  /** Whether Microsoft has been read at all. */
  isRead: boolean
}

/** What a person in this situation is told, in this order. */
export const advices = [
  'frozen',
  'unread',
  'old_signs_you_in',
  'old_answers_nobody',
  'old_gone',
  'use_new',
  'use_tested',
  'try_way',
  'take_off_yourself',
  'desk_takes_off',
  'no_way',
  'say_gone',
] as const

export type Advice = (typeof advices)[number]

/** The advice for a situation, from what is known: first what it means, then the ways in, then what to do with them. */
export function adviceFor(situation: SituationCode, standing: Standing): Advice[] {
  const { isFrozen, isRead, oldCount, hasNew, wayCount, testedCount } = standing
  // Whoever holds a lost or stolen phone can answer; a broken one, or one without the app, cannot.
  const isHeld = situation === 'PHONE-LOST' || situation === 'PHONE-STOLEN'
  const hasWay = hasNew || wayCount > 0
  const holds: Record<Advice, boolean> = {
    frozen: isFrozen,
    unread: !isRead,
    old_signs_you_in: isRead && isHeld && oldCount > 0,
    old_answers_nobody: isRead && !isHeld && oldCount > 0,
    old_gone: isRead && oldCount === 0,
    use_new: hasNew,
    use_tested: !hasNew && testedCount > 0,
    try_way: !hasNew && testedCount === 0 && wayCount > 0,
    take_off_yourself: !isFrozen && hasWay && oldCount > 0,
    desk_takes_off: (isFrozen || !hasWay) && oldCount > 0,
    no_way: isRead && !hasWay,
    say_gone: !isFrozen && standing.hasSwap && standing.hasOldPhone !== false && situation !== 'APP-DELETED',
  }
  return advices.filter((advice) => holds[advice])
}
