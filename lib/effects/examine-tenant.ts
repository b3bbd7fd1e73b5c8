import { recordExamination } from '@/lib/commands/tenant/record-examination'
import type { JobActor } from '@/lib/domain/actor'
import { type AllowedMethods, allowedMethods } from '@/lib/domain/allowed-methods'
import { readFindings, type TenantFacts } from '@/lib/domain/findings'
import type { TenantDemands } from '@/lib/domain/tenant-demands'
import { readEnv } from '@/lib/env'
import { AppError } from '@/lib/errors'
import type { Access } from '@/lib/graph/access'
import {
  type AccessPolicy,
  guardsRegistration,
  listAccessPolicies,
  platformsToEnrol,
  policiesOfContext,
} from '@/lib/graph/conditional-access'
import { readOwnRights, readSkewSeconds } from '@/lib/graph/own-rights'
import { listDomains, type MethodsPolicy, readMethodsPolicy } from '@/lib/graph/policies'
import { readReportPage } from '@/lib/graph/report'
import { countSignInClaims, listMissingScopes } from '@/lib/queries/claims'
import { readSettings } from '@/lib/queries/settings'

/** Looks at what in the tenant helps or hinders moves, and writes down what should be mended. */
export async function examineTenant(job: JobActor, access: Access, signal?: AbortSignal): Promise<void> {
  try {
    const { facts, ...seen } = await lookAround(access, signal)
    await recordExamination(job, { state: 'done', failure: null, findings: readFindings(facts), ...seen })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const nothing = { findings: [], allowed: null, demands: null }
    await recordExamination(job, { state: 'failed', failure: error.code, ...nothing })
  }
}

/**
 * Everything the findings rest on. A part that Microsoft refuses is null: the missing right is a finding itself.
 *
 * @throws {AppError} unavailable, refused — not even a token could be had, or Microsoft does not answer
 */
export async function gatherFacts(access: Access, signal?: AbortSignal): Promise<TenantFacts> {
  return (await lookAround(access, signal)).facts
}

/** The facts, and in short what people may register and what is asked of them. */
async function lookAround(
  access: Access,
  signal?: AbortSignal,
): Promise<{ facts: TenantFacts; allowed: AllowedMethods | null; demands: TenantDemands }> {
  const granted = await readOwnRights(access)
  const [policy, access_, domains, hasPremium, skewSeconds, signIns, unconsented, { breakGlass }] =
    await Promise.all([
      unlessRefused(readMethodsPolicy(access, signal)),
      unlessRefused(listAccessPolicies(access, signal)),
      unlessRefused(listDomains(access, signal)),
      readPremium(access, signal),
      readSkewSeconds(),
      countSignInClaims(),
      listMissingScopes(),
      readSettings(),
    ])
  const context = readEnv('AUTH_CONTEXT') || null
  const facts = {
    granted,
    hasPremium,
    ...methodFacts(policy),
    ...guardFacts(access_, context),
    context,
    federatedDomains:
      domains
        ?.filter(({ isFederated }) => isFederated)
        .map(({ id, federatedMfaBehavior }) => ({ id, mfaBehavior: federatedMfaBehavior })) ?? null,
    signIns,
    unconsented,
    breakGlassCount: breakGlass.length,
    skewSeconds,
  }
  return { facts, allowed: policy && allowedMethods(policy), demands: demandsOf(access_, context) }
}

function demandsOf(policies: AccessPolicy[] | null, context: string | null): TenantDemands {
  return {
    enrolment: policies && platformsToEnrol(policies),
    isContextUnbound: policies && context ? policiesOfContext(policies, context).length === 0 : null,
  }
}

function methodFacts(policy: MethodsPolicy | null) {
  const pass = policy?.configurations.TemporaryAccessPass
  const isForEverybody =
    pass?.includedGroupIds.includes('all_users') === true && pass.excludedGroupIds.length === 0
  const lifetimes = pass?.pass ?? { minutesMin: 60, minutesMax: 480, isUsableOnce: false }
  return {
    pass: pass ? { isEnabled: pass.isEnabled, isForEverybody, ...lifetimes } : null,
    isAuthenticatorEnabled: policy?.configurations.MicrosoftAuthenticator?.isEnabled ?? null,
    campaignState: policy?.campaignState ?? null,
    migrationState: policy?.migrationState ?? null,
  }
}

function guardFacts(policies: AccessPolicy[] | null, context: string | null) {
  // Asked for nobody in particular: a guard that is only for some does not guard the tenant.
  const isRegistrationGuarded =
    policies &&
    guardsRegistration(policies, {
      entraId: 'nobody in particular',
      groupIds: [],
      roleIds: [],
    })
  return {
    isRegistrationGuarded,
    contextPolicies: policies && (context ? policiesOfContext(policies, context) : []),
  }
}

async function readPremium(access: Access, signal?: AbortSignal): Promise<boolean | null> {
  try {
    await readReportPage(access, null, signal)
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'graph_licence_missing') return false
    return unlessRefused(Promise.reject(error))
  }
}

/** Null for what Microsoft refuses; what did not answer is thrown on. */
async function unlessRefused<Value>(reading: Promise<Value>): Promise<Value | null> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof AppError && error.kind !== 'unavailable') return null
    throw error
  }
}
