import type { MethodKind } from '../world/method'

type KindFacts = {
  kind: MethodKind
  /** As the permission family spells it: UserAuthMethod-<this>.ReadWrite.All */
  permission: string
  canDelete: boolean
  betaOnly?: true
}

/** The typed collections under /users/{user}/authentication, lower case. */
export const methodCollections: Record<string, KindFacts> = {
  microsoftauthenticatormethods: {
    kind: 'microsoftAuthenticator',
    permission: 'MicrosoftAuthApp',
    canDelete: true,
  },
  phonemethods: { kind: 'phone', permission: 'Phone', canDelete: true },
  fido2methods: { kind: 'fido2', permission: 'Passkey', canDelete: true },
  softwareoathmethods: { kind: 'softwareOath', permission: 'SoftwareOATH', canDelete: true },
  hardwareoathmethods: { kind: 'hardwareOath', permission: 'HardwareOATH', canDelete: true, betaOnly: true },
  temporaryaccesspassmethods: { kind: 'temporaryAccessPass', permission: 'TAP', canDelete: true },
  windowshelloforbusinessmethods: {
    kind: 'windowsHelloForBusiness',
    permission: 'WindowsHello',
    canDelete: true,
  },
  platformcredentialmethods: { kind: 'platformCredential', permission: 'PlatformCred', canDelete: true },
  emailmethods: { kind: 'email', permission: 'Email', canDelete: true },
  passwordmethods: { kind: 'password', permission: 'Password', canDelete: false },
}
