import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import type { ConfirmationView } from '@/lib/queries/confirmations'

/** What the service desk asks of somebody who is signed in; mostly nothing. */
export function ConfirmList({ questions }: { questions: ConfirmationView[] }) {
  const t = useTranslations('confirm')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {questions.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
      ) : (
        <ul className="flex flex-col divide-y divide-line border-line border-y">
          {questions.map((question) => (
            <li key={question.id} className="flex flex-col gap-1 py-3">
              <TextLink href={{ pathname: `/my/confirm/${question.id}` }}>
                {question.kind === 'own_session'
                  ? t('ownTitle')
                  : t('managerTitle', { name: question.personName })}
              </TextLink>
              <span className="text-ink-soft text-sm">
                {t.rich('askedAt', { at: () => <Time at={question.askedAt} /> })}
                {question.answer && ` · ${t(`answered_${question.answer}`)}`}
                {!question.answer && question.refusal === 'confirmation_over' && ` · ${t('over')}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
