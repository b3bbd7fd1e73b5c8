import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { UrgentBar } from '@/components/desk/urgent-bar'
import type { RailItem } from '@/components/shell/rail'
import { StaffShell } from '@/components/shell/staff-shell'
import { findActor } from '@/lib/auth/actor'
import { isDeskStaff } from '@/lib/domain/case'
import { type Room, roomsOf } from '@/lib/domain/rooms'
import { getUrgent } from '@/lib/queries/urgent'
import { readPreferences } from '@/lib/web/preferences'

/** The frame around a staff page. It only spares people a detour: each page and query decides for itself. */
export async function StaffRoom({ room, rail, search, dataAge, children }: Props) {
  const signedIn = await findActor()
  if (!signedIn) redirect('/?returnTo=%2F')
  const { displayName, actor } = signedIn

  return (
    <StaffShell
      room={room}
      rail={rail}
      rooms={roomsOf(actor.roles)}
      you={{ name: displayName, roles: actor.roles.filter((role) => role !== 'employee') }}
      preferences={await readPreferences()}
      signOut="/api/sign-out"
      {...(search && { search })}
      dataAge={dataAge}
      alert={isDeskStaff(actor) && <UrgentBar view={await getUrgent(actor)} />}
    >
      {children}
    </StaffShell>
  )
}

type Props = {
  room: Exclude<Room, 'my'>
  rail: RailItem[]
  search?: { action: string }
  /** How old Microsoft's data on these pages is. */
  dataAge?: ReactNode
  children: ReactNode
}
