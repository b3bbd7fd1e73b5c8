'use client'

import { useTranslations } from 'next-intl'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { Textarea } from '@/components/ui/textarea'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** A list of addresses, checked like a file before anybody is added. */
export function PasteForm({ waveId, checkPasted }: { waveId: string; checkPasted: FormAction }) {
  const t = useTranslations('wave')
  const { run, error, value, problems } = useForm(checkPasted)
  return (
    <form action={run} className="flex max-w-prose flex-col items-start gap-3">
      <FormErrors errors={problems} />
      <input type="hidden" name="waveId" value={waveId} />
      <div className="w-full">
        <Textarea
          name="addresses"
          label={t('paste')}
          hint={t('pasteHint')}
          defaultValue={value('addresses')}
          error={error('addresses')}
          rows={4}
          spellCheck={false}
          autoComplete="off"
        />
      </div>
      <SubmitButton variant="secondary">{t('check')}</SubmitButton>
    </form>
  )
}
