import { useTranslations } from 'next-intl'
import { ConfirmForm } from '@/components/confirm/confirm-form'
import { NotMeLine } from '@/components/not-me/not-me-line'
import { FreshSignIn } from '@/components/sign-in/fresh-sign-in'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Time } from '@/components/ui/time'
import type { ConfirmationView } from '@/lib/queries/confirmations'
import type { FormAction } from '@/lib/web/answer'

/** One question, with everything needed to answer it: who asks, for whom, what for, and the words on both screens. */
export function ConfirmQuestion({ question, answer }: { question: ConfirmationView; answer: FormAction }) {
  const t = useTranslations('confirm')
  const word = useTranslations('case')
  const { kind, agentName: agent, personName: name, refusal } = question
  const reason = word(`reason_${question.reason}`).toLowerCase()
  const isOwn = kind === 'own_session'
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ key: 'all', href: '/my/confirm', label: t('back') }]} />}
        title={isOwn ? t('ownTitle') : t('managerTitle', { name })}
        lead={isOwn ? t('ownBody', { agent, reason }) : t('managerBody', { agent, name, reason })}
      />
      <div className="flex flex-col gap-5">
        {refusal === null || refusal === 'step_up_needed' ? <Words question={question} /> : null}
        {refusal === null && (
          <Messages namespaces={['confirm']}>
            <ConfirmForm
              confirmationId={question.id}
              yes={isOwn ? t('yesOwn') : t('yesManager', { name })}
              no={t(isOwn ? 'noOwn' : 'noManager')}
              answer={answer}
            />
          </Messages>
        )}
        {refusal === 'step_up_needed' && (
          <Messages>
            <FreshSignIn app="portal" returnTo={`/my/confirm/${question.id}`} hint={t('signInHint')}>
              {t('signIn')}
            </FreshSignIn>
          </Messages>
        )}
        <Ended question={question} />
        {isOwn && <NotMeLine />}
        <p className="text-ink-soft text-sm">
          {t('case', { name: question.caseName })} ·{' '}
          {t.rich('askedAt', { at: () => <Time at={question.askedAt} /> })}
        </p>
      </div>
    </>
  )
}

function Words({ question }: { question: ConfirmationView }) {
  const t = useTranslations('confirm')
  return (
    <div className="rounded border border-line bg-surface px-4 py-4">
      <p className="text-ink-soft text-sm">{t('words')}</p>
      <p className="font-semibold text-3xl">{question.phrase}</p>
      <p className="mt-2">{t('wordsHint', { agent: question.agentName })}</p>
      <p className="mt-2 text-ink-soft text-sm">
        {t.rich('until', { at: () => <Time at={question.expiresAt} style="time" /> })}
      </p>
    </div>
  )
}

function Ended({ question: { answer, refusal } }: { question: ConfirmationView }) {
  const t = useTranslations('confirm')
  if (answer)
    return (
      <Notice tone={answer === 'yes' ? 'safe' : 'stop'} announce title={t(`answered_${answer}`)}>
        {t(`answered_${answer}Hint`)}
      </Notice>
    )
  if (refusal !== 'confirmation_over') return null
  return (
    <Notice tone="wait" title={t('over')}>
      {t('overHint')}
    </Notice>
  )
}
