import { isKindAllowed } from './allowed-methods'
import { isoAt, realNow } from './clock'
import { writeCompanion } from './companion-audit'
import { writeLedger } from './ledger'
import { asActor, writeAudit } from './logs'
import type { AuthenticatorMethod, Method, Preference } from './method'
import { changePerson, getPerson } from './people'
import type { Person } from './person'
import type { World } from './world'

/** Authenticator, other apps and hardware tokens together; Microsoft's limit. */
const authenticatorLimit = 5
const passkeyLimit = 10

/** Why a person cannot register one more of this kind, or null. */
export function registerRefusal(
  world: World,
  person: Person,
  kind: Method['kind'],
): 'limit_reached' | 'not_allowed' | null {
  if (!isKindAllowed(world, person, kind)) return 'not_allowed'
  const count = (kinds: Method['kind'][]) =>
    person.methods.filter((method) => kinds.includes(method.kind)).length
  const codes: Method['kind'][] = ['microsoftAuthenticator', 'softwareOath', 'hardwareOath']
  if (codes.includes(kind) && count(codes) >= authenticatorLimit) return 'limit_reached'
  if (kind === 'fido2' && count(['fido2']) >= passkeyLimit) return 'limit_reached'
  return null
}

const words: Partial<Record<Method['kind'], string>> = {
  microsoftAuthenticator: 'Authenticator App with Notification and Code',
  softwareOath: 'Authenticator App with Code',
  phone: 'Mobile Phone SMS',
  fido2: 'Fido',
  email: 'Email',
}

/** How Microsoft's audit log names a kind of method in its free text. */
export function auditWords(kind: Method['kind']): string {
  return words[kind] ?? kind
}

const firstPreference: Partial<Record<Method['kind'], Preference>> = {
  microsoftAuthenticator: 'push',
  softwareOath: 'oath',
  phone: 'sms',
}

/** The person adds a method of their own. The first second factor becomes the default. */
export function registerMethod(
  world: World,
  personId: string,
  method: Method,
  edit?: (draft: Person) => void,
): Person {
  const before = getPerson(world, personId)
  const person = changePerson(world, personId, (draft) => {
    draft.methods.push(method)
    if (draft.preference === null && firstPreference[method.kind]) {
      draft.preference = firstPreference[method.kind] ?? null
      draft.defaultMethodId = method.id
    }
    edit?.(draft)
  })
  const actor = asActor(person)
  writeAudit(world, {
    person,
    actor,
    activityDisplayName: 'User registered security info',
    operationType: 'Add',
    resultReason: `User registered ${auditWords(method.kind)}`,
  })
  writeCompanion(world, { before, after: person, actor })
  if (!before.methods.some(isStrong) && isStrong(method)) writeAllRegistered(world, person)
  writeLedger(world, {
    action: 'method.registered',
    actorId: personId,
    targetId: personId,
    detail: { kind: method.kind, methodId: method.id },
  })
  return person
}

const isStrong = ({ kind }: Method) => !['password', 'email', 'temporaryAccessPass', 'unknown'].includes(kind)

/** The first second factor is all the organisation asks for. */
function writeAllRegistered(world: World, person: Person): void {
  writeAudit(world, {
    person,
    actor: asActor(person),
    activityDisplayName: 'User registered all required security info',
    operationType: 'Add',
    resultReason: 'User registered all required security info',
  })
}

/** Notes that a method was used, as beta's lastUsedDateTime shows. */
export function touchMethod(world: World, personId: string, methodId: string): void {
  if (!getPerson(world, personId).methods.some(({ id }) => id === methodId)) return
  changePerson(world, personId, (draft) => {
    for (const method of draft.methods) if (method.id === methodId) method.lastUsedDateTime = isoAt(realNow())
  })
}

/** A new Authenticator registration as a phone makes it. */
export function newAuthenticator(
  made: Pick<AuthenticatorMethod, 'id' | 'displayName' | 'phoneAppVersion' | 'phoneId' | 'totpSecret'>,
): AuthenticatorMethod {
  return {
    kind: 'microsoftAuthenticator',
    createdDateTime: null,
    lastUsedDateTime: null,
    deviceTag: 'SoftwareTokenActivated',
    clientAppName: 'microsoftAuthenticator',
    passwordless: false,
    deviceObjectId: null,
    ...made,
  }
}
