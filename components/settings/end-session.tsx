'use client'

import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** The button in a session's row. Its words name whose it is. */
export function EndSession({ action, sessionId, label }: Props) {
  const { run, problems } = useForm(action)
  return (
    <form action={run} className="flex flex-col gap-2">
      <FormErrors errors={problems} />
      <input type="hidden" name="sessionId" value={sessionId} />
      <SubmitButton variant="danger">{label}</SubmitButton>
    </form>
  )
}

type Props = { action: FormAction; sessionId: string; label: string }
