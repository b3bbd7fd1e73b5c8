import { useLocale, useTranslations } from 'next-intl'
import { CountForm } from '@/components/swap/count-form'
import { Lines } from '@/components/swap/guide'
import { OthersForm } from '@/components/swap/others-form'
import type { StepProps } from '@/components/swap/step-props'
import { Details } from '@/components/ui/details'
import { TextLink } from '@/components/ui/text-link'
import type { GuideAccount } from '@/lib/guides/edition'
import type { OthersCount } from '@/lib/queries/my-swap'

/** The other accounts on the old phone: counted, never named; then what to do with each kind that is there. */
export function OthersStep({ swap, shown, otherEditions, actions }: StepProps) {
  const t = useTranslations('swap')
  const language = useLocale()
  const { counted } = swap
  if (!counted) return <CountForm counted={null} shown={shown} countOthers={actions.countOthers} />
  const there = kinds.filter((kind) => counted[kind] > 0)
  return (
    <div className="flex flex-col gap-5">
      {there.length === 0 && <p>{t('othersNone')}</p>}
      {there.map((kind) => (
        <section key={kind} aria-labelledby={`others-${kind}`} className="flex flex-col gap-2">
          <h3 id={`others-${kind}`} className="font-semibold">
            {t(`others_${kind}`)}: {counted[kind]}
          </h3>
          <Lines
            inOrder={false}
            lines={
              otherEditions.find(({ account }) => account === accountOf[kind])?.text[language].lines ?? []
            }
          />
          {kind === 'codes' && (
            <p>
              <TextLink href="/my/other-apps">{t('othersApps')}</TextLink>
            </p>
          )}
          {(kind === 'codes' || kind === 'personal') && (
            <p>
              <TextLink href="/my/kit">{t('othersKit')}</TextLink>
            </p>
          )}
        </section>
      ))}
      <OthersForm counted={counted} shown={shown} attestOthersChecked={actions.attestOthersChecked} />
      <Details summary={t('othersAgain')}>
        <CountForm counted={counted} shown={shown} countOthers={actions.countOthers} />
      </Details>
    </div>
  )
}

const kinds = ['guests', 'work', 'personal', 'codes'] as const

const accountOf: Record<keyof OthersCount, GuideAccount> = {
  guests: 'guest',
  work: 'second_work',
  personal: 'personal',
  codes: 'codes',
}
