'use client'

import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Icon } from '@/components/ui/icon'

/** Finds people. A plain form; the key `/` leads to it, unless switched off (WCAG 2.1.4). */
export function SearchField({ action, query, label, hint, shortcut }: Props) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!shortcut) return
    const jump = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return
      event.preventDefault()
      field.current?.focus()
    }
    document.addEventListener('keydown', jump)
    return () => document.removeEventListener('keydown', jump)
  }, [shortcut])

  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not yet in all supported browsers
    <form
      action={action}
      role="search"
      className="relative w-full max-w-96 max-md:order-last max-md:max-w-none"
    >
      <Icon
        of={Search}
        className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-soft"
      />
      <input
        ref={field}
        type="search"
        name="q"
        defaultValue={query}
        aria-label={label}
        placeholder={hint}
        aria-keyshortcuts={shortcut ? '/' : undefined}
        className="min-h-(--control) w-full rounded border border-line-strong bg-surface pr-3 pl-9 text-sm"
      />
    </form>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
}

type Props = { action: string; query?: string | undefined; label: string; hint: string; shortcut: boolean }
