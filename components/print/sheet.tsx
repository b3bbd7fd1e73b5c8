import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { thingsToBring } from '@/components/booking/bring-list'
import { Place } from '@/components/booking/place'
import { QrCode } from '@/components/print/qr-code'
import { SheetSteps } from '@/components/print/sheet-steps'
import { TimeRange } from '@/components/ui/time-range'
import { useTime } from '@/lib/i18n/use-time'
import type { MySheetView } from '@/lib/queries/my-sheet'

/** One page to take along. What it says is short, so that it stays one page in every language. */
export function Sheet({ sheet, lines, portalUrl }: Props) {
  const t = useTranslations('print')
  const { time } = useTime()
  const { said, slot, deskContact, now } = sheet
  const { newPlatform } = said
  return (
    <article className="flex flex-col gap-4 rounded border border-line bg-surface px-4 py-5 print:gap-3 print:border-0 print:p-0">
      <header>
        <h1 className="text-2xl">
          {newPlatform === 'ios' || newPlatform === 'android' ? t(`sheet_${newPlatform}`) : t('sheet')}
        </h1>
        <p>{t('for', { name: sheet.name })}</p>
      </header>
      {said.hasOldPhone !== false && (
        <p className="border-4 border-double px-3 py-2">
          <strong className="block text-lg">{t('stop')}</strong>
          {t('stopHint')}
        </p>
      )}
      <div className="grid gap-4 print:grid-cols-[minmax(0,1fr)_14rem] print:gap-6">
        <Part title={t('steps')}>
          <SheetSteps said={said} lines={lines} />
        </Part>
        <div className="flex flex-col gap-4 print:gap-3">
          <Part title={t('slot')}>
            {slot ? (
              <p>
                <TimeRange from={slot.startsAt} to={slot.endsAt} zone={slot.timeZone} />
                <br />
                <Place slot={slot} />
              </p>
            ) : (
              <p>{t('noSlot')}</p>
            )}
          </Part>
          <Bring isAtHome={slot?.isAtHome ?? false} />
          <Part title={t('stuck')}>
            <p>{t('stuckHint')}</p>
            <p>
              <strong>{t('desk')}</strong>: {deskContact || t('deskUnknown')}
            </p>
            <p>{t('never')}</p>
          </Part>
          <Part title={t('portal')}>
            <p className="break-all font-semibold">{portalUrl}</p>
            <p>{t('portalHint')}</p>
            <QrCode text={portalUrl} label={t('qr')} />
          </Part>
        </div>
      </div>
      <Part title={t('summary')}>
        <ol className="flex list-decimal flex-col gap-0.5 pl-5">
          {fives.map((five) => (
            <li key={five}>{t(five)}</li>
          ))}
        </ol>
      </Part>
      <p className="text-ink-soft text-sm">{t('printed', { at: time(now, 'moment') })}</p>
    </article>
  )
}

const fives = ['five1', 'five2', 'five3', 'five4', 'five5'] as const

type Props = {
  sheet: MySheetView
  /** What the guide says for this pair of phones; empty where nothing is known of them. */
  lines: readonly string[]
  portalUrl: string
}

function Bring({ isAtHome }: { isAtHome: boolean }) {
  const t = useTranslations('booking')
  return (
    <Part title={t(isAtHome ? 'bringHome' : 'bring')}>
      <ul className="list-disc pl-5">
        {thingsToBring(isAtHome).map((thing) => (
          <li key={thing}>{t(`bring_${thing}`)}</li>
        ))}
      </ul>
    </Part>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1">
      <h2 className="border-b pb-0.5 text-lg">{title}</h2>
      {children}
    </section>
  )
}
