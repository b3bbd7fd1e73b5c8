import { newId } from '@/db/id'
import { examinations } from '@/db/schema/tenant'
import type { JobActor } from '@/lib/domain/actor'
import type { AllowedMethods } from '@/lib/domain/allowed-methods'
import type { Finding } from '@/lib/domain/findings'
import type { TenantDemands } from '@/lib/domain/tenant-demands'
import { transact } from '@/lib/transact'

type Input = {
  state: 'done' | 'failed'
  failure: string | null
  findings: Finding[]
  /** Null where Microsoft did not let us read the policy. */
  allowed: AllowedMethods | null
  /** Null of a failed look: what was known before stays in force. */
  demands: TenantDemands | null
}

/** Writes down what an examination of the tenant found, or why there was none. */
export async function recordExamination(
  job: JobActor,
  { state, failure, findings, allowed, demands }: Input,
): Promise<void> {
  await transact(job, async ({ tx, now, permit, record }) => {
    permit('tenant.record_examination')
    const id = newId()
    await tx.insert(examinations).values({ id, at: now, state, failure, findings, allowed, demands })
    const codes = findings.map(({ code, weight }) => `${weight}:${code}`).join(' ')
    record(
      'tenant.examined',
      { kind: 'examination', id },
      {
        outcome: state === 'done' ? 'done' : 'failed',
        detail: { findings: findings.length, codes, failure },
      },
    )
  })
}
