import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/text-link'

/** The way to what is nobody's business but one's own. */
export function PrivateLinks() {
  const t = useTranslations('tips')
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg">{t('links')}</h2>
      <ul className="flex flex-col *:flex *:min-h-(--control) *:items-center">
        <li>
          <TextLink href="/my/kit">{t('kit')}</TextLink>
        </li>
        <li>
          <TextLink href="/my/other-apps">{t('apps')}</TextLink>
        </li>
        <li>
          <TextLink href="/my/tips">{t('title')}</TextLink>
        </li>
      </ul>
    </section>
  )
}
