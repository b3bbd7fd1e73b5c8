import { useTranslations } from 'next-intl'
import { CallerFacts } from '@/components/case/caller-facts'
import { CallerMethods } from '@/components/case/caller-methods'
import { LookState } from '@/components/case/look-state'
import { OpenCaseForm } from '@/components/case/open-case-form'
import { RedFlags } from '@/components/case/red-flags'
import { CaseTable } from '@/components/desk/case-table'
import { StaffDevices } from '@/components/device/staff-devices'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { LinkButton } from '@/components/ui/link-button'
import { Messages } from '@/components/ui/messages'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { useMessage } from '@/lib/i18n/use-message'
import type { CallerView } from '@/lib/queries/caller'
import type { FormAction } from '@/lib/web/answer'

/** Everything to look at before asking the caller anything. */
export function CallerCard({ caller, readNow, openCase }: Props) {
  const t = useTranslations('case')
  const desk = useTranslations('desk')
  const device = useTranslations('devices')
  const message = useMessage()
  const { openCase: open } = caller
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ key: 'people', href: '/desk/people', label: desk('findCaller') }]} />}
        title={caller.name}
        actions={
          open && (
            <LinkButton href={{ pathname: `/desk/cases/${open.id}` }} variant="primary">
              {t('goToCase', { name: open.name })}
            </LinkButton>
          )
        }
      />
      <RedFlags flags={caller.flags} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(20rem,26rem)_minmax(0,1fr)]">
        <Panel title={t('facts')}>
          <CallerFacts caller={caller} />
        </Panel>
        <div className="flex min-w-0 flex-col gap-5">
          <Panel title={t('methods')} aside={<LookState caller={caller} readNow={readNow} />}>
            <CallerMethods caller={caller} />
          </Panel>
          <Panel title={device('staffTitle')}>
            <StaffDevices devices={caller.devices} owner={caller.name} />
          </Panel>
          <Panel title={t('openCase')}>
            {open ? (
              <p>{t('hasOpenCase', { name: open.name })}</p>
            ) : (
              <Messages namespaces={['case', 'reference']}>
                <OpenCaseForm
                  personId={caller.id}
                  openCase={openCase}
                  refusal={message(caller.openRefusal)}
                />
              </Messages>
            )}
          </Panel>
          <Panel title={t('earlier')}>
            {caller.cases.length > 0 ? (
              <CaseTable which="closed" rows={caller.cases} />
            ) : (
              <p className="text-ink-soft">{t('noEarlier')}</p>
            )}
          </Panel>
        </div>
      </div>
    </>
  )
}

type Props = { caller: CallerView; readNow: FormAction; openCase: FormAction<string> }
