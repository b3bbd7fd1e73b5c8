'use client'

import type { ReactNode } from 'react'
import type { ButtonProps } from '@/components/ui/button'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** One button that does one thing, with what it needs to know hidden in it. */
export function PlainForm({ action, label, variant = 'primary', hidden = {}, done }: Props) {
  const { run, problems, isDone } = useForm(action)
  return (
    <form action={run} className="flex flex-col gap-3">
      <FormErrors errors={problems} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton wide variant={variant}>
        {label}
      </SubmitButton>
      {isDone && done}
    </form>
  )
}

type Props = {
  action: FormAction
  label: string
  variant?: ButtonProps['variant']
  hidden?: Record<string, string>
  /** What to say once it is done, where the page itself does not. */
  done?: ReactNode
}
