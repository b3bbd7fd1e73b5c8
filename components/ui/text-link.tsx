import Link from 'next/link'
import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import type { Href } from '@/components/ui/href'

/** A link in running text. Nothing is fetched before somebody follows it. */
export function TextLink({
  href,
  className,
  children,
}: {
  href: Href
  className?: string
  children: ReactNode
}) {
  return (
    <Link
      href={href}
      prefetch={false}
      className={classNames('underlined rounded-[2px] text-accent hover:text-accent-strong', className)}
    >
      {children}
    </Link>
  )
}
