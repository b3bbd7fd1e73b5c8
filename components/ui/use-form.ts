'use client'

import { useActionState } from 'react'
import { useScripted } from '@/components/ui/use-scripted'
import type { MessageCode } from '@/lib/i18n/messages'
import { useMessage } from '@/lib/i18n/use-message'
import type { FormAction, FormValues } from '@/lib/web/answer'

/**
 * A form's action with what came back: the sentence next to each field, what was typed, and what concerns
 * the whole form. Works before the browser has loaded any script; after that, what could not be sent stays and
 * says so. Needs `<Messages>` around it.
 */
export function useForm<Value>(action: FormAction<Value>) {
  const message = useMessage()
  const isScripted = useScripted()
  // The server's own action must be there first: it is what a form without scripts is sent to.
  const [answer, run] = useActionState(isScripted ? keepUnsent(action) : action, null)
  const failed = answer?.ok === false ? answer : null
  const fields: Record<string, MessageCode> = failed?.error.fields ?? {}
  const values = failed?.error.values
  const isAboutFields = Object.keys(fields).length > 0

  return {
    run,
    done: answer?.ok === true ? answer.value : null,
    isDone: answer?.ok === true,
    /** The sentence for one field, if it is at fault. */
    error: (name: string) => message(fields[name], values) ?? undefined,
    /** What was typed into a field before, else what it begins with. */
    value: (name: string, fallback = '') => {
      const typed = failed?.values[name]
      return typeof typed === 'string' ? typed : fallback
    },
    /** What was chosen in a field that takes several. */
    values: (name: string): readonly string[] => {
      const typed = failed?.values[name]
      return typeof typed === 'string' ? [typed] : (typed ?? [])
    },
    /** Everything at fault, for `<FormErrors>`. */
    problems: isAboutFields
      ? Object.entries(fields).map(([id, code]) => ({ id, message: message(code, values) ?? code }))
      : failed
        ? [{ message: message(failed.error.code, values) ?? failed.error.code }]
        : [],
  }
}

/** Where nothing came back, what was typed does. What the server threw, or sends elsewhere by, carries a digest. */
function keepUnsent<Value>(action: FormAction<Value>): FormAction<Value> {
  return async (previous, form) => {
    try {
      return await action(previous, form)
    } catch (error) {
      if (typeof error === 'object' && error !== null && 'digest' in error) throw error
      return { ok: false, error: { kind: 'unavailable', code: 'connection_lost' }, values: typedIn(form) }
    }
  }
}

function typedIn(form: FormData): FormValues {
  const values: FormValues = {}
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((value) => typeof value === 'string')
    if (name.endsWith('[]')) values[name.slice(0, -2)] = texts
    else values[name] = texts.length > 1 ? texts : (texts[0] ?? '')
  }
  return values
}
