import { failLook } from '@/lib/commands/methods/fail-look'
import { recordReading } from '@/lib/commands/methods/record-reading'
import { startLook } from '@/lib/commands/methods/start-look'
import type { JobActor } from '@/lib/domain/actor'
import { AppError } from '@/lib/errors'
import type { Access, Priority } from '@/lib/graph/access'
import { listMethods } from '@/lib/graph/methods'
import { log } from '@/lib/log'

type Asked = { personId: string; signal?: AbortSignal }

/**
 * Looks at one person's registrations at Microsoft, and writes down what they are or why it could not.
 *
 * @param access the reader's right; a look somebody waits for goes ahead of those that jobs asked for
 */
export async function lookAtMethods(
  actor: JobActor,
  access: (priority: Priority) => Access,
  { personId, signal }: Asked,
): Promise<void> {
  const look = await startLook(actor, { personId })
  if (!look) return
  const { startedAt, entraId } = look
  try {
    const list = await listMethods(access(look.isAwaited ? 'high' : 'low'), entraId, signal)
    await recordReading(actor, { personId, startedAt, list })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { kind, code, detail } = error
    log('warn', 'look.failed', { personId, code, ...detail })
    await failLook(actor, {
      personId,
      startedAt,
      kind,
      failure: code,
      retryAt: text(detail.retryAt),
      graphRequestId: text(detail.requestId),
    })
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
