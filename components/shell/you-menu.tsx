import { ChevronDown, CircleUser } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PreferenceSwitches } from '@/components/shell/preference-switches'
import { SignOut, type SignOutAction } from '@/components/shell/sign-out'
import { Icon } from '@/components/ui/icon'
import { Popover } from '@/components/ui/popover'
import type { Messages } from '@/lib/i18n/messages'
import type { Preferences } from '@/lib/web/preferences'

/** Who I am and as what; how pages are drawn; the way out. */
export function YouMenu({ you, preferences, signOut }: Props) {
  const t = useTranslations('role')
  const who = (
    <>
      <span className="font-semibold">{you.name}</span>
      <span className="text-ink-soft text-xs">{you.roles.map((role) => t(role)).join(', ')}</span>
    </>
  )
  return (
    <Popover
      triggerStyle="flex min-h-(--control) items-center gap-2 rounded px-2 text-sm hover:bg-sunken"
      trigger={
        <>
          <Icon of={CircleUser} className="size-5 sm:hidden" />
          <span className="flex flex-col text-right leading-tight max-sm:sr-only">{who}</span>
          <Icon of={ChevronDown} />
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="flex flex-col text-sm sm:hidden">{who}</p>
        <PreferenceSwitches {...preferences} />
        <div className="border-line border-t pt-2">
          <SignOut action={signOut} />
        </div>
      </div>
    </Popover>
  )
}

/** Who is signed in, and as what. */
export type You = { name: string; roles: (keyof Messages['role'])[] }

type Props = { you: You; preferences: Preferences; signOut: SignOutAction }
