import type { PersonActor } from '@/lib/domain/actor'
import { readLeaf } from '@/lib/domain/audit-leaf'
import { byteOrderMark, csvLine } from '@/lib/domain/csv-line'
import { AppError } from '@/lib/errors'
import { isAnswerable, requireAuditor } from './audit'
import { leafHashOf } from './audit-event'
import { type EventFilter, type EventSearch, readFilter } from './audit-filter'
import { type EventRow, type Place, selectEvents } from './audit-rows'
import { type EventView, viewsOf } from './audit-view'

export const exportFormats = ['csv', 'excel', 'jsonl'] as const
/** `excel` is CSV with a byte order mark; `jsonl` is one JSON object to a line. */
export type ExportFormat = (typeof exportFormats)[number]

/**
 * Every event that passes the filter, newest first, as the text of a file, piece by piece. Read in pages that
 * each are a statement of their own: no long transaction holds back the database, and since events are never
 * changed, what is written meanwhile only comes before the first.
 *
 * @throws {AppError} not_found — not an Auditor · invalid — the filter has a part that cannot be meant
 */
export async function exportEvents(
  actor: PersonActor,
  search: EventSearch,
  { format, zone }: { format: ExportFormat; zone: string },
): Promise<AsyncIterable<string>> {
  requireAuditor(actor)
  const { filter, ...read } = await readFilter(search, zone)
  if (!isAnswerable(read)) throw new AppError('invalid', 'invalid_input')
  return format === 'jsonl' ? jsonLines(filter) : csvLines(filter, format === 'excel')
}

async function* csvLines(filter: EventFilter, hasMark: boolean): AsyncGenerator<string> {
  yield (hasMark ? byteOrderMark : '') + csvLine(columns)
  for await (const events of pagesOf(filter)) yield events.map((event) => csvLine(cellsOf(event))).join('')
}

async function* jsonLines(filter: EventFilter): AsyncGenerator<string> {
  for await (const events of pagesOf(filter)) {
    yield events.map((event) => `${JSON.stringify(jsonOf(event))}\n`).join('')
  }
}

type Exported = EventRow & { view: EventView }

const rowsAtOnce = 2_000

async function* pagesOf(filter: EventFilter): AsyncGenerator<Exported[]> {
  let place: Place | null = null
  while (true) {
    const rows: EventRow[] = await selectEvents(filter, place, rowsAtOnce)
    const views = await viewsOf(rows)
    const events = rows.flatMap((row, index) => {
      const view = views[index]
      return view ? [{ ...row, view }] : []
    })
    if (events.length > 0) yield events
    const last = views.at(-1)
    if (!last || rows.length < rowsAtOnce) return
    place = { at: last.at, id: last.id, towards: 'older' }
  }
}

/** Stable: programs of others read them. */
const columns = [
  'id',
  'at',
  'actorType',
  'actor',
  'actorName',
  'action',
  'subject',
  'subjectName',
  'targetKind',
  'target',
  'result',
  'known',
  'reasonCode',
  'detailsJson',
  'graphRequestId',
  'leafHash',
] as const

function cellsOf({ body, view }: Exported) {
  const { id, at, actor, type, subject, target, outcome, known, detail } = view
  return [
    id,
    at,
    actor.kind,
    nameableOf(actor).id,
    nameableOf(actor).name,
    type,
    subject?.oid ?? null,
    subject?.name ?? null,
    target.kind,
    target.id,
    outcome,
    known,
    typeof detail.why === 'string' ? detail.why : null,
    JSON.stringify(detail),
    readLeaf(body).graph?.requestId ?? null,
    leafHashOf(body),
  ]
}

/** `body` is the leaf's exact text: SHA-256 of a zero byte and its UTF-8 bytes gives `leafHash`. */
function jsonOf({ id, body, view: { actor, subject } }: Exported) {
  return {
    id,
    actorName: nameableOf(actor).name,
    subjectName: subject?.name ?? null,
    leafHash: leafHashOf(body),
    body,
  }
}

function nameableOf(actor: EventView['actor']): { id: string | null; name: string | null } {
  if (actor.kind === 'person') return { id: actor.oid, name: actor.name }
  if (actor.kind === 'job') return { id: actor.name, name: null }
  return { id: actor.reference, name: null }
}
