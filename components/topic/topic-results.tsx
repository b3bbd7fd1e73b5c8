import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TopicCard } from '@/components/topic/topic-card'
import { Details } from '@/components/ui/details'
import type { HelpView, TopicView } from '@/lib/guides/read-help'

/** What was found: the first open, the others a press away. `after` is what can be done with each. */
export function TopicResults({ help, hint, after }: Props) {
  const t = useTranslations('topic')
  const [first, ...others] = help.topics
  if (!first) return null
  return (
    <section aria-labelledby="results" className="flex flex-col gap-4">
      {help.typed && (
        <div role="status">
          <h2 id="results" tabIndex={-1} className="scroll-mt-4 rounded text-lg">
            {help.isFound ? t('found', { count: help.topics.length }) : t('nothing')}
          </h2>
          {!help.isFound && <p className="text-ink-soft">{hint}</p>}
        </div>
      )}
      {!help.typed && (
        <h2 id="results" className="sr-only">
          {t(`name.${first.code}`)}
        </h2>
      )}
      {help.isFound && (
        <TopicCard topic={first} isHeading>
          {after(first)}
        </TopicCard>
      )}
      {(help.isFound ? others : help.topics).map((topic) => (
        <Details key={topic.code} summary={t(`name.${topic.code}`)}>
          <TopicCard topic={topic}>{after(topic)}</TopicCard>
        </Details>
      ))}
    </section>
  )
}

type Props = {
  help: HelpView
  /** What to say where nothing fits. */
  hint: string
  after: (topic: TopicView) => ReactNode
}
