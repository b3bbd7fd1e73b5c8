import { writeCompanion } from '../world/companion-audit'
import { writeLedger } from '../world/ledger'
import { type AuditEntry, writeAudit } from '../world/logs'
import type { Method } from '../world/method'
import { findPerson } from '../world/people'
import type { Person } from '../world/person'
import { auditWords } from '../world/register-method'
import { newId } from '../world/world'
import type { AllowedRequest } from './request'

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Who did it, in the audit log's shape. */
function auditActor({ caller }: AllowedRequest): AuditEntry['actor'] {
  if (caller.kind === 'app') return { kind: 'app', appId: caller.appId, displayName: caller.appName }
  const { id, userPrincipalName } = caller.person
  return { kind: 'user', id, userPrincipalName }
}

function correlationOf({ world, clientRequestId }: AllowedRequest): string {
  const isKept =
    world.settings.auditKeepsClientRequestId && clientRequestId !== null && guid.test(clientRequestId)
  return isKept ? clientRequestId : newId()
}

const adminWords: Partial<Record<Method['kind'], string>> = {
  microsoftAuthenticator: 'authenticator app',
  temporaryAccessPass: 'temporary access pass',
  phone: 'phone',
  fido2: 'fido2',
  softwareOath: 'software oath',
  windowsHelloForBusiness: 'windows hello for business',
  email: 'email',
}

type Change = {
  verb: 'registered' | 'updated' | 'deleted'
  kind: Method['kind']
  /** As they were before the change. */
  target: Person
  detail: Record<string, unknown>
}

const operations = { registered: 'Add', updated: 'Update', deleted: 'Delete' } as const

/** Writes a change of security info where Microsoft would, and into the ledger. Never pass a code. */
export function recordChange(request: AllowedRequest, { verb, kind, target, detail }: Change): void {
  const { world, caller } = request
  const isOwn = caller.kind === 'user' && caller.person.id === target.id
  const past = verb === 'updated' && !isOwn ? 'changed' : verb
  const common = {
    person: target,
    actor: auditActor(request),
    operationType: operations[verb],
    correlationId: correlationOf(request),
  }
  writeAudit(world, {
    ...common,
    activityDisplayName: `${isOwn ? 'User' : 'Admin'} ${verb} security info`,
    resultReason: isOwn
      ? `User ${verb} ${auditWords(kind)}`
      : `Admin ${past} ${adminWords[kind] ?? kind} method for user`,
  })
  const { actor, correlationId } = common
  const after = findPerson(world, target.id) ?? target
  writeCompanion(world, { before: target, after, actor, correlationId })
  writeEffect(request, `method.${verb}`, target, { kind, ...detail })
}

/** Session revocation has an event of its own. */
export function recordRevocation(request: AllowedRequest, target: Person): void {
  writeAudit(request.world, {
    person: target,
    actor: auditActor(request),
    correlationId: correlationOf(request),
    id: `Directory_${newId()}`,
    loggedByService: 'Core Directory',
    activityDisplayName: 'Update StsRefreshTokenValidFrom Timestamp',
    operationType: 'Update',
    resultReason: '',
    modified: [{ displayName: 'StsRefreshTokensValidFrom', oldValue: null, newValue: null }],
  })
  writeEffect(request, 'sessions.revoked', target, {})
}

/** One line in the ledger with everything that ties it to its request. */
export function writeEffect(
  request: AllowedRequest,
  action: string,
  target: Person | null,
  detail: Record<string, unknown>,
): void {
  const { world, caller, requestId, clientRequestId } = request
  const actorId = caller.kind === 'user' ? caller.person.id : null
  writeLedger(world, {
    action,
    actorId,
    appId: caller.appId,
    targetId: target?.id ?? null,
    requestId,
    clientRequestId,
    detail,
  })
}
