'use client'

import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import { freeSeats } from '@/lib/domain/window'
import type { WindowView } from '@/lib/queries/waves'

/** Which window a seat is taken in; each says how many are free. With `none`, no seat can be chosen as well. */
export function SeatSelect({ windows, chosen, error, none }: Props) {
  const t = useTranslations('wave')
  return (
    <Select
      name="windowId"
      label={t('seat')}
      key={chosen}
      defaultValue={chosen}
      error={error}
      {...(none && { empty: t('seatNone') })}
      options={windows.map((window) => ({
        value: window.id,
        label: t('seatOf', { name: window.name, free: window.isOver ? 0 : freeSeats(window) }),
        disabled: window.isOver,
      }))}
    />
  )
}

type Props = { windows: WindowView[]; chosen: string; error: string | undefined; none?: boolean }
