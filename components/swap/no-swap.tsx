import { useTranslations } from 'next-intl'
import { NotMeLine } from '@/components/not-me/not-me-line'
import { TextLink } from '@/components/ui/text-link'

/** Nothing is planned for this person. */
export function NoSwap() {
  const t = useTranslations('swap')
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-2xl">{t('none')}</h1>
      <p>{t('noneHint')}</p>
      <p>
        <TextLink href="/my/help">{t('noneHelp')}</TextLink>
      </p>
      <NotMeLine />
    </div>
  )
}
