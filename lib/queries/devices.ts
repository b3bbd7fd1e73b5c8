import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { backupAttestations, deviceMethods, devices } from '@/db/schema/devices'
import { methods } from '@/db/schema/methods'
import {
  type Attestation,
  type BackupDoubt,
  type BackupModel,
  type BackupState,
  backupModels,
  compareVersions,
  isSame,
  readBackup,
} from '@/lib/domain/backup'
import {
  type BackupRole,
  type Bound,
  backupRoles,
  boundTo,
  type DeviceKind,
  type DeviceState,
  deviceKinds,
  deviceStates,
  isInUse,
  listAlike,
  nameOf,
  type Platform,
  type Protection,
  platformShown,
  platforms,
  protections,
} from '@/lib/domain/device'
import { belongsInBaseline } from '@/lib/domain/method'

/** How a device's backup stands. Instants are ISO strings. */
export type BackupView = {
  state: BackupState
  model: BackupModel | null
  /** The day of the backup, or when its switches were looked at. */
  since: string | null
  /** When that was said. */
  saidAt: string | null
  doubt: BackupDoubt | null
  /** As Microsoft shows, where it speaks against the backup. */
  appVersion: string | null
}

/** A registration on a device, as Microsoft last showed it. */
export type DeviceMethodView = {
  id: string
  kind: string
  name: string | null
  appVersion: string | null
  isDefault: boolean
  bound: Bound | null
  firstSeenAt: string
  lastSeenAt: string
  lastUsedAt: string | null
  /** How it is known to be on this device; null for one that is on none. */
  onDevice: 'attested' | 'seen' | null
}

/** A device of somebody. Instants are ISO strings. */
export type DeviceView = {
  id: string
  /** As its owner calls it, else as Microsoft shows it, else what it is; null where nothing is known. */
  name: string | null
  /** What its owner typed. */
  ownName: string | null
  model: string | null
  platform: Platform | null
  kind: DeviceKind
  /** Whether another of their devices has the same name. */
  isAlike: boolean
  part: 'old' | 'new' | null
  state: DeviceState
  stateSince: string
  role: BackupRole
  backupAccount: string
  backup: BackupView
  protections: Protection[]
  protectedAt: string | null
  createdAt: string
  methods: DeviceMethodView[]
}

/** Somebody's devices in the order they became known, and what is on none of them. */
export type DevicesView = { devices: DeviceView[]; loose: DeviceMethodView[] }

type Row = typeof devices.$inferSelect
type MethodRow = typeof methods.$inferSelect
type Linked = { row: MethodRow; deviceId: string | null; known: string | null }

/** Somebody's devices, as they stand at `now`. Scoped by whoever calls: one's own, or a person the desk or a planner may see. */
export async function readDevices(personId: string, now: Date): Promise<DevicesView> {
  const [rows, linked, said] = await Promise.all([
    listRows(personId),
    listLive(personId),
    listLastSaid(personId),
  ])
  const views = rows.map((row) => {
    const own = linked.filter(({ deviceId }) => deviceId === row.id)
    const attested = said.get(row.id) ?? null
    return deviceView(row, { own, attested, isRivalOn: hasRival(row, rows, said), now })
  })
  const alike = listAlike(views)
  return {
    devices: views.map((view) => ({ ...view, isAlike: alike.has(view) })),
    loose: linked.filter(({ deviceId }) => deviceId === null).map(methodView),
  }
}

async function listRows(personId: string): Promise<Row[]> {
  return db
    .select()
    .from(devices)
    .where(eq(devices.personId, personId))
    .orderBy(asc(devices.createdAt), asc(devices.id))
}

