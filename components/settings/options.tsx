import { useTranslations } from 'next-intl'
import { BreakGlassForm } from '@/components/settings/break-glass-form'
import { DeskAlerts } from '@/components/settings/desk-alerts'
import { LastChange } from '@/components/settings/last-change'
import { SwitchForm } from '@/components/settings/switch-form'
import { ValueForm } from '@/components/settings/value-form'
import { FreshSignIn } from '@/components/sign-in/fresh-sign-in'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import type { SettingsView } from '@/lib/queries/settings'
import type { FormAction } from '@/lib/web/answer'

/** What an Owner can set, one form for each. */
export function Options({ view, changeSetting, testDeskMailbox }: Props) {
  const t = useTranslations('settings.options')
  const off = view.refusal ? t('off') : null
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="flex max-w-prose flex-col gap-5">
        {view.refusal && <StepUp />}
        <Messages namespaces={['settings']}>
          <Panel title={t('removeHere')}>
            <SwitchForm name="removeHere" action={changeSetting} isOn={view.settings.removeHere} off={off} />
            <LastChange view={view} name="removeHere" />
          </Panel>
          <Panel title={t('enrolFirst')}>
            <SwitchForm name="enrolFirst" action={changeSetting} isOn={view.settings.enrolFirst} off={off} />
            <LastChange view={view} name="enrolFirst" />
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
          <Panel title={t('deskAlerts')}>
            <DeskAlerts
              view={view}
              off={off}
              changeSetting={changeSetting}
              testDeskMailbox={testDeskMailbox}
            />
          </Panel>
          <Panel title={t('announce')}>
            <SwitchForm name="announce" action={changeSetting} isOn={view.settings.announce} off={off} />
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

type Props = { view: SettingsView; changeSetting: FormAction; testDeskMailbox: FormAction }

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
