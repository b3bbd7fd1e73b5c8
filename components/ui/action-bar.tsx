import type { ReactNode } from 'react'

/** What can be done now, within reach of a thumb: it stays at the lower edge while the page scrolls. */
export function ActionBar({ children }: { children: ReactNode }) {
  return (
    <div className="sticky bottom-0 z-10 -mx-4 mt-6 flex flex-wrap items-center gap-3 border-line border-t bg-page px-4 py-3 print:hidden">
      {children}
    </div>
  )
}
