import { getTimeZone } from 'next-intl/server'
import { z } from 'zod'
import { exportEvents, exportFormats } from '@/lib/queries/audit-export'
import { downloadRoute } from '@/lib/web/download'

const files = {
  csv: { name: 'events.csv', contentType: 'text/csv; charset=utf-8' },
  excel: { name: 'events.csv', contentType: 'text/csv; charset=utf-8' },
  jsonl: { name: 'events.jsonl', contentType: 'application/x-ndjson; charset=utf-8' },
} as const

/** The list of `/audit` with the same filters, as a file. */
export const GET = downloadRoute(async (actor, request) => {
  const search = Object.fromEntries(new URL(request.url).searchParams)
  const format = z.enum(exportFormats).catch('csv').parse(search.format)
  const pieces = await exportEvents(actor, search, { format, zone: await getTimeZone() })
  return { ...files[format], pieces }
})
