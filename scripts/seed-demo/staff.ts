import { runAt } from '@/lib/clock'
import { castMember, staff } from './company'
import { signIn } from './sign-in'
import { ago } from './times'

/** Everybody who works in the portal has signed in before, so their roles have been seen. */
export async function seedStaff(): Promise<void> {
  for (const [name, roles] of Object.entries(staff)) {
    const person = await castMember(name)
    await runAt(ago(1, 2), () => signIn(person, { roles }))
  }
}
