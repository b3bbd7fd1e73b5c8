import { useTranslations } from 'next-intl'

/** Something is on its way. Lines where the words will be; the word itself for screen readers. */
export function Loading({ lines = 3 }: { lines?: number }) {
  const t = useTranslations('ui')
  return (
    <div role="status" className="flex flex-col gap-3 py-2">
      <span className="sr-only">{t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
          key={line}
          className="h-4 max-w-prose rounded border border-line bg-sunken last:max-w-60"
        />
      ))}
    </div>
  )
}
