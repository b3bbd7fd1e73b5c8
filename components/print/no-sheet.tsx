import { useTranslations } from 'next-intl'

/** Nothing is planned for this person, so there is nothing to print. */
export function NoSheet() {
  const t = useTranslations('print')
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-2xl">{t('noSwap')}</h1>
      <p>{t('noSwapHint')}</p>
    </div>
  )
}
