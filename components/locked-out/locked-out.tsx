import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/text-link'

const waysBack = ['other', 'laptop', 'desk'] as const
const toPrepare = ['manager', 'number', 'newPhone', 'place'] as const

/** What to try, what to have ready, and what nobody will ever ask. */
export function LockedOut() {
  const t = useTranslations('lockedOut')
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-2xl sm:text-3xl">{t('title')}</h1>
      <p className="text-lg">{t('lead')}</p>
      <section className="flex flex-col gap-2">
        <h2 className="text-lg">{t('ways')}</h2>
        <ol className="flex list-decimal flex-col gap-2 pl-5">
          {waysBack.map((way) => (
            <li key={way}>{t(`way_${way}`)}</li>
          ))}
        </ol>
      </section>
      <section className="flex flex-col gap-2">
        <h2 className="text-lg">{t('prepare')}</h2>
        <ul className="flex list-disc flex-col gap-2 pl-5">
          {toPrepare.map((thing) => (
            <li key={thing}>{t(`prepare_${thing}`)}</li>
          ))}
        </ul>
      </section>
      <p className="text-ink-soft">{t('never')}</p>
      <p>
        <TextLink href="/">{t('back')}</TextLink>
      </p>
    </div>
  )
}
