/** One setting: what it is, and what it is when nobody says. */
type Setting = { about: string; fallback?: string }

const settings = {
  DATABASE_URL: { about: "this process's own connection, postgres://…" },
  PORT: { about: 'where the portal listens', fallback: '3000' },
  PORTAL_URL: { about: 'where people reach the portal, https://…' },
  TENANT_ID: { about: 'the directory (tenant) id' },
  AUTHORITY: { about: 'where people sign in; default: Microsoft', fallback: '' },
  GRAPH_URL: { about: 'where Microsoft Graph answers', fallback: 'https://graph.microsoft.com' },
  PORTAL_CLIENT_ID: { about: 'app registration "Passaggio Portal": application (client) id' },
  PORTAL_CLIENT_SECRET: { about: 'its credential' },
  SELF_CLIENT_ID: { about: 'app registration "Passaggio Self": application (client) id' },
  SELF_CLIENT_SECRET: { about: 'its credential' },
  DESK_CLIENT_ID: { about: 'app registration "Passaggio Desk": application (client) id' },
  DESK_CLIENT_SECRET: { about: 'its credential' },
  READER_CLIENT_ID: { about: 'app registration "Passaggio Reader": application (client) id' },
  READER_CLIENT_SECRET: { about: 'its credential' },
  MAIL_CLIENT_ID: { about: 'app registration "Passaggio Mail": application (client) id' },
  MAIL_CLIENT_SECRET: { about: 'its credential' },
  MAIL_SENDER: { about: 'the mailbox messages come from, passaggio@…' },
  MAIL_REPLY_TO: {
    about: 'where answers to them go, read by people; default: the mailbox itself',
    fallback: '',
  },
  AUTH_SECRET: { about: 'seals the sign-in cookies; 32 random bytes in base64' },
  SESSION_KEY: { about: 'seals tokens at rest; 32 random bytes in base64' },
  SECURITY_INFO_URL: {
    about: "Microsoft's page for one's own sign-in methods",
    fallback: 'https://mysignins.microsoft.com/security-info',
  },
  AUTH_CONTEXT: {
    about: 'authentication context asked for at a fresh sign-in (c1 to c99); empty: none',
    fallback: '',
  },
  LOG_LEVEL: { about: 'debug, info, warn or error', fallback: 'info' },
} as const satisfies Record<string, Setting>

export type SettingName = keyof typeof settings

const neededBy = {
  web: [
    'DATABASE_URL',
    'PORTAL_URL',
    'TENANT_ID',
    'PORTAL_CLIENT_ID',
    'PORTAL_CLIENT_SECRET',
    'SELF_CLIENT_ID',
    'SELF_CLIENT_SECRET',
    'DESK_CLIENT_ID',
    'DESK_CLIENT_SECRET',
    'AUTH_SECRET',
    'SESSION_KEY',
  ],
  worker: [
    'DATABASE_URL',
    'PORTAL_URL',
    'TENANT_ID',
    'READER_CLIENT_ID',
    'READER_CLIENT_SECRET',
    'MAIL_CLIENT_ID',
    'MAIL_CLIENT_SECRET',
    'MAIL_SENDER',
    'SESSION_KEY',
  ],
  probe: [
    'PORTAL_CLIENT_ID',
    'PORTAL_CLIENT_SECRET',
    'SELF_CLIENT_ID',
    'SELF_CLIENT_SECRET',
    'DESK_CLIENT_ID',
    'DESK_CLIENT_SECRET',
    'READER_CLIENT_ID',
    'READER_CLIENT_SECRET',
  ],
} as const satisfies Record<string, readonly SettingName[]>

/** The settings a process still needs, each with what it is. Empty: it can start. */
export function missingSettings(process_: keyof typeof neededBy): { name: SettingName; about: string }[] {
  return neededBy[process_]
    .filter((name) => !process.env[name])
    .map((name) => ({ name, about: settings[name].about }))
}

/** A setting's value. @throws {Error} it is missing and has no default */
export function readEnv(name: SettingName): string {
  const setting: Setting = settings[name]
  const value = process.env[name] || setting.fallback
  if (value === undefined) throw new Error(`${name} is not set: ${setting.about}`)
  return value
}

/** Where people sign in, without a slash at the end. */
export function readAuthority(): string {
  return readEnv('AUTHORITY') || `https://login.microsoftonline.com/${readEnv('TENANT_ID')}/v2.0`
}
