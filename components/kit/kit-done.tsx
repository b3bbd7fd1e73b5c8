import { useTranslations } from 'next-intl'
import { Known } from '@/components/truth/known'
import { Messages } from '@/components/ui/messages'
import { PlainForm } from '@/components/ui/plain-form'
import type { MyKitView } from '@/lib/queries/my-kit'
import type { FormAction } from '@/lib/web/answer'

/** The one thing the organisation may learn: that the list is done. */
export function KitDone({ kit, attestKit }: { kit: MyKitView; attestKit: FormAction }) {
  const t = useTranslations('kit')
  return (
    <section aria-labelledby="kit-done" className="flex flex-col gap-3 border-line border-t pt-5">
      <h2 id="kit-done" className="text-lg">
        {t('doneTitle')}
      </h2>
      {!kit.hasMove && <p>{t('doneNobody')}</p>}
      {kit.hasMove && !kit.doneAt && (
        <>
          <p>{t('doneHow')}</p>
          <Messages>
            <PlainForm action={attestKit} variant="secondary" label={t('doneButton')} />
          </Messages>
        </>
      )}
      {kit.doneAt && (
        <p>
          {t('doneSaid')}{' '}
          <Known how="attested" by="you" at={kit.doneAt} evidence={{ source: t('doneSource') }} />
        </p>
      )}
    </section>
  )
}
