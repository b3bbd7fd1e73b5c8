import { answerClearance } from '@/lib/commands/reset/answer-clearance'
import { failClearance } from '@/lib/commands/reset/fail-clearance'
import type { JobActor } from '@/lib/domain/actor'
import { type Privilege, privilegeRefusal } from '@/lib/domain/privilege'
import { isBreakGlass } from '@/lib/domain/settings'
import { AppError } from '@/lib/errors'
import type { Access } from '@/lib/graph/access'
import { guardsRegistration, listAccessPolicies } from '@/lib/graph/conditional-access'
import { listMethods } from '@/lib/graph/methods'
import { readPrivilege } from '@/lib/graph/privilege'
import { type ClearanceTask, getClearanceTask } from '@/lib/queries/clearances'
import { readSettings } from '@/lib/queries/settings'

type Asked = { clearanceId: string; signal?: AbortSignal }

/**
 * Finds out at Microsoft whether an account may be touched now, and writes the answer down: what makes it
 * privileged, what is registered, and whether registration is guarded. What could not be read is no answer.
 *
 * @param access the reader's right
 */
export async function clearReset(
  job: JobActor,
  access: Access,
  { clearanceId, signal }: Asked,
): Promise<void> {
  const task = await getClearanceTask(job, clearanceId)
  if (task.isAnswered) return
  try {
    await answerClearance(job, { clearanceId, ...(await ask(access, task, signal)) })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { requestId } = error.detail
    const graphRequestId = typeof requestId === 'string' ? requestId : null
    await failClearance(job, { clearanceId, failure: error.code, graphRequestId })
  }
}

async function ask(access: Access, { person }: ClearanceTask, signal: AbortSignal | undefined) {
  const [account, list, policies] = await Promise.all([
    readPrivilege(access, person.entraId, signal).catch(nullWhenGone),
    listMethods(access, person.entraId, signal).catch(nullWhenGone),
    listAccessPolicies(access, signal).catch(noneWithoutLicence),
  ])
  const privilege: Privilege = {
    isGone: account === null || list === null,
    hasRole: (account?.roleIds.length ?? 0) > 0,
    isEligible: (account?.eligibleRoleIds.length ?? 0) > 0,
    isInRoleGroup: (account?.roleGroupIds.length ?? 0) > 0,
    isRestricted: account?.isManagementRestricted ?? false,
    isBreakGlass: isBreakGlass(await readSettings(), person),
    isOperator: person.roles.some((role) => role !== 'employee'),
    isReportedAdmin: person.isAdmin === true,
  }
  return {
    refusal: privilegeRefusal(privilege),
    methods: list?.methods ?? [],
    isRegistrationGuarded: guardsRegistration(policies, {
      entraId: person.entraId,
      groupIds: account?.groupIds ?? [],
      roleIds: account?.roleIds ?? [],
    }),
    graphRequestId: account?.requestId ?? null,
  }
}

function nullWhenGone(error: unknown): null {
  if (error instanceof AppError && error.kind === 'not_found') return null
  throw error
}

/** Conditional Access comes with P1: without it, nothing guards anything, and that is certain. */
function noneWithoutLicence(error: unknown): [] {
  if (error instanceof AppError && error.code === 'graph_licence_missing') return []
  throw error
}
