'use client'

import type { ReactNode } from 'react'

/**
 * A form whose words stay in this page. It is drawn by the script alone, has no address, and a browser that would
 * send it by itself is told that there is nowhere to send it to (`dialog` without a dialog).
 */
export function LocalForm({ submit, children }: { submit: () => void; children: ReactNode }) {
  return (
    <form
      method="dialog"
      noValidate
      autoComplete="off"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {children}
    </form>
  )
}
