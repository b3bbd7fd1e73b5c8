import { useTranslations } from 'next-intl'
import { ReferenceForm } from '@/components/reference/reference-form'
import { TopicIndex } from '@/components/topic/topic-index'
import { TopicResults } from '@/components/topic/topic-results'
import { TopicSearch } from '@/components/topic/topic-search'
import { Messages } from '@/components/ui/messages'
import { TextLink } from '@/components/ui/text-link'
import type { HelpView } from '@/lib/guides/read-help'
import type { FormAction } from '@/lib/web/answer'

const waysBack = ['other', 'laptop', 'desk'] as const
const toPrepare = ['manager', 'number', 'newPhone', 'place'] as const

/** What to try, what to have ready, and what nobody will ever ask. */
export function LockedOut({ help, giveReference, language }: Props) {
  const t = useTranslations('lockedOut')
  const topic = useTranslations('topic')
  const reference = useTranslations('reference')
  const open = help.isFound ? help.topics[0] : undefined
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-2xl sm:text-3xl">{t('title')}</h1>
      <p className="text-lg">{t('lead')}</p>
      <section className="flex flex-col gap-2">
        <h2 className="text-lg">{t('ways')}</h2>
        <ol className="flex list-decimal flex-col gap-2 pl-5">
          {waysBack.map((way) => (
            <li key={way}>{t(`way_${way}`)}</li>
          ))}
        </ol>
      </section>
      <section className="flex flex-col gap-2">
        <h2 className="text-lg">{t('prepare')}</h2>
        <ul className="flex list-disc flex-col gap-2 pl-5">
          {toPrepare.map((thing) => (
            <li key={thing}>{t(`prepare_${thing}`)}</li>
          ))}
        </ul>
      </section>
      <p className="text-ink-soft">{t('never')}</p>
      <section className="flex flex-col gap-3">
        <h2 className="text-lg">{reference('title')}</h2>
        <p>{reference('lead')}</p>
        <Messages namespaces={['reference']}>
          <ReferenceForm
            giveReference={giveReference}
            problem={open?.problem ?? ''}
            topic={open?.code ?? ''}
            language={language}
          />
        </Messages>
      </section>
      <section className="flex flex-col gap-4">
        <h2 className="text-lg print:hidden">{t('find')}</h2>
        <TopicSearch action="/locked-out" typed={help.typed} />
        <TopicResults help={help} hint={topic('nothingHintOut')} after={() => null} />
        <TopicIndex path="/locked-out" />
      </section>
      <p>
        <TextLink href="/">{t('back')}</TextLink>
      </p>
    </div>
  )
}

type Props = {
  help: HelpView
  giveReference: FormAction<{ code: string; expiresAt: string }>
  language: string
}
