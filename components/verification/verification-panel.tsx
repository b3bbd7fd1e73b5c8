import { useTranslations } from 'next-intl'
import { PlainForm } from '@/components/desk/plain-form'
import { Details } from '@/components/ui/details'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { Time } from '@/components/ui/time'
import { EndForm } from '@/components/verification/end-form'
import { EvidenceList } from '@/components/verification/evidence-list'
import { VerificationBadge } from '@/components/verification/verification-state'
import { endReasons, gatherMinutes } from '@/lib/domain/verification'
import { useMessage } from '@/lib/i18n/use-message'
import type { CaseView } from '@/lib/queries/case-view'
import type { VerificationView } from '@/lib/queries/verifications'
import type { FormAction } from '@/lib/web/answer'

/** Who is calling: what is known, what is missing, until when, and what does not count. */
export function VerificationPanel({ view, actions }: Props) {
  const t = useTranslations('verification')
  const message = useMessage()
  const { verification, caller, refusals } = view
  const isOpen = verification?.state === 'gathering' || verification?.state === 'verified'
  return (
    <Panel title={t('title')} aside={<VerificationBadge verification={verification} />}>
      <div className="flex flex-col gap-4">
        <p className="max-w-prose text-ink-soft">{t('lead')}</p>
        {verification && <Standing verification={verification} />}
        {verification && isOpen ? (
          <>
            <EvidenceList
              verification={verification}
              names={{ person: caller.name, manager: caller.manager?.name ?? null }}
              actions={actions}
            />
            <Details summary={t('end')}>
              <Messages namespaces={['verification']}>
                <EndForm
                  verificationId={verification.id}
                  end={actions.end}
                  refusal={message(verification.endRefusal)}
                />
              </Messages>
            </Details>
          </>
        ) : (
          <Start
            caseId={view.row.id}
            isAgain={verification !== null}
            refusal={refusals.verify}
            start={actions.start}
          />
        )}
        <Details summary={t('notCounting')}>
          <p className="max-w-prose py-2 text-ink-soft">{t('notCountingHint')}</p>
        </Details>
      </div>
    </Panel>
  )
}

function Standing({ verification }: { verification: VerificationView }) {
  const t = useTranslations('verification')
  const { state, expiresAt, missing, phrase, endedReason } = verification
  const until = { at: () => <Time at={expiresAt} style="time" /> }
  const reason = endedReason && isReason(endedReason) ? t(`reason_${endedReason}`) : null
  if (state === 'failed' || state === 'refused')
    return (
      <Notice tone="stop" title={reason && t('endedBecause', { reason })}>
        {t('failedHint')}
      </Notice>
    )
  if (state === 'expired') return <Notice tone="wait">{t('expiredHint')}</Notice>
  return (
    <>
      <Notice tone={state === 'verified' ? 'safe' : 'note'} announce>
        {state === 'verified' ? (
          t.rich('verifiedHint', until)
        ) : (
          <>
            {t('missing', { what: missing.map((what) => t(`missing_${what}`)).join(t('and')) })}{' '}
            {t.rich('until', until)}
          </>
        )}
      </Notice>
      {state === 'gathering' && (
        <p>
          <span className="text-ink-soft text-sm">{t('phrase')}</span>
          <strong className="block text-2xl">{phrase}</strong>
          <span className="text-ink-soft text-sm">{t('phraseHint')}</span>
        </p>
      )}
    </>
  )
}

const reasons = [...endReasons, 'answered_no'] as const

function isReason(text: string): text is (typeof reasons)[number] {
  return reasons.some((reason) => reason === text)
}

function Start({ caseId, isAgain, refusal, start }: StartProps) {
  const t = useTranslations('verification')
  const message = useMessage()
  return (
    <Messages>
      <div className="flex flex-col gap-2">
        <PlainForm
          action={start}
          hidden={{ caseId }}
          label={t(isAgain ? 'startAgain' : 'start')}
          refusal={message(refusal)}
        />
        <p className="text-ink-soft text-sm">{t('startHint', { minutes: gatherMinutes })}</p>
      </div>
    </Messages>
  )
}

type StartProps = {
  caseId: string
  isAgain: boolean
  refusal: CaseView['refusals']['verify']
  start: FormAction
}

type Props = {
  view: CaseView
  actions: { start: FormAction; ask: FormAction; give: FormAction; end: FormAction }
}
