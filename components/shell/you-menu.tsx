import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PreferenceSwitches } from '@/components/shell/preference-switches'
import { SignOut, type SignOutAction } from '@/components/shell/sign-out'
import { Icon } from '@/components/ui/icon'
import type { Messages } from '@/lib/i18n/messages'
import type { Preferences } from '@/lib/web/preferences'

/** Who is signed in, and as what. */
export type You = { name: string; roles: (keyof Messages['role'])[] }

/** Who I am and as what; how pages are drawn; the way out. */
export function YouMenu({ you, preferences, signOut }: Props) {
  const role = useTranslations('role')
  const { theme, density } = preferences
  return (
    <details className="group relative">
      <summary className="flex min-h-(--control) list-none items-center gap-2 rounded px-2 text-sm hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <span className="flex flex-col text-right leading-tight">
          <span className="font-semibold">{you.name}</span>
          <span className="text-ink-soft text-xs">{you.roles.map((name) => role(name)).join(', ')}</span>
        </span>
        <Icon of={ChevronDown} className="transition-transform group-open:rotate-180" />
      </summary>
      <div className="absolute right-0 z-30 mt-1 flex w-80 max-w-[calc(100vw-2rem)] flex-col gap-3 rounded border border-line bg-raised p-4 shadow">
        <PreferenceSwitches theme={theme} density={density} />
        <div className="border-line border-t pt-2">
          <SignOut action={signOut} />
        </div>
      </div>
    </details>
  )
}

type Props = { you: You; preferences: Preferences; signOut: SignOutAction }
