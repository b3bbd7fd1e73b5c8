import { ExternalLink } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ButtonVariant, buttonStyle } from '@/components/ui/button-style'
import { Icon } from '@/components/ui/icon'

/** Microsoft's own page for one's own registrations, beside this one. */
export function SecurityInfoLink({ url, variant = 'primary' }: { url: string; variant?: ButtonVariant }) {
  const t = useTranslations('swap')
  return (
    <a href={url} target="_blank" rel="noreferrer" className={buttonStyle({ variant, wide: true })}>
      {t('openSecurityInfo')}
      <Icon of={ExternalLink} />
      <span className="sr-only">{t('newTab')}</span>
    </a>
  )
}
