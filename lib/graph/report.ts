import { z } from 'zod'
import type { SeenRegistration } from '@/lib/domain/directory'
import type { Access } from './access'
import type { Receipt } from './failure'
import { callPage } from './pages'

export type ReportPage = { registrations: SeenRegistration[]; nextLink: string | null; receipt: Receipt }

/**
 * A page of Microsoft's registration report: up to 36 hours behind, so good for overviews and for nothing
 * that is decided. Needs `AuditLog.Read.All`.
 *
 * @throws {AppError} refused `graph_licence_missing` — the tenant has no P1
 * @see https://learn.microsoft.com/graph/api/authenticationmethodsroot-list-userregistrationdetails
 */
export async function readReportPage(
  access: Access,
  link: string | null,
  signal?: AbortSignal,
): Promise<ReportPage> {
  const first = '/reports/authenticationMethods/userRegistrationDetails?$top=999'
  const { items, nextLink, receipt } = await callPage(access, link ?? first, { item: Details, signal })
  return { registrations: items.map(registration), nextLink, receipt }
}

const Details = z.object({
  id: z.guid(),
  isMfaRegistered: z.boolean().nullish(),
  isAdmin: z.boolean().nullish(),
  /** An open list: what we do not know stays as Microsoft spells it. */
  methodsRegistered: z.array(z.string()).nullish(),
  lastUpdatedDateTime: z.iso.datetime({ offset: true }).nullish(),
})

function registration(details: z.infer<typeof Details>): SeenRegistration {
  return {
    entraId: details.id,
    isMfaRegistered: details.isMfaRegistered ?? null,
    isAdmin: details.isAdmin ?? null,
    methodsRegistered: details.methodsRegistered ?? null,
    reportAt: details.lastUpdatedDateTime ?? null,
  }
}
