import { useTranslations } from 'next-intl'
import { FindingList } from '@/components/tenant/finding-list'
import { Known } from '@/components/truth/known'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { useMessage } from '@/lib/i18n/use-message'
import type { ExaminationView } from '@/lib/queries/tenant'

/** Whether this tenant is ready for people to move, before a wave is published rather than on the day. */
export function Preflight({
  examination,
  ask,
}: {
  examination: ExaminationView | null
  ask: () => Promise<void>
}) {
  const t = useTranslations('findings')
  const message = useMessage()
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        state={examination && !examination.failure && <Known how="seen" at={examination.at} />}
        actions={
          <Messages>
            <form action={ask}>
              <SubmitButton variant="secondary">{t('again')}</SubmitButton>
            </form>
          </Messages>
        }
      />
      {!examination && (
        <Notice tone="note" title={t('never')}>
          {t('neverHint')}
        </Notice>
      )}
      {examination?.failure && (
        <Notice tone="stop" title={t('failed')}>
          {message(examination.failure)}
        </Notice>
      )}
      {examination && !examination.failure && <FindingList findings={examination.findings} />}
    </>
  )
}