/** What Microsoft shows now, and on which device each is. What is no thing to hold is left out. */
async function listLive(personId: string): Promise<Linked[]> {
  const rows = await db
    .select({ row: methods, deviceId: deviceMethods.deviceId, known: deviceMethods.known })
    .from(methods)
    .leftJoin(
      deviceMethods,
      and(
        eq(deviceMethods.personId, methods.personId),
        eq(deviceMethods.entraMethodId, methods.entraMethodId),
      ),
    )
    .where(and(eq(methods.personId, personId), isNull(methods.goneAt)))
    .orderBy(asc(methods.firstSeenAt), asc(methods.id))
  return rows.filter(({ row }) => belongsInBaseline(row))
}

async function listLastSaid(personId: string): Promise<Map<string, Attestation>> {
  const rows = await db
    .selectDistinctOn([backupAttestations.deviceId])
    .from(backupAttestations)
    .where(eq(backupAttestations.personId, personId))
    .orderBy(backupAttestations.deviceId, desc(backupAttestations.at))
  return new Map(
    rows.map(({ deviceId, model, isOn, backedUpOn, at }) => [
      deviceId,
      { model: backupModels.find((known) => known === model) ?? 'ios_keychain', isOn, backedUpOn, at },
    ]),
  )
}

/** Whether another device in use, that is not the one to hold this backup, was said to make it too. */
function hasRival(row: Row, rows: readonly Row[], said: ReadonlyMap<string, Attestation>): boolean {
  return rows.some(
    (other) =>
      other.id !== row.id &&
      other.role === 'restore_only' &&
      isInUse(stateOf(other)) &&
      isSame(other.backupAccount, row.backupAccount) &&
      said.get(other.id)?.isOn === true &&
      said.get(other.id)?.model === said.get(row.id)?.model,
  )
}

type Context = { own: readonly Linked[]; attested: Attestation | null; isRivalOn: boolean; now: Date }

function deviceView(row: Row, { own, attested, isRivalOn, now }: Context): DeviceView {
  const platform = platforms.find((known) => known === row.platform) ?? null
  const apps = own.filter((one) => one.row.kind === 'microsoftAuthenticator').map((one) => one.row)
  const appVersion =
    apps
      .flatMap((one) => one.appVersion ?? [])
      .sort(compareVersions)
      .at(-1) ?? null
  const shown = own.flatMap((one) => platformShown(one.row) ?? [])[0] ?? null
  const backup = readBackup(attested, { platform, platformShown: shown, appVersion, isRivalOn }, now)
  return {
    id: row.id,
    name: nameOf({ ...row, platform }, apps[0]?.displayName ?? null),
    ownName: row.name,
    model: row.model,
    platform,
    kind: deviceKinds.find((known) => known === row.kind) ?? 'phone',
    isAlike: false,
    part: row.part === 'old' || row.part === 'new' ? row.part : null,
    state: stateOf(row),
    stateSince: row.stateSince.toISOString(),
    role: backupRoles.find((known) => known === row.role) ?? 'none',
    backupAccount: row.backupAccount,
    backup: {
      ...backup,
      since: iso(backup.since),
      model: attested?.model ?? null,
      saidAt: iso(attested?.at ?? null),
      appVersion,
    },
    protections: protections.filter((one) => row.protections.includes(one)),
    protectedAt: iso(row.protectedAt),
    createdAt: row.createdAt.toISOString(),
    methods: own.map(methodView),
  }
}

function methodView({ row, known }: Linked): DeviceMethodView {
  return {
    id: row.entraMethodId,
    kind: row.kind,
    name: row.displayName,
    appVersion: row.appVersion,
    isDefault: row.isDefault,
    bound: boundTo({ ...row, isDated: row.createdAt !== null }),
    firstSeenAt: row.firstSeenAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    lastUsedAt: iso(row.lastUsedAt),
    onDevice: known === 'seen' ? 'seen' : known === null ? null : 'attested',
  }
}

function stateOf(row: Pick<Row, 'state'>): DeviceState {
  return deviceStates.find((known) => known === row.state) ?? 'active'
}

function iso(instant: Date | null): string | null {
  return instant?.toISOString() ?? null
}
