import { getLocale, getTranslations } from 'next-intl/server'
import { giveReference } from '@/app/locked-out/actions'
import { LockedOut } from '@/components/locked-out/locked-out'
import { SignedOutShell } from '@/components/shell/signed-out-shell'
import { countLookup } from '@/lib/commands/visit/count-lookup'
import { readHelp } from '@/lib/guides/read-help'
import { today } from '@/lib/queries/today'
import { readAddress } from '@/lib/web/address'
import { readPreferences } from '@/lib/web/preferences'

export async function generateMetadata() {
  const t = await getTranslations('lockedOut')
  return { title: t('title') }
}

/** For whoever cannot sign in. Says what to prepare, what a message means, and nothing about any account. */
export default async function LockedOutPage({ searchParams }: PageProps<'/locked-out'>) {
  const { theme } = await readPreferences()
  const language = await getLocale()
  const help = readHelp(await searchParams, language, today())
  if (help.counted)
    await countLookup(
      { kind: 'visitor', reference: null },
      { topic: help.counted, address: await readAddress() },
    )

  return (
    <SignedOutShell theme={theme}>
      <LockedOut help={help} giveReference={giveReference} language={language} />
    </SignedOutShell>
  )
}
