import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { AllowedMethods } from '@/lib/domain/allowed-methods'
import type { Finding } from '@/lib/domain/findings'
import type { TenantDemands } from '@/lib/domain/tenant-demands'
import { instant, rowId } from './columns'

/** One row per examination of the tenant: what stood in the way of moving people that day. Never changed. */
export const examinations = pgTable(
  'examinations',
  {
    id: rowId(),
    at: instant().notNull(),
    /** `done`, or `failed`: then `failure` says why and there are no findings. */
    state: text().notNull(),
    failure: text(),
    findings: jsonb().$type<Finding[]>().notNull(),
    /** What people may register, in short; null when the look failed or Microsoft did not let us read it. */
    allowed: jsonb().$type<AllowedMethods>(),
    /** What is asked of phones and sign-ins, in short; null when the look failed. */
    demands: jsonb().$type<TenantDemands>(),
  },
  (table) => [index('examinations_by_time').on(table.at)],
)
