import type { ReactNode } from 'react'
import type { ButtonProps } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import type { App } from '@/lib/domain/session'

/** Sends the person to Microsoft for a fresh sign-in, and back to where they were. */
export function FreshSignIn({
  app,
  returnTo,
  variant = 'primary',
  wide = true,
  hint,
  fields = {},
  children,
}: Props) {
  return (
    <form action="/api/sign-in" method="post" className="flex flex-col items-start gap-2">
      <input type="hidden" name="app" value={app} />
      <input type="hidden" name="fresh" value="yes" />
      <input type="hidden" name="returnTo" value={returnTo} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton wide={wide} variant={variant}>
        {children}
      </SubmitButton>
      {hint && <p className="max-w-prose text-ink-soft text-sm">{hint}</p>}
    </form>
  )
}

type Props = {
  /** Whose right it brings: nobody's, the person's own, or the desk's. */
  app: App
  /** A path of ours. */
  returnTo: string
  variant?: ButtonProps['variant']
  wide?: boolean
  hint?: ReactNode
  /** What the form says besides: hidden fields. */
  fields?: Record<string, string>
  children: ReactNode
}
