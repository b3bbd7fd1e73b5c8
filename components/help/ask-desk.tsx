import type { ReactNode } from 'react'
import { Messages } from '@/components/ui/messages'
import { PlainForm } from '@/components/ui/plain-form'
import type { CaseReason } from '@/lib/domain/case'
import type { FormAction } from '@/lib/web/answer'

/** One tap opens a case that already knows where the person stands. */
export function AskDesk({ lead, problems, openCase }: Props) {
  return (
    <Messages>
      <div className="flex flex-col gap-3 py-2">
        <p>{lead}</p>
        {problems.map(({ problem, label }) => (
          <PlainForm key={problem} action={openCase} variant="secondary" label={label} hidden={{ problem }} />
        ))}
      </div>
    </Messages>
  )
}

type Props = {
  lead: ReactNode
  problems: { problem: CaseReason; label: string }[]
  openCase: FormAction
}
