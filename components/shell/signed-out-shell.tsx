import type { ReactNode } from 'react'
import { Brand } from '@/components/shell/brand'
import { PreferenceSwitches } from '@/components/shell/preference-switches'
import { SkipLink } from '@/components/ui/skip-link'
import type { Preferences } from '@/lib/web/preferences'

/** One column, nothing else: sign in, locked out. */
export function SignedOutShell({ theme, children }: { theme: Preferences['theme']; children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-column flex-col px-4 print:block print:min-h-0 print:max-w-none print:p-0">
      <SkipLink />
      <header className="py-5">
        <Brand />
      </header>
      <main id="content" className="flex-1 pt-8 pb-16 sm:pt-16 print:p-0">
        {children}
      </main>
      <footer className="border-line border-t py-5 print:hidden">
        <PreferenceSwitches theme={theme} />
      </footer>
    </div>
  )
}
