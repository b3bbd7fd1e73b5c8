import { Menu } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Brand } from '@/components/shell/brand'
import { Rail, type RailItem } from '@/components/shell/rail'
import { RoomSwitch } from '@/components/shell/room-switch'
import { SearchField } from '@/components/shell/search-field'
import type { SignOutAction } from '@/components/shell/sign-out'
import { type You, YouMenu } from '@/components/shell/you-menu'
import { Icon } from '@/components/ui/icon'
import { Popover } from '@/components/ui/popover'
import { SkipLink } from '@/components/ui/skip-link'
import type { Room } from '@/lib/domain/rooms'
import type { Preferences } from '@/lib/web/preferences'

/** Rail at the left, bar on top, tables in between. On a narrow screen the rail folds into a menu. */
export function StaffShell({
  room,
  rail,
  rooms,
  you,
  preferences,
  signOut,
  dataAge,
  search,
  alert,
  children,
}: Props) {
  const t = useTranslations('shell')
  const places = (
    <>
      <Rail label={t(`room_${room}`)} items={rail} />
      <RoomSwitch here={room} rooms={rooms} />
    </>
  )
  return (
    <div
      data-density={preferences.density}
      className="min-h-dvh print:block lg:grid lg:grid-cols-[13.5rem_minmax(0,1fr)]"
    >
      <SkipLink />
      <aside className="hidden flex-col gap-6 border-line border-r px-4 py-4 lg:sticky lg:top-0 lg:flex lg:h-dvh lg:overflow-y-auto print:hidden">
        <Brand />
        {places}
      </aside>
      <div className="flex min-w-0 flex-col">
        <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-2.5 sm:px-6 print:hidden">
          <div className="lg:hidden">
            <Brand small />
          </div>
          <div className="lg:hidden">
            <Popover
              triggerStyle="flex min-h-11 items-center gap-1.5 rounded border border-line-strong px-3"
              trigger={
                <>
                  <Icon of={Menu} />
                  {t(`room_${room}`)}
                </>
              }
              className="w-64"
            >
              <div className="flex flex-col gap-4">{places}</div>
            </Popover>
          </div>
          {search && (
            <SearchField
              {...search}
              label={t('search')}
              hint={t('searchHint')}
              shortcut={preferences.shortcuts === 'on'}
            />
          )}
          <div className="ml-auto flex items-center gap-4">
            {dataAge && <div className="hidden text-ink-soft text-sm md:block">{dataAge}</div>}
            <YouMenu you={you} preferences={preferences} signOut={signOut} />
          </div>
        </header>
        {alert}
        <main id="content" className="w-full max-w-page flex-1 px-4 py-6 sm:px-6">
          {dataAge && <div className="mb-4 text-ink-soft text-sm md:hidden">{dataAge}</div>}
          {children}
        </main>
      </div>
    </div>
  )
}

type Props = {
  room: Exclude<Room, 'my'>
  rail: RailItem[]
  /** All rooms their roles allow. */
  rooms: Room[]
  you: You
  preferences: Preferences
  signOut: SignOutAction
  /** How old Microsoft's data on this page is, mostly `<DataAge>`. */
  dataAge?: ReactNode
  /** Where the search of people leads. */
  search?: { action: string; query?: string | undefined }
  /** What must not be missed, above whatever page is open. */
  alert?: ReactNode
  children: ReactNode
}
