import { getTranslations } from 'next-intl/server'
import { LockedOut } from '@/components/locked-out/locked-out'
import { SignedOutShell } from '@/components/shell/signed-out-shell'
import { readPreferences } from '@/lib/web/preferences'

export async function generateMetadata() {
  const t = await getTranslations('lockedOut')
  return { title: t('title') }
}

/** For whoever cannot sign in. Says what to prepare, and nothing about any account. */
export default async function LockedOutPage() {
  const { theme } = await readPreferences()
  return (
    <SignedOutShell theme={theme}>
      <LockedOut />
    </SignedOutShell>
  )
}
