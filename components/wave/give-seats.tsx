'use client'

import { useTranslations } from 'next-intl'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import { SeatSelect } from '@/components/window/seat-select'
import type { WindowView } from '@/lib/queries/waves'
import type { FormAction } from '@/lib/web/answer'

/** A seat in one window for everybody who has none, if they fit. */
export function GiveSeats({ waveId, seatlessCount, windows, giveSeats }: Props) {
  const t = useTranslations('wave')
  const { run, error, value, problems, done } = useForm(giveSeats)
  return (
    <form action={run} className="flex flex-col gap-3">
      <FormErrors errors={problems} />
      {done && (
        <p role="status" className="text-safe text-sm">
          {t('seatsGiven', { count: done.count })}
        </p>
      )}
      {seatlessCount > 0 && windows.length > 0 && (
        <>
          <p className="text-sm">{t('giveSeatsHint', { count: seatlessCount })}</p>
          <input type="hidden" name="waveId" value={waveId} />
          <div className="flex flex-wrap items-end gap-3">
            <SeatSelect windows={windows} chosen={value('windowId')} error={error('windowId')} />
            <SubmitButton variant="secondary">{t('give')}</SubmitButton>
          </div>
        </>
      )}
    </form>
  )
}

type Props = {
  waveId: string
  seatlessCount: number
  windows: WindowView[]
  giveSeats: FormAction<{ count: number }>
}
