import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { ReferenceView } from '@/lib/queries/references'

/** An agent typed a reference where a person is looked for: what it says, and that it names nobody. */
export function FoundReference({ reference }: { reference: ReferenceView }) {
  const t = useTranslations('reference')
  const word = useTranslations('case')
  return (
    <div className="mb-6 max-w-prose">
      <Notice tone="note" announce title={t('searchFound')}>
        <p>{t('searchFoundHint', { problem: word(`reason_${reference.problem}`) })}</p>
        {reference.isLinked && <p>{t('searchLinked')}</p>}
      </Notice>
    </div>
  )
}
