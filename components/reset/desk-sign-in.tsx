import { useTranslations } from 'next-intl'
import type { ButtonProps } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'

/** Brings the agent's own right at Microsoft, and comes back to the case. */
export function DeskSignIn({
  caseId,
  variant = 'primary',
}: {
  caseId: string
  variant?: ButtonProps['variant']
}) {
  const t = useTranslations('reset')
  return (
    <form action="/api/sign-in" method="post" className="flex flex-col items-start gap-2">
      <input type="hidden" name="app" value="desk" />
      <input type="hidden" name="fresh" value="yes" />
      <input type="hidden" name="returnTo" value={`/desk/cases/${caseId}`} />
      <SubmitButton variant={variant}>{t('signIn')}</SubmitButton>
      <p className="max-w-prose text-ink-soft text-sm">{t('signInHint')}</p>
    </form>
  )
}
