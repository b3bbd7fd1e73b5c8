import { z } from 'zod'
import type { Point } from '../point'

const List = z.object({ value: z.array(z.unknown()) })

/** Query options of the list of methods: documented as unsupported, advertised by the metadata. */
export const methodsOptions: Point<'methods_options'> = {
  code: 'methods_options',
  question: 'What does the list of somebody’s methods make of $top?',
  why: 'The page says that it takes no query options; a client that sends one could break.',
  async observe({ hear, first }) {
    const path = `/users/${first.id}/authentication/methods`
    const whole = List.safeParse((await hear('reader', path)).body).data?.value.length ?? 0
    const heard = await hear('reader', `${path}?$top=1`)
    const shown = List.safeParse(heard.body).data?.value.length ?? 0
    const ignoredOrHeeded = shown === whole ? 'ignored' : 'heeded'
    return {
      observed: {
        answered: heard.said.status >= 400 ? 'refused' : ignoredOrHeeded,
        said: heard.said,
      },
      graphRequestId: heard.requestId,
    }
  },
}
