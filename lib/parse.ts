import type { ZodType, z } from 'zod'
import { AppError } from './errors'
import type { MessageCode } from './i18n/messages'

/**
 * Input from outside, in the shape its schema gives. A refusal names every field that is at fault;
 * a schema's own message (`z.string().min(1, 'field_required')`) is the code of the sentence.
 *
 * @throws {AppError} invalid
 */
export function parse<Schema extends ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const fields: Record<string, MessageCode> = {}
  for (const issue of result.error.issues) {
    fields[issue.path.join('.')] ??= isCode(issue.message) ? issue.message : 'field_invalid'
  }
  throw new AppError('invalid', 'invalid_input', { fields, detail: { issues: result.error.issues.length } })
}

/** @throws {AppError} not_found — an id that is none names nothing */
export function parseId(id: string): string {
  if (!uuid.test(id)) throw new AppError('not_found', 'not_found')
  return id
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Our own messages are codes in snake case; zod's own are sentences. */
function isCode(message: string): message is MessageCode {
  return /^[a-z]+(_[a-z0-9]+)+$/.test(message)
}
