import { addMinutes, runAt } from '@/lib/clock'
import { attestBackup } from '@/lib/commands/backup/attest-backup'
import { sayRestoreOnly } from '@/lib/commands/backup/say-restore-only'
import { addDevice } from '@/lib/commands/device/add-device'
import { attestProtection } from '@/lib/commands/device/attest-protection'
import { linkMethod } from '@/lib/commands/device/link-method'
import { sayDeviceState } from '@/lib/commands/device/say-device-state'
import { isOfAuthenticator } from '@/lib/domain/method'
import { readerAccess } from '@/lib/graph/access'
import { listMethods } from '@/lib/graph/methods'
import { castMember, signedIn } from './company'
import { look } from './move'
import { ago } from './times'

const keychain = { model: 'ios_keychain', drive: 'yes', keychain: 'yes', backup: 'yes', app: 'yes' } as const
const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** Devices with a backup in every state: attested, getting old, overdue, contradicted, unknown; and one that is lost. */
export async function seedDevices(): Promise<void> {
  await seedElio()
  await seedLia()
  await seedAndrea()
  await seedPetra()
  await seedNora()
  await seedLea()
  await seedPiero()
}

/** Two devices of the current iOS backup: one that holds it, one that only restores. */
async function seedElio(): Promise<void> {
  const { actor, place } = await begin('Elio Esposito', ago(12))
  await runAt(ago(12), async () => {
    const words = { platform: 'ios', model: '' } as const
    const iphone = await addDevice(actor, { ...words, kind: 'phone', name: 'iPhone di lavoro' })
    const ipad = await addDevice(actor, { ...words, kind: 'tablet', name: 'iPad di casa' })
    await place(iphone, /iPhone/)
    await place(ipad, /iPad/)
    await attestBackup(actor, { deviceId: iphone, ...keychain })
    await sayRestoreOnly(actor, { deviceId: ipad })
    await attestProtection(actor, { deviceId: iphone, passcode: 'yes', biometrics: 'yes', find_my: 'yes' })
  })
}

/** The older backup, last made 75 days ago, and a second device on which it is off. */
async function seedLia(): Promise<void> {
  const { actor, place } = await begin('Lia Legacy', ago(70))
  await runAt(ago(70), async () => {
    const iphone = await addDevice(actor, {
      name: 'My iPhone',
      platform: 'ios',
      kind: 'phone',
      model: 'iPhone 8',
    })
    const ipad = await addDevice(actor, {
      name: 'Old iPad',
      platform: 'ios',
      kind: 'tablet',
      model: 'iPad mini',
    })
    await place(iphone, /iPhone/)
    const claim = { model: 'ios_legacy', account: 'private', backedUpOn: dayOf(ago(75)) } as const
    await attestBackup(actor, { deviceId: iphone, ...claim })
    await sayRestoreOnly(actor, { deviceId: ipad, answer: 'off' })
    await attestProtection(actor, { deviceId: iphone, passcode: 'yes' })
  })
}

async function seedAndrea(): Promise<void> {
  const { actor, place } = await begin('Andrea Android', ago(7))
  const pixel = await runAt(ago(7), async () => {
    const id = await addDevice(actor, { name: 'Pixel', platform: 'android', kind: 'phone', model: 'Pixel 6' })
    await place(id, /Pixel/)
    return id
  })
  const claim = { model: 'android', backedUpOn: dayOf(ago(3)) } as const
  await runAt(ago(2), () => attestBackup(actor, { deviceId: pixel, ...claim }))
}

/** She moves to the other platform, where her backup does not go. It was last looked at forty days ago. */
async function seedPetra(): Promise<void> {
  const { actor, place } = await begin('Petra Platform', ago(40))
  await runAt(ago(40), async () => {
    const iphone = await addDevice(actor, { name: 'iPhone 13', platform: 'ios', kind: 'phone', model: '' })
    await place(iphone, /iPhone/)
    await attestBackup(actor, { deviceId: iphone, ...keychain })
  })
}

/** She says that her app shows a backup with a date; the version Microsoft shows no longer has one. */
async function seedNora(): Promise<void> {
  const { actor, place } = await begin('Nora Newnumber', ago(6))
  await runAt(ago(6), async () => {
    const iphone = await addDevice(actor, { name: 'iPhone 11', platform: 'ios', kind: 'phone', model: '' })
    await place(iphone, /iPhone/)
    await attestBackup(actor, { deviceId: iphone, model: 'ios_legacy', backedUpOn: dayOf(ago(8)) })
  })
}

async function seedLea(): Promise<void> {
  const { actor, place } = await begin('Lea Lostphone', ago(8))
  const iphone = await runAt(ago(8), async () => {
    const id = await addDevice(actor, { name: 'iPhone', platform: 'ios', kind: 'phone', model: 'iPhone 12' })
    await place(id, /iPhone/)
    return id
  })
  await runAt(ago(0, 20), () => sayDeviceState(actor, { deviceId: iphone, state: 'lost' }))
}

/** A passkey in Authenticator beside the app itself, both bound to the phone; of its backup nothing was said. */
async function seedPiero(): Promise<void> {
  const { actor, place } = await begin('Piero Passkey', ago(9))
  await runAt(ago(9), async () => {
    const iphone = await addDevice(actor, { name: 'iPhone 14', platform: 'ios', kind: 'phone', model: '' })
    await place(iphone, /iPhone|Authenticator/)
  })
}

/** Somebody whose registrations the worker has read at `at`, and a way to say on which device each is. */
async function begin(name: string, at: Date) {
  const person = await castMember(name)
  const { methods } = await listMethods(readerAccess(), person.entraId)
  await runAt(addMinutes(at, -10), () => look(person, methods))
  const actor = await runAt(at, async () => signedIn(person))
  const place = async (deviceId: string, shown: RegExp) => {
    const fitting = methods.filter(
      (method) => isOfAuthenticator(method) && shown.test(method.displayName ?? ''),
    )
    for (const { id } of fitting) await linkMethod(actor, { deviceId, methodId: id })
  }
  return { actor, place }
}
