import { useTranslations } from 'next-intl'

/** The first stop of the Tab key. */
export function SkipLink() {
  const t = useTranslations('ui')
  return (
    <a
      href="#content"
      className="sr-only focus-visible:not-sr-only focus-visible:fixed! focus-visible:top-2 focus-visible:left-2 focus-visible:z-50 focus-visible:rounded forced-color-adjust-none focus-visible:bg-accent focus-visible:px-4! focus-visible:py-2! focus-visible:text-on-accent"
    >
      {t('skip')}
    </a>
  )
}
