import { useTranslations } from 'next-intl'
import { BringList } from '@/components/booking/bring-list'
import { CancelForm } from '@/components/booking/cancel-form'
import { DelegateBox } from '@/components/booking/delegate-box'
import { SlotFacts } from '@/components/booking/slot-facts'
import { SlotForm } from '@/components/booking/slot-form'
import { Details } from '@/components/ui/details'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import { useMessage } from '@/lib/i18n/use-message'
import type { BookingView } from '@/lib/queries/booking'
import type { DelegateSearch } from '@/lib/queries/delegates'
import type { FormAction } from '@/lib/web/answer'

export type BookingActions = {
  bookSlot: FormAction
  cancelSlot: FormAction
  nameDelegate: FormAction
  removeDelegate: FormAction
}

/** One's own slot: when and where, what to bring, and what can still be changed. */
export function BookingPage({ booking, search, actions }: Props) {
  const t = useTranslations('booking')
  const { slot } = booking
  return (
    <div className="flex flex-col gap-8">
      <header className="flex flex-col gap-4">
        <h1 className="text-2xl">{t('title')}</h1>
        {slot ? <SlotFacts booking={booking} slot={slot} /> : <p>{t('noneLead')}</p>}
      </header>
      <BringList isAtHome={slot?.isAtHome ?? false} />
      <Choose booking={booking} bookSlot={actions.bookSlot} />
      {slot && !booking.isOver && booking.cancelRefusal === null && (
        <Details summary={t('cancel')}>
          <Messages namespaces={['booking']}>
            <CancelForm cancelSlot={actions.cancelSlot} />
          </Messages>
        </Details>
      )}
      <DelegateBox delegate={booking.delegate} search={search} actions={actions} />
    </div>
  )
}

type Props = { booking: BookingView; search: DelegateSearch; actions: BookingActions }

function Choose({ booking, bookSlot }: { booking: BookingView; bookSlot: FormAction }) {
  const t = useTranslations('booking')
  const message = useMessage()
  const { choices, chooseRefusal, slot, hours } = booking
  const last = choices.at(-1)
  return (
    <section aria-labelledby="choose" className="flex flex-col gap-4">
      <h2 id="choose" className="text-xl">
        {t(slot ? 'move' : 'choose')}
      </h2>
      {chooseRefusal ? (
        <Notice tone="wait">{message(chooseRefusal, { hours })}</Notice>
      ) : (
        <Moves booking={booking} />
      )}
      {!chooseRefusal && choices.length === 0 && (
        <Notice tone="note" title={t('noChoices')}>
          {t('noChoicesHint')}
        </Notice>
      )}
      {!chooseRefusal && last && (
        <>
          <Messages namespaces={['booking']}>
            <SlotForm choices={choices} isMoving={slot !== null} bookSlot={bookSlot} />
          </Messages>
          <p className="text-ink-soft text-sm">
            {t.rich('last', {
              at: () => <Time at={last.startsAt} style="appointment" zone={last.timeZone} />,
            })}
          </p>
        </>
      )}
    </section>
  )
}

/** What choosing costs, said before anything is chosen. */
function Moves({ booking: { moves } }: { booking: BookingView }) {
  const t = useTranslations('booking')
  const { isMove, left, max } = moves
  return <p>{isMove ? t('movesLeft', { left, max }) : t('movesFirst', { max })}</p>
}
