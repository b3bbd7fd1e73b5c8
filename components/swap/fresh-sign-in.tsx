import type { ReactNode } from 'react'
import type { ButtonProps } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'

/** Sends the person to Microsoft for a fresh sign-in and back to their move. */
export function FreshSignIn({ app, variant = 'primary', children }: Props) {
  return (
    <form action="/api/sign-in" method="post">
      <input type="hidden" name="app" value={app} />
      <input type="hidden" name="fresh" value="yes" />
      <input type="hidden" name="returnTo" value="/my" />
      <SubmitButton wide variant={variant}>
        {children}
      </SubmitButton>
    </form>
  )
}

type Props = { app: 'self' | 'portal'; variant?: ButtonProps['variant']; children: ReactNode }
