import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TopicSource } from '@/components/topic/topic-source'
import type { TopicView } from '@/lib/guides/read-help'

/** One topic: the words of the screen, why, what to do in order, and who says so. */
export function TopicCard({ topic, isHeading, children }: Props) {
  const t = useTranslations('topic')
  const isError = topic.code.startsWith('ERR-')
  return (
    <article className="flex flex-col gap-3 rounded border border-line bg-surface px-4 py-4">
      {isHeading && <h3 className="font-semibold text-lg">{t(`name.${topic.code}`)}</h3>}
      {isError && (
        <p className="text-ink-soft text-sm">
          {t('shown')}: {topic.shown.slice(0, 2).join(' · ')}
        </p>
      )}
      <p>{topic.cause}</p>
      {topic.steps.length > 0 && (
        <ol aria-label={t('steps')} className="flex list-decimal flex-col gap-2 pl-5">
          {topic.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {children}
      {isError && (
        <p className="text-ink-soft text-sm">
          {t.rich('code', { name: () => <span className="whitespace-nowrap">{topic.code}</span> })}
        </p>
      )}
      <TopicSource topic={topic} />
    </article>
  )
}

type Props = {
  topic: TopicView
  /** Whether nothing around it names it. */
  isHeading?: boolean
  children?: ReactNode
}
