import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { methods } from '@/db/schema/methods'
import { lockOwnDevice } from '@/lib/commands/device/lock-devices'
import { writeLink } from '@/lib/commands/device/write-link'
import type { PersonActor } from '@/lib/domain/actor'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

const Input = z.object({
  deviceId: z.uuid('choose_one'),
  /** Microsoft's id of the registration. */
  methodId: z.string().min(1).max(200),
})

/** The person says on which of their devices a registration is. What goes and what stays in a move is not said here. */
export async function linkMethod(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { deviceId, methodId } = parse(Input, input)
  await transact(actor, async (work) => {
    const { device } = await lockOwnDevice(work, actor.personId, deviceId)
    work.permit('device.link', device)
    const [method] = await work.tx
      .select({ id: methods.id })
      .from(methods)
      .where(
        and(
          eq(methods.personId, actor.personId),
          eq(methods.entraMethodId, methodId),
          isNull(methods.goneAt),
        ),
      )
    if (!method) throw new AppError('not_found', 'not_found')

    await writeLink(work, { personId: actor.personId, deviceId, entraMethodId: methodId })
    work.record(
      'device.method_linked',
      { kind: 'device', id: deviceId, oid: actor.entraId },
      { detail: { method: methodId } },
    )
  })
}
