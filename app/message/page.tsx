import { getTranslations } from 'next-intl/server'
import { checkMessageAction } from '@/app/message/actions'
import { CheckMessage } from '@/components/message/check-message'
import { SignedOutShell } from '@/components/shell/signed-out-shell'
import { readPreferences } from '@/lib/web/preferences'

export async function generateMetadata() {
  const t = await getTranslations('checkMessage')
  return { title: t('title') }
}

/** For whoever doubts a mail. Says whether we sent one with that code, and nothing about anybody. */
export default async function MessagePage() {
  const { theme } = await readPreferences()
  return (
    <SignedOutShell theme={theme}>
      <CheckMessage action={checkMessageAction} />
    </SignedOutShell>
  )
}
