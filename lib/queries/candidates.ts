import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { type Database, db, type Tx } from '@/db/client'
import { people } from '@/db/schema/people'
import { swaps } from '@/db/schema/swaps'
import { waves } from '@/db/schema/waves'
import { isBreakGlass } from '@/lib/domain/settings'
import { isAnyOf } from './any-of'
import { readSettings } from './settings'

/** What has to be known of somebody before they can come into a wave. */
export type CandidateRow = {
  id: string
  entraId: string
  userPrincipalName: string
  displayName: string
  userType: string
  isEnabled: boolean
  leftAt: Date | null
  isAdmin: boolean | null
  isBreakGlass: boolean
  openWaveId: string | null
  openWaveName: string | null
}

/** Those of the ids that there are, in no order. */
export async function listCandidates(
  ids: readonly string[],
  reader: Database | Tx = db,
): Promise<CandidateRow[]> {
  return ids.length === 0 ? [] : selectCandidates(reader, isAnyOf(people.id, ids, 'uuid'))
}

/** The people behind addresses given in lower case, in no order. Who has left is found, too. */
export async function listCandidatesByAddress(
  addresses: readonly string[],
  reader: Database | Tx = db,
): Promise<CandidateRow[]> {
  const address = sql`lower(${people.userPrincipalName})`
  return addresses.length === 0 ? [] : selectCandidates(reader, isAnyOf(address, addresses, 'text'))
}

async function selectCandidates(reader: Database | Tx, which: SQL): Promise<CandidateRow[]> {
  const settings = await readSettings(reader)
  const rows = await reader
    .select({
      id: people.id,
      entraId: people.entraId,
      userPrincipalName: people.userPrincipalName,
      displayName: people.displayName,
      userType: people.userType,
      isEnabled: people.isEnabled,
      leftAt: people.leftAt,
      isAdmin: people.isAdmin,
      openWaveId: swaps.waveId,
      openWaveName: waves.name,
    })
    .from(people)
    .leftJoin(swaps, and(eq(swaps.personId, people.id), isNull(swaps.closedAt)))
    .leftJoin(waves, eq(waves.id, swaps.waveId))
    .where(which)
  return rows.map((row) => ({ ...row, isBreakGlass: isBreakGlass(settings, row) }))
}
