import { Check, X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Href } from '@/components/ui/href'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/text-link'

/** Ready-made filters in plain words, with how many they would show. Pressing an active one takes it off. */
export function FilterChips({ label, chips, clear }: Props) {
  const t = useTranslations('ui')
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-2 py-2 print:hidden">
      {chips.map(({ key, href, label: text, count, active }) => (
        <Link
          key={key}
          href={href}
          prefetch={false}
          aria-current={active ? 'true' : undefined}
          aria-label={active ? t('remove', { label: text }) : undefined}
          className="inline-flex min-h-8 items-center gap-1.5 rounded border border-line-strong bg-surface px-2.5 text-sm hover:bg-sunken aria-[current=true]:border-accent aria-[current=true]:bg-accent-soft aria-[current=true]:font-semibold aria-[current=true]:text-accent"
        >
          {active && <Icon of={Check} />}
          {text}
          {count !== undefined && <span className="tabular text-ink-soft">{count}</span>}
          {active && <Icon of={X} />}
        </Link>
      ))}
      {clear && (
        <TextLink href={clear} className="text-sm">
          {t('clearFilters')}
        </TextLink>
      )}
    </nav>
  )
}

export type Chip = {
  key: string
  /** The list with this filter put on, or taken off when it is active. */
  href: Href
  label: string
  count?: number
  active?: boolean
}

type Props = {
  label: string
  chips: Chip[]
  /** The list without any filter; only when one is on. */
  clear?: Href | undefined
}
