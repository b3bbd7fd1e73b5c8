import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { roomHref } from '@/components/shell/rooms'
import { SignedOutShell } from '@/components/shell/signed-out-shell'
import { SignIn } from '@/components/sign-in/sign-in'
import { Notice } from '@/components/ui/notice'
import { findActor } from '@/lib/auth/actor'
import { readAsked } from '@/lib/auth/asked'
import { roomsOf } from '@/lib/domain/rooms'
import { readPreferences } from '@/lib/web/preferences'

/** The sign-in page; whoever is signed in goes on to their first room. */
export default async function StartPage({ searchParams }: PageProps<'/'>) {
  const { returnTo, error } = await searchParams
  const signedIn = await findActor()
  if (signedIn && error) redirect(await wayBack())
  if (signedIn) redirect(roomHref[roomsOf(signedIn.actor.roles)[0] ?? 'my'])
  const { theme } = await readPreferences()

  return (
    <SignedOutShell theme={theme}>
      <SignIn action="/api/sign-in" returnTo={typeof returnTo === 'string' ? returnTo : '/'}>
        {error && <FailedSignIn />}
        {!error && returnTo && <Ended />}
      </SignIn>
    </SignedOutShell>
  )
}

/** A fresh sign-in that fails leaves the person where they were, still signed in, and says so there. */
async function wayBack(): Promise<Route> {
  const asked = await readAsked()
  const path = asked?.returnTo ?? '/my'
  return `${path}${path.includes('?') ? '&' : '?'}signIn=failed` as Route // a path of ours, checked when it was remembered
}

function FailedSignIn() {
  const t = useTranslations('signIn')
  return (
    <Notice tone="stop" title={t('failed')}>
      {t('failedHint')}
    </Notice>
  )
}

function Ended() {
  const t = useTranslations('signIn')
  return (
    <Notice tone="note" title={t('ended')}>
      {t('endedHint')}
    </Notice>
  )
}
