import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import type { TopicView } from '@/lib/guides/read-help'

/** Who says so, and when we last looked. */
export function TopicSource({ topic: { source, reviewedOn } }: { topic: TopicView }) {
  const t = useTranslations('topic')
  const words = t.rich(`source_${source.by}`, {
    day: () => <Time at={`${reviewedOn}T12:00:00Z`} style="day" />,
  })
  return (
    <p className="text-ink-soft text-sm">
      {'url' in source ? (
        <a
          href={source.url}
          target="_blank"
          rel="noreferrer"
          className="underlined rounded-[2px] text-accent hover:text-accent-strong"
        >
          {words} <span className="sr-only">{t('newTab')}</span>
        </a>
      ) : (
        words
      )}
    </p>
  )
}
