import '@/app/theme.css'
import type { Metadata, Viewport } from 'next'
import { getLocale, getTimeZone } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Providers } from '@/app/providers'
import { OwnZone } from '@/components/shell/own-zone'
import { readPreferences } from '@/lib/web/preferences'

export const metadata: Metadata = {
  title: { default: 'Passaggio', template: '%s · Passaggio' },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, date: false, address: false, email: false },
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const language = await getLocale()
  const { theme } = await readPreferences()

  return (
    <html lang={language} data-theme={theme === 'system' ? undefined : theme}>
      <body>
        <Providers>{children}</Providers>
        <OwnZone known={await getTimeZone()} />
      </body>
    </html>
  )
}
