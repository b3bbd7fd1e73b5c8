import type { Route } from 'next'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { requireActor, watchingActor } from '@/lib/auth/actor'
import type { PersonActor, VisitorActor } from '@/lib/domain/actor'
import { readAddress } from './address'
import type { Answer, FormAction, FormValues } from './answer'
import { failureView } from './failure'
import { requireSameOrigin } from './origin'

type Command<Input, Value> = (actor: PersonActor, input: Input) => Promise<Value>

/**
 * A command as `<form action>` with `useActionState`: FormData in, typed values back on error. The command
 * parses what it gets. `then` says where to go when it is done; without it the page is read again.
 */
export function formAction<Value>(
  // What a form sends is unknown until the command's own schema has parsed it.
  command: Command<never, Value>,
  then?: (value: Value) => Route,
): FormAction<Value> {
  return async (_previous, form) => {
    const values = valuesOf(form)
    let value: Value
    try {
      await requireSameOrigin()
      value = await command(await requireActor(), values as never)
    } catch (error) {
      const view = failureView(error)
      if (!view) throw error
      // What is refused has mostly changed since the page was drawn: it is read again around what was typed.
      if (view.kind === 'refused') refresh()
      return { ok: false, error: view, values }
    }
    if (then) redirect(then(value))
    refresh()
    return { ok: true, value }
  }
}

/** A command for whoever has not signed in, as `formAction`. It is told where the request came from; nobody's session is read. */
export function visitorAction<Value>(
  command: (visitor: VisitorActor, input: never) => Promise<Value>,
): FormAction<Value> {
  return async (_previous, form) => {
    const values = valuesOf(form)
    try {
      await requireSameOrigin()
      const input = { ...values, address: await readAddress() }
      return { ok: true, value: await command({ kind: 'visitor', reference: null }, input as never) }
    } catch (error) {
      const view = failureView(error)
      if (!view) throw error
      return { ok: false, error: view, values }
    }
  }
}

/** A command for screens that watch: called with a value, answers with one. */
export function serverAction<Input, Value>(
  command: Command<Input, Value>,
): (input: Input) => Promise<Answer<Value>> {
  return async (input) => {
    try {
      await requireSameOrigin()
      return { ok: true, value: await command(await requireActor(), input) }
    } catch (error) {
      const view = failureView(error)
      if (!view) throw error
      return { ok: false, error: view }
    }
  }
}

/** A command that a page asks for by itself while somebody looks: it keeps no session alive, and reads the page again. */
export function watchAction(command: (actor: PersonActor) => Promise<void>): () => Promise<void> {
  return async () => {
    try {
      await requireSameOrigin()
      await command(await watchingActor())
    } catch (error) {
      if (!failureView(error)) throw error
    }
    refresh()
  }
}

/** Field name → value; names that end in `[]` or occur twice are lists. Files are left out. */
function valuesOf(form: FormData): FormValues {
  const values: FormValues = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue
    const texts = form.getAll(name).filter((value) => typeof value === 'string')
    if (name.endsWith('[]')) values[name.slice(0, -2)] = texts
    else values[name] = texts.length > 1 ? texts : (texts[0] ?? '')
  }
  return values
}
