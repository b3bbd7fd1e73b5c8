import { useTranslations } from 'next-intl'

/** Nothing is planned for this person, so there is nothing to choose. */
export function NoSlot() {
  const t = useTranslations('booking')
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-2xl">{t('noSwap')}</h1>
      <p>{t('noSwapHint')}</p>
    </div>
  )
}
