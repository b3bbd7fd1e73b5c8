import { isForDesk } from '@/lib/domain/message'
import { readSettings } from '@/lib/queries/settings'
import type { Work } from '@/lib/transact'
import type { lockMessage } from './lock-message'

type Addressee = {
  /** Null: nobody can get it. */
  address: string | null
  /** Language tag; null: not known. */
  preferredLanguage: string | null
}

/** Where a message goes as things stand, and in which language: to its person, or to the mailbox an Owner set for the desk. */
export async function addresseeOf(
  { tx }: Work,
  { message, person }: Awaited<ReturnType<typeof lockMessage>>,
): Promise<Addressee> {
  if (isForDesk(message.kind)) {
    const { deskMailbox, deskLanguage } = await readSettings(tx)
    return { address: deskMailbox || null, preferredLanguage: deskLanguage }
  }
  const { mail, userPrincipalName, leftAt, isEnabled, language, preferredLanguage } = person
  const address = mail ?? userPrincipalName
  return {
    address: leftAt === null && isEnabled && address.includes('@') ? address : null,
    preferredLanguage: language ?? preferredLanguage,
  }
}
