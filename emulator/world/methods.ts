import { writeCompanion } from './companion-audit'
import { writeLedger } from './ledger'
import { asActor, writeAudit } from './logs'
import type { Method, Preference } from './method'
import { fixedMethodIds } from './method'
import { changePerson, getPerson } from './people'
import type { Person } from './person'
import { auditWords } from './register-method'
import type { World } from './world'

type DeleteRefusal = 'not_found' | 'is_default' | 'alternate_first' | 'not_deletable'

const secondFactors: readonly Method['kind'][] = [
  'microsoftAuthenticator',
  'phone',
  'softwareOath',
  'hardwareOath',
  'fido2',
  'windowsHelloForBusiness',
  'platformCredential',
]

/** The methods a preference can be met with. */
function methodsFor(person: Person, preference: Preference): Method[] {
  const phone = (type: string) => (method: Method) => method.kind === 'phone' && method.phoneType === type
  const fits: Record<Preference, (method: Method) => boolean> = {
    push: ({ kind }) => kind === 'microsoftAuthenticator',
    oath: ({ kind }) =>
      kind === 'microsoftAuthenticator' || kind === 'softwareOath' || kind === 'hardwareOath',
    sms: phone('mobile'),
    voiceMobile: phone('mobile'),
    voiceAlternateMobile: phone('alternateMobile'),
    voiceOffice: phone('office'),
  }
  return person.methods.filter(fits[preference])
}

/**
 * Why a method cannot be deleted now, or null. The default stays while others remain; as the last one it may go
 * (microsoft-graph-docs issues 14470 and 18091).
 */
export function deleteRefusal(
  world: World,
  person: Person,
  { methodId, isOwnAct }: { methodId: string; isOwnAct: boolean },
): DeleteRefusal | null {
  const method = person.methods.find(({ id }) => id === methodId)
  if (!method) return 'not_found'
  if (method.kind === 'password') return 'not_deletable'
  const hasAlternate = person.methods.some(({ id }) => id === fixedMethodIds.alternateMobile)
  if (methodId === fixedMethodIds.mobile && hasAlternate) return 'alternate_first'
  if (isOwnAct && world.settings.ownDefaultDeletion === 'moves') return null
  const others = person.methods.filter(({ id, kind }) => id !== methodId && secondFactors.includes(kind))
  return others.length > 0 && isDefault(world, person, method) ? 'is_default' : null
}

function isDefault(world: World, person: Person, method: Method): boolean {
  if (person.preference === null) return false
  const { defaultMethodRule } = world.settings
  if (defaultMethodRule === 'registration') return person.defaultMethodId === method.id
  const fitting = methodsFor(person, person.preference)
  const isFitting = fitting.some(({ id }) => id === method.id)
  return isFitting && (defaultMethodRule === 'everyOfKind' || fitting.length === 1)
}

/** Takes a method away without asking whether it may go. Gone afterwards: also the default, when it was the last. */
export function dropMethod(world: World, personId: string, methodId: string): Person {
  return changePerson(world, personId, (draft) => {
    draft.methods = draft.methods.filter(({ id }) => id !== methodId)
    if (draft.defaultMethodId === methodId) draft.defaultMethodId = null
    if (!draft.preference) return
    const fitting = methodsFor(draft, draft.preference)
    draft.defaultMethodId ??= fitting[0]?.id ?? null
    if (fitting.length > 0) return
    const moves = world.settings.ownDefaultDeletion === 'moves'
    draft.preference = moves ? (possiblePreferences(draft)[0] ?? null) : null
    draft.defaultMethodId = draft.preference && (methodsFor(draft, draft.preference)[0]?.id ?? null)
  })
}

/** The person deletes one of their own methods at Security info. */
export function deleteOwnMethod(world: World, personId: string, methodId: string): DeleteRefusal | null {
  const person = getPerson(world, personId)
  const refusal = deleteRefusal(world, person, { methodId, isOwnAct: true })
  if (refusal) return refusal
  const kind = person.methods.find(({ id }) => id === methodId)?.kind ?? 'unknown'
  const after = dropMethod(world, personId, methodId)
  writeAudit(world, {
    person,
    actor: asActor(person),
    activityDisplayName: 'User deleted security info',
    operationType: 'Delete',
    resultReason: `User deleted ${auditWords(kind)}`,
  })
  writeCompanion(world, { before: person, after, actor: asActor(person) })
  writeLedger(world, {
    action: 'method.deleted',
    actorId: personId,
    targetId: personId,
    detail: { kind, methodId },
  })
  return null
}

/** Preferences the person could choose now. */
export function possiblePreferences(person: Person): Preference[] {
  const all: Preference[] = ['push', 'oath', 'sms', 'voiceMobile', 'voiceAlternateMobile', 'voiceOffice']
  return all.filter((preference) => methodsFor(person, preference).length > 0)
}

/** Changes the default second factor. False when no method would fit it. `methodId` null: the newest that fits. */
export function setPreference(
  world: World,
  personId: string,
  preference: Preference,
  methodId: string | null = null,
): boolean {
  const person = getPerson(world, personId)
  const fitting = methodsFor(person, preference)
  const chosen = methodId === null ? fitting.at(-1) : fitting.find(({ id }) => id === methodId)
  if (!chosen) return false
  changePerson(world, personId, (draft) => {
    draft.preference = preference
    draft.defaultMethodId = chosen.id
  })
  writeAudit(world, {
    person,
    actor: asActor(person),
    activityDisplayName: 'User changed default security info',
    operationType: 'Update',
    resultReason: `User changed the default security info to ${auditWords(chosen.kind)}`,
  })
  writeLedger(world, {
    action: 'preference.changed',
    actorId: personId,
    targetId: personId,
    detail: { preference },
  })
  return true
}
