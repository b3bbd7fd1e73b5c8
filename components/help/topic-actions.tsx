import { useTranslations } from 'next-intl'
import { TopicButton } from '@/components/topic/topic-button'
import { Messages } from '@/components/ui/messages'
import { PlainForm } from '@/components/ui/plain-form'
import { caseName, urgencyOf } from '@/lib/domain/case'
import type { TopicView } from '@/lib/guides/read-help'
import type { OwnCaseView } from '@/lib/queries/own-case'
import type { FormAction } from '@/lib/web/answer'

/** What can be done about a topic: the button that does it, then the desk, which sees what was tried. */
export function TopicActions({ topic, opened, openCase, securityInfoUrl }: Props) {
  const t = useTranslations('topic')
  const help = useTranslations('help')
  const isUrgent = urgencyOf(topic.problem) !== null
  const isAsked = opened !== null && (!isUrgent || opened.isUrgent)
  return (
    <div className="flex flex-col gap-3 print:hidden">
      <TopicButton button={topic.button} securityInfoUrl={securityInfoUrl} />
      {isAsked ? (
        <p className="font-semibold">{help('caseOpen', { number: caseName(opened.number) })}</p>
      ) : (
        <Messages>
          <PlainForm
            action={openCase}
            variant={isUrgent ? 'danger' : 'secondary'}
            label={t(isUrgent ? 'askUrgent' : 'ask')}
            hidden={{ problem: topic.problem, topic: `${topic.code}@${topic.edition}` }}
          />
          <p className="text-ink-soft text-sm">{t('askLead')}</p>
        </Messages>
      )}
    </div>
  )
}

type Props = {
  topic: TopicView
  /** The person's open case, which a second one would only be in the way of. */
  opened: OwnCaseView | null
  openCase: FormAction
  securityInfoUrl: string
}
