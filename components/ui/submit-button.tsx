'use client'

import { LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { Button, type ButtonProps } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

/** Sends its form, once: while the answer is under way it is busy, and a second press does nothing. */
export function SubmitButton({ pendingLabel, children, ...rest }: Props) {
  const { pending } = useFormStatus()
  return (
    <Button
      variant="primary"
      {...rest}
      type="submit"
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
    >
      {pending && <Icon of={LoaderCircle} className="animate-spin" />}
      {pending ? (pendingLabel ?? children) : children}
    </Button>
  )
}

type Props = Omit<ButtonProps, 'type' | 'onClick'> & { pendingLabel?: ReactNode }
