import type { SeenMethod } from './method'

/** Microsoft lets a person have this many Authenticators, other code apps and code tokens, all together. */
export const authenticatorsMax = 5
/** And this many passkeys. */
export const passkeysMax = 10

/** Whether a registration counts towards the five. */
export function countsAsAuthenticator({ kind }: Pick<SeenMethod, 'kind'>): boolean {
  return kind === 'microsoftAuthenticator' || kind === 'softwareOath' || kind === 'hardwareOath'
}

type Counted = Pick<SeenMethod, 'kind' | 'isDefault'> & {
  id: string
  firstSeenAt: Date
  lastUsedAt: Date | null
  /** On a device that is lost, damaged, returned or wiped. */
  isAstray: boolean
  /** On the old phone of a move that is not over: it still has to approve the new one. */
  isNeeded: boolean
}

export type MethodLimit = {
  authenticators: number
  passkeys: number
  /** Whether a further Authenticator would be refused. */
  isFull: boolean
  /** Which of the five is missed least; null while there is room, or where none can be spared. */
  spareId: string | null
}

/**
 * How near somebody is to Microsoft's limits. A sixth is refused at the worst moment, so what to remove is said
 * before: what is on a device that is gone, else what was used the longest ago.
 *
 * @see https://learn.microsoft.com/entra/identity/authentication/concept-authentication-authenticator-app
 */
export function readLimit(live: readonly Counted[]): MethodLimit {
  const counted = live.filter(countsAsAuthenticator)
  const isFull = counted.length >= authenticatorsMax
  const spare = counted.filter(({ isNeeded, isDefault }) => !isNeeded && !isDefault).toSorted(byMissed)[0]
  return {
    authenticators: counted.length,
    passkeys: live.filter(({ kind }) => kind === 'fido2').length,
    isFull,
    spareId: isFull ? (spare?.id ?? null) : null,
  }
}

function byMissed(one: Counted, other: Counted): number {
  if (one.isAstray !== other.isAstray) return one.isAstray ? -1 : 1
  const last = ({ lastUsedAt, firstSeenAt }: Counted) => (lastUsedAt ?? firstSeenAt).getTime()
  return last(one) - last(other)
}
