import { z } from 'zod'
import { findActor } from '@/lib/auth/actor'
import { startSignIn } from '@/lib/auth/start-sign-in'
import { showEdition } from '@/lib/commands/swap/show-edition'
import { apps } from '@/lib/domain/session'
import { AppError, statusOf } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { failureView } from '@/lib/web/failure'
import { requireSameOrigin } from '@/lib/web/origin'

const Input = z.object({
  app: z.enum(apps).default('portal'),
  // A path of ours: one slash, not two, no backslash that a browser would take for one, and no tab or line
  // break, which browsers drop, so that two slashes would stand together after all.
  returnTo: z
    .string()
    .regex(/^\/(?![/\\])[^\\\p{Cc}]*$/u)
    .default('/')
    .catch('/'),
  fresh: z.literal('yes').optional(),
})

/** The sign-in buttons' target. */
export async function POST(request: Request): Promise<Response> {
  try {
    await requireSameOrigin()
    const form = Object.fromEntries(await request.formData())
    const { app, returnTo, fresh } = parse(Input, form)
    await keepShown(form)
    return await startSignIn({ app, returnTo, fresh: fresh === 'yes' })
  } catch (error) {
    const view = failureView(error)
    if (!view) throw error
    const { kind } = error instanceof AppError ? error : view
    return new Response(null, { status: statusOf[kind] })
  }
}

/** A step whose only form is its sign-in says by it which text it showed. Nobody is kept from signing in by that. */
async function keepShown({ shownEdition, shownNote }: Record<string, FormDataEntryValue>): Promise<void> {
  const signedIn = typeof shownEdition === 'string' && shownEdition !== '' ? await findActor() : null
  if (!signedIn || typeof shownEdition !== 'string') return
  try {
    await showEdition(signedIn.actor, { shownEdition, shownNote })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}
