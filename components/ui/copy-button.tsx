'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

/** Copies `text`, and says whether that worked. */
export function CopyButton({ text, children }: { text: string; children?: ReactNode }) {
  const t = useTranslations('ui')
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null)
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('copyFailed'),
    )
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      <Button onClick={copy}>
        <Icon of={outcome === 'copied' ? Check : Copy} />
        {children ?? t('copy')}
      </Button>
      <span role="status" className="text-ink-soft text-sm">
        {outcome && t(outcome)}
      </span>
    </span>
  )
}
