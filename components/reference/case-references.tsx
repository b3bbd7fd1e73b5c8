import { useTranslations } from 'next-intl'
import { LinkReferenceForm } from '@/components/reference/link-reference-form'
import { Details } from '@/components/ui/details'
import { Messages } from '@/components/ui/messages'
import { Time } from '@/components/ui/time'
import { useMessage } from '@/lib/i18n/use-message'
import type { CaseView } from '@/lib/queries/case-view'
import type { FormAction } from '@/lib/web/answer'

/** What the caller took along from the page for the locked-out, and the form to put it to the case. */
export function CaseReferences({ view, link }: { view: CaseView; link: FormAction }) {
  const t = useTranslations('reference')
  const word = useTranslations('case')
  const topic = useTranslations('topic')
  const message = useMessage()
  const { row, references, refusals } = view
  return (
    <div className="flex flex-col gap-1">
      {references.map((reference) => (
        <p key={reference.code}>
          {t('ofCase')} <code>{reference.code}</code>,{' '}
          {t.rich('ofCaseTaken', { at: () => <Time at={reference.givenAt} /> })}:{' '}
          {word(`reason_${reference.problem}`)}
          {reference.topic && ` · ${topic(`name.${reference.topic}`)}`}
        </p>
      ))}
      {row.stage !== 'closed' && (
        <Details summary={t('label')}>
          <Messages namespaces={['reference']}>
            <LinkReferenceForm caseId={row.id} link={link} refusal={message(refusals.link)} />
          </Messages>
        </Details>
      )}
    </div>
  )
}
