import { useTranslations } from 'next-intl'
import { PlainForm } from '@/components/desk/plain-form'
import { DeskLanguageForm } from '@/components/settings/desk-language-form'
import { LastChange } from '@/components/settings/last-change'
import { ValueForm } from '@/components/settings/value-form'
import { Refresh } from '@/components/ui/refresh'
import { useMessage } from '@/lib/i18n/use-message'
import { useTime } from '@/lib/i18n/use-time'
import type { SettingsView } from '@/lib/queries/settings'
import type { FormAction } from '@/lib/web/answer'

/** Where the desk is mailed about urgent cases, in which language, and whether mail arrives there. */
export function DeskAlerts({ view, off, changeSetting, testDeskMailbox }: Props) {
  const t = useTranslations('settings.options')
  const message = useMessage()
  const { deskMailbox, deskLanguage } = view.settings
  return (
    <div className="flex flex-col gap-6">
      <p className="text-ink-soft">{t('deskAlertsLead')}</p>
      <div>
        <ValueForm action={changeSetting} name="deskMailbox" stored={deskMailbox} off={off} />
        <LastChange view={view} name="deskMailbox" />
      </div>
      <div>
        <DeskLanguageForm action={changeSetting} stored={deskLanguage} off={off} />
        <LastChange view={view} name="deskLanguage" />
      </div>
      <div className="flex flex-col items-start gap-3">
        <PlainForm
          action={testDeskMailbox}
          label={t('deskTest')}
          variant="secondary"
          refusal={message(view.deskTest.refusal)}
        />
        {deskMailbox && <LastTest last={view.deskTest.last} />}
      </div>
    </div>
  )
}

function LastTest({ last }: Pick<SettingsView['deskTest'], 'last'>) {
  const t = useTranslations('settings.options')
  const message = useMessage()
  const { time } = useTime()
  const isUnderWay = last !== null && (last.state === 'waiting' || last.state === 'sending')
  return (
    <div role="status" className="text-ink-soft text-sm">
      <p>{last ? t(`deskTest_${last.state}`, { at: time(last.at, 'second') }) : t('deskTestNone')}</p>
      {last?.failure && <p className="text-stop">{message(last.failure)}</p>}
      {isUnderWay && <Refresh />}
    </div>
  )
}

type Props = {
  view: SettingsView
  /** Why nothing can be saved now. */
  off: string | null
  changeSetting: FormAction
  testDeskMailbox: FormAction
}
