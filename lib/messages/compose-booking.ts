import type { MessageFacts, MessageWindow } from '@/lib/queries/message-facts'
import type { Body } from './compose'
import type { LetterFact } from './letter'
import type { Words } from './words'

type BookingKind = 'booking_confirmed' | 'booking_moved' | 'booking_cancelled'

/** A seat was taken, changed or given up. */
export function composeBooking(kind: BookingKind) {
  return ({ window }: MessageFacts, words: Words): Body => {
    const { t } = words
    return {
      paragraphs: [t(`${kind}.why`)],
      facts: window ? windowFacts(window, words) : [],
      action: t(`${kind}.action`),
    }
  }
}

/** When and where, in the zone of the place. */
export function windowFacts(window: MessageWindow, { t, range }: Words): LetterFact[] {
  const { site, isAtHome, startsAt, endsAt } = window
  return [
    { label: t('when'), value: range(startsAt, endsAt) },
    { label: t('where'), value: isAtHome ? t('atHome') : site },
  ]
}
