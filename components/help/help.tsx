import { useTranslations } from 'next-intl'
import { AskDesk } from '@/components/help/ask-desk'
import { CaseOpened } from '@/components/help/case-opened'
import { PrivateLinks } from '@/components/tips/private-links'
import { Details } from '@/components/ui/details'
import type { OwnCaseView } from '@/lib/queries/own-case'
import type { FormAction } from '@/lib/web/answer'

const questions = ['nameOnly', 'already', 'clone', 'codes', 'blocked', 'limit', 'selfLoop'] as const
const problems = ['lost', 'new_phone_fails', 'other'] as const

/** Answers first, then a person. */
export function Help({ opened, openCase }: { opened: OwnCaseView | null; openCase: FormAction }) {
  const t = useTranslations('help')
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-2xl">{t('title')}</h1>
      <section className="flex flex-col gap-1">
        <h2 className="text-lg">{t('questions')}</h2>
        {questions.map((question) => (
          <Details key={question} summary={t(`q_${question}`)}>
            <p>{t(`a_${question}`)}</p>
          </Details>
        ))}
      </section>
      <section className="flex flex-col gap-3">
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
    </div>
  )
}
