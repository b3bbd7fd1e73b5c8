import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'

/** The last move is closed, and no other is planned. */
export function MoveDone({ at }: { at: string }) {
  const t = useTranslations('return')
  const s = useTranslations('swap')
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-2xl">{t('closed')}</h1>
      <Notice tone="safe" announce>
        {t.rich('closedHint', { at: () => <Time at={at} style="day" /> })}
      </Notice>
      <p>
        <TextLink href="/my/help">{s('noneHelp')}</TextLink>
      </p>
    </div>
  )
}
