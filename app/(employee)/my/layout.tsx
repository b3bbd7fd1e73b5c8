import { redirect } from 'next/navigation'
import { EmployeeShell } from '@/components/shell/employee-shell'
import { findActor } from '@/lib/auth/actor'
import { roomsOf } from '@/lib/domain/rooms'
import { readPreferences } from '@/lib/web/preferences'

export default async function MyLayout({ children }: LayoutProps<'/my'>) {
  const signedIn = await findActor()
  if (!signedIn) redirect('/?returnTo=%2Fmy')
  const { theme } = await readPreferences()
  return (
    <EmployeeShell
      name={signedIn.displayName}
      rooms={roomsOf(signedIn.actor.roles)}
      theme={theme}
      signOut="/api/sign-out"
    >
      {children}
    </EmployeeShell>
  )
}
