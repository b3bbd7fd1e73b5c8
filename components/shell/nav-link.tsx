'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** A link that knows when one is there. `exact` for the start of a room, whose path all others begin with. */
export function NavLink({ href, exact, className, children }: Props) {
  const path = usePathname()
  const here = path === href || (!exact && path.startsWith(`${href}/`))
  return (
    <Link href={href} prefetch={false} aria-current={here ? 'page' : undefined} className={className}>
      {children}
    </Link>
  )
}

type Props = { href: Route; exact?: boolean; className?: string; children: ReactNode }
