import { isoAt, realNow } from '@/emulator/world/clock'
import { fixedMethodIds, type Method } from '@/emulator/world/method'
import { changePerson } from '@/emulator/world/people'
import { newId, type World } from '@/emulator/world/world'

/** Gives a person one method of each kind Microsoft names; ids by kind. */
export function registerEveryKind(world: World, personId: string): Map<Method['kind'], string> {
  const now = isoAt(realNow())
  const made = (id = newId()) => ({ id, createdDateTime: now, lastUsedDateTime: null })
  const methods: Method[] = [
    { ...made(fixedMethodIds.password), kind: 'password' },
    {
      ...made(),
      kind: 'microsoftAuthenticator',
      displayName: 'iPhone 16',
      deviceTag: 'SoftwareTokenActivated',
      phoneAppVersion: '6.8.41',
      clientAppName: 'microsoftAuthenticator',
      passwordless: true,
      deviceObjectId: newId(),
      phoneId: null,
      totpSecret: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    },
    {
      ...made(fixedMethodIds.mobile),
      kind: 'phone',
      phoneType: 'mobile',
      phoneNumber: '+39 3331234567',
      smsSignInState: 'notAllowedByPolicy',
    },
    {
      ...made(),
      kind: 'fido2',
      displayName: 'Key',
      aaGuid: 'fa2b99dc-9e39-4257-8f92-4a30d23c4118',
      model: 'YubiKey 5 Series with NFC',
      passkeyType: 'deviceBound',
      attestationLevel: 'attested',
      phoneId: null,
    },
    { ...made(), kind: 'softwareOath', totpSecret: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', phoneId: null },
    {
      ...made(),
      kind: 'hardwareOath',
      serialNumber: 'GALT11420104',
      manufacturer: 'Deepnet Security',
      model: 'SafeID/Classic',
      totpSecret: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    },
    {
      ...made(),
      kind: 'temporaryAccessPass',
      codeHash: '',
      startDateTime: now,
      lifetimeInMinutes: 60,
      isUsableOnce: true,
      usedAt: null,
    },
    { ...made(), kind: 'windowsHelloForBusiness', displayName: 'Laptop', keyStrength: 'normal' },
    {
      ...made(),
      kind: 'platformCredential',
      displayName: 'Mac',
      keyStrength: 'normal',
      platform: 'macOS',
    },
    { ...made(fixedMethodIds.email), kind: 'email', emailAddress: 'private@mail.example' },
  ]
  changePerson(world, personId, (draft) => {
    Object.assign(draft, { methods, preference: null, defaultMethodId: null })
  })
  return new Map(methods.map(({ kind, id }) => [kind, id]))
}
