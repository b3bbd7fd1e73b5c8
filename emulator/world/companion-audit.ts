import { type AuditEntry, writeAudit } from './logs'
import type { Method } from './method'
import type { Person } from './person'
import { newId, type World } from './world'

type Change = {
  before: Person
  after: Person
  actor: AuditEntry['actor']
  correlationId?: string
}

/**
 * Core Directory's own "Update user" beside a change of security info: the property that changed, with everything in
 * it before and after. Registrations of Authenticator and phone numbers have one each; other kinds none.
 */
export function writeCompanion(world: World, { before, after, actor, correlationId }: Change): void {
  for (const [displayName, shownIn] of Object.entries(properties)) {
    const [oldValue, newValue] = [shownIn(before.methods), shownIn(after.methods)]
    if (oldValue === newValue) continue
    writeAudit(world, {
      person: after,
      actor,
      ...(correlationId === undefined ? {} : { correlationId }),
      id: `Directory_${newId()}`,
      loggedByService: 'Core Directory',
      activityDisplayName: 'Update user',
      operationType: 'Update',
      resultReason: '',
      modified: [{ displayName, oldValue, newValue }],
    })
  }
}

const properties: Record<string, (methods: Method[]) => string> = {
  StrongAuthenticationPhoneAppDetail: (methods) =>
    JSON.stringify(
      methods.flatMap((method) =>
        method.kind === 'microsoftAuthenticator'
          ? [
              {
                DeviceName: method.displayName,
                DeviceToken: 'NO_DEVICE_TOKEN',
                DeviceTag: method.deviceTag,
                PhoneAppVersion: method.phoneAppVersion,
                DeviceId: method.deviceObjectId ?? '00000000-0000-0000-0000-000000000000',
                Id: method.id,
                AuthenticationType: 3,
                NotificationType: 4,
                AuthenticatorFlavor: 'Authenticator',
              },
            ]
          : [],
      ),
    ),
  StrongAuthenticationUserDetails: (methods) => {
    const number = (type: string) =>
      methods.find((method) => method.kind === 'phone' && method.phoneType === type)
    const shown = (method: Method | undefined) => (method?.kind === 'phone' ? method.phoneNumber : null)
    return JSON.stringify([
      {
        PhoneNumber: shown(number('mobile')),
        AlternativePhoneNumber: shown(number('alternateMobile')),
        VoiceOnlyPhoneNumber: shown(number('office')),
      },
    ])
  },
}
