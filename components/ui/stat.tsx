import Link from 'next/link'
import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import type { Href } from '@/components/ui/href'
import { Icon } from '@/components/ui/icon'
import { type Tone, toneIcon, toneInk } from '@/components/ui/tone'

/** A count that leads to what it counts. */
export function Stat({ label, value, href, tone = 'plain', children }: Props) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="group flex min-w-36 flex-1 flex-col gap-0.5 rounded border border-line bg-surface px-4 py-3 hover:border-line-strong"
    >
      <span className="flex items-center gap-1.5 text-ink-soft text-sm">
        {tone !== 'plain' && <Icon of={toneIcon[tone]} className={toneInk[tone]} />}
        <span className="group-hover:underline">{label}</span>
      </span>
      <span className={classNames('tabular font-semibold text-2xl', toneInk[tone])}>{value}</span>
      {children && <span className="text-ink-soft text-sm">{children}</span>}
    </Link>
  )
}

type Props = { label: ReactNode; value: ReactNode; href: Href; tone?: Tone; children?: ReactNode }
