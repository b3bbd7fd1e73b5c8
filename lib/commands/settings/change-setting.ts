import { z } from 'zod'
import { settings } from '@/db/schema/settings'
import type { PersonActor } from '@/lib/domain/actor'
import type { AuditExtra } from '@/lib/domain/audit-event'
import {
  accountsIn,
  breakGlassMax,
  isAddress,
  mailLanguages,
  namesAccount,
  type Settings,
  slotMoveHoursMax,
  slotMovesLimit,
} from '@/lib/domain/settings'
import type { MessageCode } from '@/lib/i18n/messages'
import { parse } from '@/lib/parse'
import { transact, type Work } from '@/lib/transact'
import { lockSettings } from './lock-settings'

/** A whole number in a text, as forms send it, or the code of the sentence that says which. */
const number = (max: number, code: MessageCode) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, code)
    .transform(Number)
    .refine((value) => value <= max, code)

const Input = z.discriminatedUnion('name', [
  // A box that is not ticked sends nothing.
  z.object({ name: z.literal('removeHere'), value: z.literal('yes').optional() }),
  z.object({ name: z.literal('announce'), value: z.literal('yes').optional() }),
  z.object({ name: z.literal('enrolFirst'), value: z.literal('yes').optional() }),
  z.object({
    name: z.literal('breakGlass'),
    value: z
      .string()
      .transform(accountsIn)
      .refine((accounts) => accounts.every(namesAccount), 'account_malformed')
      .refine((accounts) => accounts.length <= breakGlassMax, 'accounts_too_many'),
  }),
  z.object({ name: z.literal('slotMovesMax'), value: number(slotMovesLimit, 'number_0_20') }),
  z.object({ name: z.literal('slotMoveHours'), value: number(slotMoveHoursMax, 'number_0_336') }),
  z.object({ name: z.literal('deskContact'), value: z.string().trim().max(200, 'field_too_long') }),
  z.object({
    name: z.literal('deskMailbox'),
    value: z
      .string()
      .trim()
      .refine((address) => address === '' || isAddress(address), 'address_malformed'),
  }),
  z.object({ name: z.literal('deskLanguage'), value: z.enum(mailLanguages, 'choose_one') }),
])

/**
 * An Owner sets how the portal works. Which accounts were put on or off the list of emergency accounts goes
 * into the personal part of the event.
 *
 * @throws {AppError} forbidden — not an Owner, or the sign-in is too old · invalid — a line names no account
 */
export async function changeSetting(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const wanted = parse(Input, input)
  await transact(actor, async (work) => {
    work.permit('settings.change')
    const current = await lockSettings(work)
    if (wanted.name === 'removeHere' || wanted.name === 'announce' || wanted.name === 'enrolFirst') {
      const { name } = wanted
      const to = wanted.value === 'yes'
      if (to === current[name]) return work.unchanged()
      await write(work, actor, { name, value: to })
      return record(work, name, { detail: { from: current[name], to } })
    }
    if (wanted.name !== 'breakGlass') {
      const from = current[wanted.name]
      if (wanted.value === from) return work.unchanged()
      await write(work, actor, wanted)
      // What an Owner typed stands apart from the log, as everything typed does.
      if (wanted.name === 'deskContact' || wanted.name === 'deskMailbox') {
        return record(work, wanted.name, { personal: { from: current[wanted.name], to: wanted.value } })
      }
      return record(work, wanted.name, { detail: { from, to: wanted.value } })
    }
    const change = compare(current.breakGlass, wanted.value)
    if (change.added.length + change.removed.length === 0) return work.unchanged()
    await write(work, actor, { name: 'breakGlass', value: wanted.value })
    return record(work, 'breakGlass', {
      detail: { added: change.added.length, removed: change.removed.length, count: wanted.value.length },
      personal: { added: change.added.join(' ') || null, removed: change.removed.join(' ') || null },
    })
  })
}

type NewValue = { [Name in keyof Settings]: { name: Name; value: Settings[Name] } }[keyof Settings]

async function write({ tx, now }: Work, actor: PersonActor, { name, value }: NewValue): Promise<void> {
  const row = { value, changedAt: now, changedById: actor.personId }
  await tx
    .insert(settings)
    .values({ name, ...row })
    .onConflictDoUpdate({ target: settings.name, set: row })
}

function record({ record: say }: Work, name: keyof Settings, extra: AuditExtra): void {
  say('settings.changed', { kind: 'setting', id: name }, extra)
}

function compare(before: readonly string[], after: readonly string[]) {
  return {
    added: after.filter((account) => !before.includes(account)),
    removed: before.filter((account) => !after.includes(account)),
  }
}
