import { readClock } from '@/lib/clock'
import { startSession } from '@/lib/commands/session/start-session'
import { readEnv } from '@/lib/env'
import type { Person } from './company'

type Wish = {
  roles?: readonly string[]
  amr?: readonly string[]
  isFresh?: boolean
}

/** The person signs in to the portal at the instant the clock shows. */
export async function signIn(
  person: Person,
  { roles = [], amr = ['pwd', 'mfa'], isFresh = false }: Wish = {},
) {
  const now = readClock()
  await startSession(
    { kind: 'visitor', reference: null },
    {
      app: 'portal',
      claims: {
        oid: person.entraId,
        tid: readEnv('TENANT_ID'),
        name: person.displayName,
        preferred_username: person.userPrincipalName,
        roles: [...roles],
        amr: [...amr],
        acrs: [],
        auth_time: Math.floor(now.getTime() / 1000),
      },
      token: null,
      freshSince: isFresh ? now : null,
      previousSecret: null,
      address: null,
      browser: null,
    },
  )
}
