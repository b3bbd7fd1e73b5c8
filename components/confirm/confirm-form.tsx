'use client'

import { Button } from '@/components/ui/button'
import { FormErrors } from '@/components/ui/form-errors'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** Yes or no. Neither is the default: nothing is answered by pressing Enter somewhere. */
export function ConfirmForm({ confirmationId, yes, no, answer }: Props) {
  const { run, problems } = useForm(answer)
  return (
    <form action={run} className="flex flex-col gap-3">
      <FormErrors errors={problems} />
      <input type="hidden" name="confirmationId" value={confirmationId} />
      <Button type="submit" name="answer" value="yes" variant="primary" wide>
        {yes}
      </Button>
      <Button type="submit" name="answer" value="no" variant="danger" wide>
        {no}
      </Button>
    </form>
  )
}

type Props = { confirmationId: string; yes: string; no: string; answer: FormAction }
