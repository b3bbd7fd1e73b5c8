'use client'

import { useTranslations } from 'next-intl'
import { inputStyle } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** How many seats a window has, to change in its row. */
export function ResizeWindow({ waveId, windowId, name, capacity, resizeWindow }: Props) {
  const t = useTranslations('window')
  const { run, value, problems } = useForm(resizeWindow)
  const problem = problems[0]?.message
  const id = `seats-${windowId}`
  return (
    <form action={run} className="flex flex-col gap-1">
      <input type="hidden" name="waveId" value={waveId} />
      <input type="hidden" name="windowId" value={windowId} />
      <span className="flex items-center gap-2">
        <input
          id={id}
          name="capacity"
          type="number"
          min={1}
          inputMode="numeric"
          aria-label={t('seatsOf', { name })}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-error` : undefined}
          defaultValue={value('capacity', String(capacity))}
          className={`${inputStyle} tabular w-24!`}
        />
        <SubmitButton variant="secondary">{t('resize')}</SubmitButton>
      </span>
      {problem && (
        <span id={`${id}-error`} role="alert" className="max-w-64 text-sm text-stop">
          {problem}
        </span>
      )}
    </form>
  )
}

type Props = { waveId: string; windowId: string; name: string; capacity: number; resizeWindow: FormAction }
