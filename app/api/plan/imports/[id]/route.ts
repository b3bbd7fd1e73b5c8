import { getProblemRows } from '@/lib/queries/import-rows'
import { downloadRoute } from '@/lib/web/download'

/** The rows of a checked file that have a problem, as CSV; `?for=excel` with the mark that Excel wants. */
export const GET = downloadRoute(async (actor, request, { id }: { id: string }) => {
  const isForExcel = new URL(request.url).searchParams.get('for') === 'excel'
  const pieces = await getProblemRows(actor, id, { isForExcel })
  return { name: 'problem-rows.csv', contentType: 'text/csv; charset=utf-8', pieces }
})
