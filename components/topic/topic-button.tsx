import { ExternalLink } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button-style'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import type { TopicButton as Button } from '@/lib/guides/topic'

/** The button that does it, or leads to where it is done. */
export function TopicButton({ button, securityInfoUrl }: { button: Button | null; securityInfoUrl: string }) {
  const t = useTranslations('topic')
  if (button === null) return null
  if (button === 'security_info')
    return (
      <a
        href={securityInfoUrl}
        target="_blank"
        rel="noreferrer"
        className={buttonStyle({ variant: 'primary', wide: true })}
      >
        {t('button_security_info')}
        <Icon of={ExternalLink} />
        <span className="sr-only">{t('newTab')}</span>
      </a>
    )
  return (
    <LinkButton href={places[button]} variant={button === 'not_me' ? 'danger' : 'primary'} wide>
      {t(`button_${button}`)}
    </LinkButton>
  )
}

const places = { move: '/my', devices: '/my/devices', not_me: '/my/not-me' } as const
