import { isForDesk, type MessageKind } from '@/lib/domain/message'
import type { MessageFacts } from '@/lib/queries/message-facts'
import { composeBooking } from './compose-booking'
import { composeDesk } from './compose-desk'
import { composeMove } from './compose-move'
import { composeNotice } from './compose-notice'
import type { Letter } from './letter'
import { subjectOf } from './subject'
import type { Words } from './words'

/** What differs from one kind of letter to the next. */
export type Body = Pick<Letter, 'paragraphs' | 'facts' | 'action'>

/** The facts, and the portal's address as one types it. */
export type Told = MessageFacts & { portal: string }

type Composer = (facts: Told, words: Words) => Body

const composers: Record<MessageKind, Composer> = {
  invitation: composeMove.invitation,
  booking_confirmed: composeBooking('booking_confirmed'),
  booking_moved: composeBooking('booking_moved'),
  booking_cancelled: composeBooking('booking_cancelled'),
  backup_check: (_facts, words) => plain('backup_check', words),
  safe_to_wipe: composeMove.safeToWipe,
  check_up: composeMove.checkUp,
  old_phone_remains: composeMove.oldPhoneRemains,
  security_notice: composeNotice,
  case_opened: composeMove.caseOpened,
  urgent_case: composeDesk.urgentCase,
  desk_test: composeDesk.test,
}

/** The letter for a kind of message, in the words' language. */
export function compose(kind: MessageKind, facts: Told, words: Words): Letter {
  const { t } = words
  return {
    subject: subjectOf({ kind, params: facts.params }, words),
    greeting: isForDesk(kind) ? t('greetingDesk') : t('greeting', { name: facts.name }),
    ...composers[kind](facts, words),
    answers: isForDesk(kind) ? 'nobody' : (facts.planner?.name ?? 'desk'),
  }
}

function plain(kind: 'backup_check', { t }: Words): Body {
  return { paragraphs: [t(`${kind}.why`), t(`${kind}.means`)], facts: [], action: t(`${kind}.action`) }
}
