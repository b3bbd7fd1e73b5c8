import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Brand } from '@/components/shell/brand'
import { NavLink } from '@/components/shell/nav-link'
import { PreferenceSwitches } from '@/components/shell/preference-switches'
import { RoomSwitch } from '@/components/shell/room-switch'
import { SignOut, type SignOutAction } from '@/components/shell/sign-out'
import { SkipLink } from '@/components/ui/skip-link'
import type { Room } from '@/lib/domain/rooms'
import type { Preferences } from '@/lib/web/preferences'

/** One column to hold in one hand: three places to be, and nowhere to get lost. */
export function EmployeeShell({ name, rooms, theme, signOut, children }: Props) {
  const t = useTranslations('shell')
  return (
    <div className="mx-auto flex min-h-dvh max-w-column flex-col px-4 print:block print:min-h-0 print:max-w-none print:p-0">
      <SkipLink />
      <header className="flex flex-col gap-2 pt-4 print:hidden">
        <Brand />
        <nav aria-label={t('main')} className="flex gap-5 border-line border-b">
          <NavLink href="/my" exact className={tabStyle}>
            {t('my_move')}
          </NavLink>
          <NavLink href="/my/devices" className={tabStyle}>
            {t('my_devices')}
          </NavLink>
          <NavLink href="/my/help" className={tabStyle}>
            {t('my_help')}
          </NavLink>
        </nav>
      </header>
      <main id="content" className="flex-1 pt-6 pb-12 print:p-0">
        {children}
      </main>
      <footer className="flex flex-col gap-4 border-line border-t py-5 print:hidden">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <p className="text-ink-soft text-sm">{t('you', { name })}</p>
          <SignOut action={signOut} />
        </div>
        <RoomSwitch here="my" rooms={rooms} />
        <PreferenceSwitches theme={theme} />
      </footer>
    </div>
  )
}

const tabStyle =
  '-mb-px inline-flex min-h-(--control) items-center whitespace-nowrap border-transparent border-b-2 text-ink-soft hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink'

type Props = {
  /** Who is signed in, as they write their name. */
  name: string
  /** All rooms their roles allow. */
  rooms: Room[]
  theme: Preferences['theme']
  signOut: SignOutAction
  children: ReactNode
}
