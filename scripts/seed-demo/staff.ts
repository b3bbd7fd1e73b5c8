import { runAt } from '@/lib/clock'
import { changeSetting } from '@/lib/commands/settings/change-setting'
import { castMember, signedIn, staff } from './company'
import { signIn } from './sign-in'
import { ago } from './times'

/** Everybody who works in the portal has signed in before, so their roles have been seen; the Owner has set it up. */
export async function seedStaff(): Promise<void> {
  for (const [name, roles] of Object.entries(staff)) {
    const person = await castMember(name)
    await runAt(ago(1, 2), () => signIn(person, { roles }))
  }
  const [olga, emergency] = [await castMember('Olga Owner'), await castMember('Emergency Access')]
  await runAt(ago(40), () =>
    changeSetting(signedIn(olga, ['owner']), { name: 'breakGlass', value: emergency.userPrincipalName }),
  )
  await runAt(ago(40), () =>
    changeSetting(signedIn(olga, ['owner']), { name: 'deskContact', value: '+39 02 5550 0199, 8:00–18:00' }),
  )
  // The emulated tenant has no mailbox for the desk alone, so Hana reads what comes to it.
  const { userPrincipalName: value } = await castMember('Hana Helpdesk')
  await runAt(ago(40), () => changeSetting(signedIn(olga, ['owner']), { name: 'deskMailbox', value }))
}
