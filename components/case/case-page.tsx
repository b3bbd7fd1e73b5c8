import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CallerFacts } from '@/components/case/caller-facts'
import { CallerMethods } from '@/components/case/caller-methods'
import { CaseAbout } from '@/components/case/case-about'
import { CaseStageBadge } from '@/components/case/case-stage'
import { CloseForm } from '@/components/case/close-form'
import { FreezePanel } from '@/components/case/freeze-panel'
import { LookState } from '@/components/case/look-state'
import { RedFlags } from '@/components/case/red-flags'
import { UrgentNotice } from '@/components/case/urgent-notice'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Messages } from '@/components/ui/messages'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextLink } from '@/components/ui/text-link'
import { VerificationPanel } from '@/components/verification/verification-panel'
import { useMessage } from '@/lib/i18n/use-message'
import type { CaseView } from '@/lib/queries/case-view'
import type { FormAction } from '@/lib/web/answer'

/** A case: facts left; verification, reset and what happened right. */
export function CasePage({ view, actions, reset, timeline }: Props) {
  const t = useTranslations('case')
  const desk = useTranslations('desk')
  const message = useMessage()
  const { row, caller, refusals } = view
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ key: 'cases', href: '/desk', label: desk('cases') }]} />}
        title={t('title', { name: row.name })}
        state={<CaseStageBadge stage={row.stage} />}
        lead={
          <TextLink href={{ pathname: `/desk/people/${caller.id}` }}>
            {[caller.name, caller.site].filter(Boolean).join(' · ')}
          </TextLink>
        }
      />
      <UrgentNotice view={view} />
      <RedFlags flags={caller.flags} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(20rem,26rem)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <CaseAbout view={view} take={actions.take} link={actions.link} />
          <Panel title={t('facts')}>
            <CallerFacts caller={caller} />
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <VerificationPanel view={view} actions={actions} />
          {reset}
          <FreezePanel view={view} freeze={actions.freeze} unfreeze={actions.unfreeze} />
          <Panel title={t('methods')} aside={<LookState caller={caller} readNow={actions.readNow} />}>
            <CallerMethods caller={caller} />
          </Panel>
          {row.stage !== 'closed' && (
            <Panel title={t('close')}>
              <Messages namespaces={['case']}>
                <CloseForm caseId={row.id} close={actions.close} refusal={message(refusals.close)} />
              </Messages>
            </Panel>
          )}
          {timeline}
        </div>
      </div>
    </>
  )
}

type Props = {
  view: CaseView
  actions: {
    take: FormAction
    close: FormAction
    readNow: FormAction
    start: FormAction
    ask: FormAction
    give: FormAction
    end: FormAction
    freeze: FormAction
    link: FormAction
    unfreeze: FormAction
  }
  reset: ReactNode
  timeline: ReactNode
}
