import type { ErrorView } from '@/lib/errors'

/** What a form gets back: the error and what was typed, or what the command returned. Null before the first try. */
export type FormAnswer<Value = unknown> =
  | { ok: true; value: Value }
  | { ok: false; error: ErrorView; values: FormValues }
  | null

/** What was typed, by field name; a name that occurs more than once is a list. */
export type FormValues = Record<string, string | string[]>

/** For `useActionState` and `<form action>`. */
export type FormAction<Value = unknown> = (previous: unknown, form: FormData) => Promise<FormAnswer<Value>>

/** What a call from a watching screen gets back. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; error: ErrorView }
