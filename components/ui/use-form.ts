'use client'

import { useActionState } from 'react'
import type { MessageCode } from '@/lib/i18n/messages'
import { useMessage } from '@/lib/i18n/use-message'
import type { FormAction } from '@/lib/web/answer'

/**
 * A form's action with what came back: the sentence next to each field, what was typed, and what concerns
 * the whole form. Works before the browser has loaded any script. Needs `<Messages>` around it.
 */
export function useForm<Value>(action: FormAction<Value>) {
  const message = useMessage()
  const [answer, run] = useActionState(action, null)
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
