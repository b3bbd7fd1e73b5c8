import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Href } from '@/components/ui/href'
import { TextLink } from '@/components/ui/text-link'

/** The way back up; the page itself is its heading and not repeated here. */
export function Breadcrumb({ steps }: { steps: BreadcrumbStep[] }) {
  const t = useTranslations('ui')
  return (
    <nav aria-label={t('breadcrumb')} className="text-sm print:hidden">
      <ol className="flex flex-wrap gap-x-2">
        {steps.map(({ key, href, label }) => (
          <li key={key} className="flex gap-2 after:text-ink-soft after:content-['/']">
            <TextLink href={href}>{label}</TextLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}

export type BreadcrumbStep = { key: string; href: Href; label: ReactNode }
