import type { Phone } from '../../world/phone'
import type { PhoneView } from './view'

/** What a phone is to its owner. */
export const slotWords: Record<Phone['slot'], string> = {
  old: 'old phone',
  new: 'new phone',
  tablet: 'tablet, kept',
  other: 'another phone, named alike',
}

const places: Record<Phone['slot'], number> = { old: 0, new: 1, tablet: 2, other: 3 }

/** The old one first, then the new one, and what else there is. */
export function inOrder(views: readonly PhoneView[]): PhoneView[] {
  return views.toSorted((one, other) => places[one.phone.slot] - places[other.phone.slot])
}
