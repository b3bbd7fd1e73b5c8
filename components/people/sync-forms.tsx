'use client'

import { useTranslations } from 'next-intl'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { Pipeline } from '@/lib/domain/directory'
import type { MessageCode } from '@/lib/i18n/messages'
import { useMessage } from '@/lib/i18n/use-message'
import type { FormAction } from '@/lib/web/answer'

/** Asks for one pipeline to be read now. */
export function SyncRefresh({ pipeline, askRefusal, askSync }: RefreshProps) {
  const t = useTranslations('people')
  const message = useMessage()
  const { run, problems, isDone } = useForm(askSync)
  return (
    <form action={run} className="flex flex-col items-start gap-1">
      <input type="hidden" name="pipeline" value={pipeline} />
      <SubmitButton
        variant="secondary"
        refusal={message(askRefusal)}
        aria-label={t(`sync_refresh_${pipeline}`)}
      >
        {t('sync_refresh')}
      </SubmitButton>
      <FormErrors errors={problems} />
      {isDone && (
        <p role="status" className="text-ink-soft text-sm">
          {t('sync_asked')}
        </p>
      )}
    </form>
  )
}

/** Somebody decides whether the many who are missing have left. */
export function SyncDecision({ runId, confirmLeavers, rejectLeavers }: DecisionProps) {
  const t = useTranslations('people')
  const confirm = useForm(confirmLeavers)
  const reject = useForm(rejectLeavers)
  return (
    <div className="flex flex-wrap items-start gap-3">
      <form action={reject.run}>
        <input type="hidden" name="runId" value={runId} />
        <SubmitButton variant="secondary">{t('sync_reject')}</SubmitButton>
      </form>
      <form action={confirm.run}>
        <input type="hidden" name="runId" value={runId} />
        <SubmitButton variant="danger">{t('sync_confirm')}</SubmitButton>
      </form>
      <FormErrors errors={[...confirm.problems, ...reject.problems]} />
    </div>
  )
}

type RefreshProps = { pipeline: Pipeline; askRefusal: MessageCode | null; askSync: FormAction }
type DecisionProps = { runId: string; confirmLeavers: FormAction; rejectLeavers: FormAction }
