import { useTranslations } from 'next-intl'
import { Details } from '@/components/ui/details'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { PlainForm } from '@/components/ui/plain-form'
import { Time } from '@/components/ui/time'
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
          <Notice
            tone="note"
            title={t('caseOpen', { number: `C-${String(opened.number).padStart(4, '0')}` })}
          >
            {t.rich('caseOpenHint', { at: () => <Time at={opened.openedAt} /> })}
          </Notice>
        ) : (
          <Messages>
            <p>{t('deskHint')}</p>
            {problems.map((problem) => (
              <PlainForm
                key={problem}
                action={openCase}
                variant="secondary"
                label={t(`problem_${problem}`)}
                hidden={{ problem }}
              />
            ))}
          </Messages>
        )}
      </section>
    </div>
  )
}
