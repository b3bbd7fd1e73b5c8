import { type DatabaseRole, roleUrl } from '@/db/role-url'
import type { About } from '@/scripts/demo/about'
import type { Secrets } from '@/scripts/demo/secrets'

/** What the settings of every process follow from. */
export type House = {
  portalUrl: string
  /** The owner's connection to the portal's database. */
  ownerUrl: string
  about: About
  secrets: Secrets
}

export type Settings = Record<string, string>

/** The web process's own settings: the three sign-in apps and nothing that can act by itself. */
export function webSettings(house: House): Settings {
  return {
    ...sharedSettings(house, 'web'),
    ...app(house, 'portal', 'PORTAL'),
    ...app(house, 'self', 'SELF'),
    ...app(house, 'desk', 'DESK'),
    AUTH_SECRET: house.secrets.authSecret,
    SECURITY_INFO_URL: `${house.about.graph}/mysignins/security-info`,
    PORT: new URL(house.portalUrl).port,
  }
}

/** The worker's own settings: reading the directory, and mail. */
export function workerSettings(house: House): Settings {
  const [anyone] = house.about.people
  return {
    ...sharedSettings(house, 'worker'),
    ...app(house, 'reader', 'READER'),
    ...app(house, 'mail', 'MAIL'),
    MAIL_SENDER: `passaggio@${anyone?.userPrincipalName.split('@')[1]}`,
  }
}

function sharedSettings({ ownerUrl, secrets, about, portalUrl }: House, role: DatabaseRole): Settings {
  return {
    DATABASE_URL: roleUrl(ownerUrl, role, secrets.passwords[role]),
    PORTAL_URL: portalUrl,
    TENANT_ID: about.tenantId,
    AUTHORITY: about.authority,
    GRAPH_URL: about.graph,
    // The emulated tenant binds a policy to it: sign in again, every time.
    AUTH_CONTEXT: 'c1',
    SESSION_KEY: secrets.sessionKey,
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

function app({ about }: House, name: string, prefix: string): Settings {
  const found = about.apps.find((candidate) => candidate.name === name)
  if (!found) throw new Error(`The emulator knows no app named "${name}".`)
  return { [`${prefix}_CLIENT_ID`]: found.clientId, [`${prefix}_CLIENT_SECRET`]: found.clientSecret }
}
