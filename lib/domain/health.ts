/** How one part of the house is: `late` means that nothing was heard of it for too long. */
export type PartState = 'ok' | 'late' | 'down' | 'unknown'

export type Part = { state: PartState; at: string | null }

/** The parts that can be seen from rows. `unknown` parts have not begun, which is no fault. */
export type Health = {
  status: 'ok' | 'degraded'
  database: Part
  /** Microsoft Graph, as the reading app last found it. */
  graph: Part
  /** The worker, which fetches jobs. */
  queue: Part
  /** The log's signer: when the tree last grew. */
  audit: Part
  /** Mail to the desk about urgent cases: when the last one went. `unknown`: no mailbox is set, or none was needed yet. */
  alerts: Part
}

/** The worker says every ten seconds that it lives. */
const BEAT_SECONDS_MAX = 60
/** The directory is read every quarter of an hour. */
const GRAPH_MINUTES_MAX = 40
/** Events wait for their place in the tree for at most a minute. */
const AUDIT_MINUTES_MAX = 5
/** Somebody may be at work on an account: the desk hears of it at once, or somebody hears that it does not. */
const ALERT_MINUTES_MAX = 5

type Seen = {
  graphAnsweredAt: Date | null
  graphFailedAt: Date | null
  beatAt: Date | null
  /** When the tree last grew; null when it never has. */
  treeGrewAt: Date | null
  /** When the oldest event without a place was written; null when none waits. */
  eventWaitsSince: Date | null
  /** Of mail to the desk: whether one waits for a decision, since when one has not gone, when the last one went. */
  alerts: { isStuck: boolean; waitsSince: Date | null; sentAt: Date | null }
}

/** How the house is, from what its rows say. Null: the rows could not be read. */
export function judgeHealth(seen: Seen | null, now: Date): Health {
  if (!seen) {
    const nothing: Part = { state: 'unknown', at: null }
    const database: Part = { state: 'down', at: null }
    return { status: 'degraded', database, graph: nothing, queue: nothing, audit: nothing, alerts: nothing }
  }
  const parts = {
    database: part('ok', now),
    graph: graphPart(seen, now),
    queue: part(ageState(seen.beatAt, now, BEAT_SECONDS_MAX), seen.beatAt),
    audit: part(auditState(seen, now), seen.treeGrewAt),
    alerts: part(alertState(seen.alerts, now), seen.alerts.sentAt),
  }
  const isWell = Object.values(parts).every(({ state }) => state === 'ok' || state === 'unknown')
  return { status: isWell ? 'ok' : 'degraded', ...parts }
}

function graphPart({ graphAnsweredAt, graphFailedAt }: Seen, now: Date): Part {
  const isFailing = graphFailedAt !== null && (graphAnsweredAt === null || graphFailedAt > graphAnsweredAt)
  const age = ageState(graphAnsweredAt, now, GRAPH_MINUTES_MAX * 60)
  return part(isFailing && age !== 'ok' ? 'down' : age, graphAnsweredAt)
}

function auditState({ treeGrewAt, eventWaitsSince }: Seen, now: Date): PartState {
  if (!treeGrewAt) return 'unknown'
  return eventWaitsSince ? ageState(eventWaitsSince, now, AUDIT_MINUTES_MAX * 60) : 'ok'
}

function alertState({ isStuck, waitsSince, sentAt }: Seen['alerts'], now: Date): PartState {
  if (isStuck) return 'down'
  if (waitsSince && ageState(waitsSince, now, ALERT_MINUTES_MAX * 60) === 'late') return 'late'
  return sentAt ? 'ok' : 'unknown'
}

/** Since when the worker has not said that it lives, where that is too long; null too when it never has. */
export function silentSince(beatAt: Date | null, now: Date): Date | null {
  return beatAt && ageState(beatAt, now, BEAT_SECONDS_MAX) === 'late' ? beatAt : null
}

function ageState(at: Date | null, now: Date, secondsMax: number): PartState {
  if (!at) return 'unknown'
  return now.getTime() - at.getTime() <= secondsMax * 1000 ? 'ok' : 'late'
}

function part(state: PartState, at: Date | null): Part {
  return { state, at: at?.toISOString() ?? null }
}
