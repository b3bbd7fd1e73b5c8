import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AskDesk } from '@/components/help/ask-desk'
import { CaseOpened } from '@/components/help/case-opened'
import { TopicActions } from '@/components/help/topic-actions'
import { NotMeLine } from '@/components/not-me/not-me-line'
import { PrivateLinks } from '@/components/tips/private-links'
import { TopicIndex } from '@/components/topic/topic-index'
import { TopicResults } from '@/components/topic/topic-results'
import { TopicSearch } from '@/components/topic/topic-search'
import type { HelpView } from '@/lib/guides/read-help'
import type { OwnCaseView } from '@/lib/queries/own-case'
import type { FormAction } from '@/lib/web/answer'

const problems = ['lost', 'new_phone_fails', 'other'] as const

/** Answers first, then a person. */
export function Help({ help, recovery, opened, openCase, securityInfoUrl }: Props) {
  const t = useTranslations('help')
  const topic = useTranslations('topic')
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-2xl">{t('title')}</h1>
      <TopicSearch action="/my/help" typed={help.typed} />
      <TopicResults
        help={help}
        hint={topic('nothingHint')}
        after={(one) => (
          <>
            {help.topics[0]?.code === one.code && recovery}
            <TopicActions topic={one} opened={opened} openCase={openCase} securityInfoUrl={securityInfoUrl} />
          </>
        )}
      />
      <TopicIndex path="/my/help" />
      <section className="flex flex-col gap-3 print:hidden">
        <h2 className="text-lg">{t('desk')}</h2>
        {opened ? (
          <CaseOpened opened={opened} />
        ) : (
          <AskDesk
            lead={t('deskHint')}
            problems={problems.map((problem) => ({ problem, label: t(`problem_${problem}`) }))}
            openCase={openCase}
          />
        )}
      </section>
      <PrivateLinks />
      <NotMeLine />
    </div>
  )
}

type Props = {
  help: HelpView
  /** What the first answer means for this person; null where it means the same for everybody. */
  recovery: ReactNode
  opened: OwnCaseView | null
  openCase: FormAction
  securityInfoUrl: string
}
