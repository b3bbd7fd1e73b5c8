import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/text-link'

/** The way to "It was not me", from wherever somebody may find out. */
export function NotMeLine() {
  const t = useTranslations('notMe')
  return (
    <p className="text-ink-soft">
      {t('line')}{' '}
      <TextLink href="/my/not-me" className="inline-flex min-h-(--control) items-center">
        {t('title')}
      </TextLink>
    </p>
  )
}
