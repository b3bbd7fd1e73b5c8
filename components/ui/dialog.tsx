'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import type { ButtonVariant } from '@/components/ui/button-style'
import { Icon } from '@/components/ui/icon'

/** A question over the page. Escape or Close leaves it, and nothing has happened. */
export function Dialog({ open, variant, title, children }: Props) {
  const t = useTranslations('ui')
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  return (
    <>
      <Button variant={variant} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {open}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={heading}
        className="m-auto w-[calc(100%-2rem)] max-w-column rounded border border-line bg-raised p-5 text-left text-ink shadow"
      >
        <div className="flex items-start justify-between gap-4 pb-3">
          <h2 id={heading} className="text-lg">
            {title}
          </h2>
          <form method="dialog">
            <Button type="submit" variant="quiet" className="-my-1.5 -mr-2">
              <Icon of={X} />
              {t('close')}
            </Button>
          </form>
        </div>
        {children}
      </dialog>
    </>
  )
}

type Props = {
  /** The words on the button that opens it. */
  open: ReactNode
  variant?: ButtonVariant
  title: ReactNode
  children: ReactNode
}
