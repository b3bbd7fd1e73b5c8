import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'

/** In place of the step: nothing goes on until the desk has spoken to the person. */
export function FrozenNotice({ at }: { at: string }) {
  const t = useTranslations('notMe')
  return (
    <Notice tone="stop" title={t('frozen')}>
      <p>{t.rich('frozenHint', { at: () => <Time at={at} /> })}</p>
      <p>
        <TextLink href="/my/not-me">{t('frozenMore')}</TextLink>
      </p>
    </Notice>
  )
}
