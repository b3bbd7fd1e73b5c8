import { watchingActor } from '@/lib/auth/actor'
import type { PersonActor } from '@/lib/domain/actor'
import { statusOf } from '@/lib/errors'
import { failureView } from './failure'

const headers = { 'cache-control': 'private, no-store' }

/** A GET route for a screen that looks again by itself: the query's view as JSON. Watching does not keep a session alive. */
export function viewRoute<Params>(
  query: (actor: PersonActor, params: Params, request: Request) => Promise<unknown>,
): (request: Request, context: { params: Promise<Params> }) => Promise<Response> {
  return async (request, context) => {
    try {
      const view = await query(await watchingActor(), await context.params, request)
      return Response.json(view, { headers })
    } catch (error) {
      const view = failureView(error)
      if (!view) throw error
      return Response.json({ error: view }, { status: statusOf[view.kind], headers })
    }
  }
}
