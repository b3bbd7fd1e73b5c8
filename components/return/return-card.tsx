import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import type { MyReturnView } from '@/lib/queries/my-return'

/** What is left to do about the old phone, on the page of one's move once it is safe to wipe. */
export function ReturnCard({ view }: { view: MyReturnView }) {
  const t = useTranslations('return')
  if (view.isContradicted)
    return (
      <Notice tone="stop" title={t('contradicted')}>
        <p>{t('contradictedHint')}</p>
        <TextLink href="/my/help">{t('problem')}</TextLink>
      </Notice>
    )
  if (!view.isSafe || view.isOver) return null
  return (
    <section aria-label={t('title')} className="flex flex-col gap-3">
      <div>
        <h2 className="text-xl">{t('card')}</h2>
        <p className="text-ink-soft">{t('cardHint')}</p>
      </div>
      <LinkButton href="/my/return" variant="primary" wide>
        {t('cardGo')}
      </LinkButton>
    </section>
  )
}
