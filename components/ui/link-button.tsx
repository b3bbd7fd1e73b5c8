import Link from 'next/link'
import type { ReactNode } from 'react'
import { type ButtonLook, buttonStyle } from '@/components/ui/button-style'
import type { Href } from '@/components/ui/href'

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ href, variant, wide, className, children }: Props) {
  return (
    <Link href={href} prefetch={false} className={buttonStyle({ variant, wide, className })}>
      {children}
    </Link>
  )
}

type Props = Omit<ButtonLook, 'off'> & { href: Href; children: ReactNode }
