import { requireActor } from '@/lib/auth/actor'
import type { PersonActor } from '@/lib/domain/actor'
import { statusOf } from '@/lib/errors'
import { failureView } from './failure'

/** A file as text, piece by piece; `name` is plain ASCII. */
export type Download = { name: string; contentType: string; pieces: AsyncIterable<string> }

/**
 * A GET route that answers with a file. What is refused is refused before the first byte; a failure on the
 * way breaks the connection, so that half a file does not pass for a whole one.
 */
export function downloadRoute<Params>(
  query: (actor: PersonActor, request: Request, params: Params) => Promise<Download>,
): (request: Request, context: { params: Promise<Params> }) => Promise<Response> {
  return async (request, context) => {
    try {
      const { name, contentType, pieces } = await query(await requireActor(), request, await context.params)
      return new Response(streamOf(pieces), {
        headers: {
          'content-type': contentType,
          'content-disposition': `attachment; filename="${name}"`,
          'cache-control': 'private, no-store',
        },
      })
    } catch (error) {
      const view = failureView(error)
      if (!view) throw error
      return Response.json({ error: view }, { status: statusOf[view.kind] })
    }
  }
}

/** One piece at a time, as fast as the reader takes them. */
function streamOf(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
