import { useTranslations } from 'next-intl'
import { Known } from '@/components/truth/known'
import { Notice } from '@/components/ui/notice'
import type { OtherAppVerdict } from '@/lib/domain/other-app'

/** Whether any of these may hold the work account, how that is known, and what none of them can do. */
export function WorkAccount({ verdict, at }: { verdict: OtherAppVerdict; at: string | null }) {
  const t = useTranslations('otherApps')
  const isOpen = verdict === 'codes' || verdict === 'codes_some'
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg">{t('workTitle')}</h2>
      <Notice tone={isOpen ? 'note' : 'wait'} title={t(`verdict_${verdict}`)}>
        <p>{t(`verdict_${verdict}Hint`)}</p>
        {at && <Known how="seen" at={at} evidence={{ source: t('source') }} />}
      </Notice>
      <p>{t('onlyCodes')}</p>
      <p>{t('noProof')}</p>
      {isOpen && (
        <>
          <p>{t('add')}</p>
          <ol className="list-decimal pl-5">
            <li>{t('add1')}</li>
            <li>{t('add2')}</li>
            <li>{t('add3')}</li>
          </ol>
        </>
      )}
    </section>
  )
}
