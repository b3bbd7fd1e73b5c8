import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { type Column, Table } from '@/components/ui/table'
import { TimeRange } from '@/components/ui/time-range'
import { ResizeWindow } from '@/components/window/resize-window'
import type { WindowView } from '@/lib/queries/waves'
import type { FormAction } from '@/lib/web/answer'

/** The windows of a wave: when, where, and how many seats are taken. `resize` for whoever may change them. */
export function WindowTable({ waveId, windows, resizeWindow }: Props) {
  const t = useTranslations('window')
  const columns: Column<WindowView>[] = [
    {
      key: 'name',
      header: t('col_name'),
      cell: ({ name, isOver }) => (
        <span className="flex flex-wrap items-center gap-2">
          {name} {isOver && <Badge>{t('over')}</Badge>}
        </span>
      ),
    },
    {
      key: 'when',
      header: t('col_when'),
      cell: ({ startsAt, endsAt, timeZone }) => <TimeRange from={startsAt} to={endsAt} zone={timeZone} />,
    },
    {
      key: 'site',
      header: t('site'),
      cell: ({ site, isAtHome }) => (isAtHome ? t('siteAtHome', { site }) : site),
    },
    { key: 'seats', header: t('col_seats'), cell: (window) => <Seats window={window} /> },
  ]
  if (resizeWindow) {
    columns.push({
      key: 'change',
      header: t('col_change'),
      cell: (window) =>
        window.isOver ? null : (
          <ResizeWindow
            key={window.capacity}
            waveId={waveId}
            windowId={window.id}
            name={window.name}
            capacity={window.capacity}
            resizeWindow={resizeWindow}
          />
        ),
    })
  }
  return (
    <Table
      caption={t('caption')}
      captionHidden
      columns={columns}
      rows={windows}
      rowKey={({ id }) => id}
      empty={
        <div>
          <p className="font-semibold">{t('empty')}</p>
          <p className="text-ink-soft text-sm">{t('emptyHint')}</p>
        </div>
      }
    />
  )
}

/** Seats taken, as figures and as a bar. */
export function Seats({ window: { booked, capacity } }: { window: WindowView }) {
  const t = useTranslations('window')
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <progress aria-label={t('col_seats')} value={booked} max={capacity} className="h-2.5 w-24" />
      <span className="tabular whitespace-nowrap">{t('seats', { booked, capacity })}</span>
      {booked >= capacity && <Badge tone="wait">{t('full')}</Badge>}
    </span>
  )
}

type Props = { waveId: string; windows: WindowView[]; resizeWindow?: FormAction | undefined }
