import { useTranslations } from 'next-intl'
import type { BookingActions } from '@/components/booking/booking-page'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { PlainForm } from '@/components/ui/plain-form'
import { TextInput } from '@/components/ui/text-input'
import type { BookingView } from '@/lib/queries/booking'
import type { DelegateSearch } from '@/lib/queries/delegates'

/** Who brings the phone, where it is not the person themselves. */
export function DelegateBox({ delegate, search, actions }: Props) {
  const t = useTranslations('booking')
  if (delegate) {
    return (
      <section aria-label={t('delegate')} className="flex flex-col gap-3">
        <Notice tone="note" title={t('delegateIs', { name: delegate.name })}>
          <p className="break-all">{delegate.address}</p>
          <p>{t('delegateHint')}</p>
        </Notice>
        <Messages>
          <PlainForm action={actions.removeDelegate} label={t('delegateRemove')} variant="secondary" />
        </Messages>
      </section>
    )
  }
  return (
    <Details summary={t('delegate')} open={search.q !== ''}>
      <div className="flex flex-col gap-4 py-2">
        <p>{t('delegateHint')}</p>
        <form action="/my/booking" className="flex flex-col gap-3">
          <TextInput
            type="search"
            name="q"
            label={t('delegateSearch')}
            hint={t('delegateSearchHint')}
            defaultValue={search.q}
            minLength={2}
            required
          />
          <Button type="submit" wide>
            {t('delegateFind')}
          </Button>
        </form>
        <Found search={search} actions={actions} />
      </div>
    </Details>
  )
}

type Props = { delegate: BookingView['delegate']; search: DelegateSearch; actions: BookingActions }

function Found({ search: { q, found, isMore }, actions }: Pick<Props, 'search' | 'actions'>) {
  const t = useTranslations('booking')
  if (q === '') return null
  if (found.length === 0) return <p role="status">{t('delegateNobody')}</p>
  return (
    <div className="flex flex-col gap-3">
      <Messages>
        <ul className="flex flex-col divide-y divide-line border-line border-y">
          {found.map(({ name, address, department }) => (
            <li key={address} className="flex flex-col gap-2 py-3">
              <p className="text-sm">
                <span className="break-all">{address}</span>
                {department && <span className="text-ink-soft">, {department}</span>}
              </p>
              <PlainForm
                action={actions.nameDelegate}
                label={t('delegateChoose', { name })}
                variant="secondary"
                hidden={{ address }}
              />
            </li>
          ))}
        </ul>
      </Messages>
      {isMore && <p className="text-ink-soft text-sm">{t('delegateMore')}</p>}
    </div>
  )
}
