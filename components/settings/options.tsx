import { useTranslations } from 'next-intl'
import { AnnounceForm } from '@/components/settings/announce-form'
import { BreakGlassForm } from '@/components/settings/break-glass-form'
import { RemoveHereForm } from '@/components/settings/remove-here-form'
import { ValueForm } from '@/components/settings/value-form'
import { FreshSignIn } from '@/components/sign-in/fresh-sign-in'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { useTime } from '@/lib/i18n/use-time'
import type { SettingsView } from '@/lib/queries/settings'
import type { FormAction } from '@/lib/web/answer'

/** What an Owner can set, one form for each. */
export function Options({ view, changeSetting }: { view: SettingsView; changeSetting: FormAction }) {
  const t = useTranslations('settings.options')
  const off = view.refusal ? t('off') : null
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="flex max-w-prose flex-col gap-5">
        {view.refusal && <StepUp />}
        <Messages namespaces={['settings']}>
          <Panel title={t('removeHere')}>
            <RemoveHereForm action={changeSetting} isOn={view.settings.removeHere} off={off} />
            <LastChange view={view} name="removeHere" />
          </Panel>
          <Panel title={t('slots')}>
            <div className="flex flex-col gap-6">
              {(['slotMovesMax', 'slotMoveHours'] as const).map((name) => (
                <div key={name}>
                  <ValueForm
                    action={changeSetting}
                    name={name}
                    stored={String(view.settings[name])}
                    off={off}
                  />
                  <LastChange view={view} name={name} />
                </div>
              ))}
            </div>
          </Panel>
          <Panel title={t('desk')}>
            <ValueForm
              action={changeSetting}
              name="deskContact"
              stored={view.settings.deskContact}
              off={off}
            />
            <LastChange view={view} name="deskContact" />
          </Panel>
          <Panel title={t('announce')}>
            <AnnounceForm action={changeSetting} isOn={view.settings.announce} off={off} />
            <LastChange view={view} name="announce" />
          </Panel>
          <Panel title={t('breakGlass')}>
            <BreakGlassForm action={changeSetting} accounts={view.settings.breakGlass} off={off} />
            <LastChange view={view} name="breakGlass" />
          </Panel>
        </Messages>
      </div>
    </>
  )
}

/** Asked for before anything is typed, so that nothing typed is lost by it. */
function StepUp() {
  const t = useTranslations('settings.options')
  return (
    <Notice tone="wait" title={t('stepUp')}>
      <p>{t('stepUpHint')}</p>
      <div className="mt-3">
        <FreshSignIn app="portal" returnTo="/settings/options" wide={false}>
          {t('stepUpButton')}
        </FreshSignIn>
      </div>
    </Notice>
  )
}

function LastChange({ view, name }: { view: SettingsView; name: string }) {
  const t = useTranslations('settings.options')
  const { time } = useTime()
  const change = view.changes.find((one) => one.name === name)
  return (
    <p className="mt-4 text-ink-soft text-sm">
      {change ? t('changed', { name: change.by, at: time(change.at, 'moment') }) : t('default')}
    </p>
  )
}
