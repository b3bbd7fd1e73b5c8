import { makePhone } from './make-phone'
import { changePerson, findPerson } from './people'
import type { Person } from './person'
import type { Phone } from './phone'
import type { World } from './world'

/** Somebody can use it, and it reaches the network: then it rings. */
export function isReachable(phone: Phone): boolean {
  return phone.condition === 'on' && !phone.flightMode && phone.appVersion !== null
}

/** A phone by its id, or null. */
export function findPhone(world: World, phoneId: string): Phone | null {
  const owner = findPerson(world, phoneId.split('~')[0] ?? '')
  return owner ? (owner.phones.find((phone) => phone.id === phoneId) ?? null) : null
}

/** @throws {Error} when there is no such phone */
export function getPhone(world: World, phoneId: string): Phone {
  const phone = findPhone(world, phoneId)
  if (!phone) throw new Error(`there is no phone ${phoneId}`)
  return phone
}

/** Changes a phone and, if need be, its owner. @throws {Error} when there is no such phone */
export function changePhone(
  world: World,
  phoneId: string,
  edit: (phone: Phone, owner: Person) => void,
): Phone {
  const { ownerId } = getPhone(world, phoneId)
  const owner = changePerson(world, ownerId, (draft) => {
    const phone = draft.phones.find((candidate) => candidate.id === phoneId)
    if (phone) edit(phone, draft)
  })
  return owner.phones.find((phone) => phone.id === phoneId) ?? getPhone(world, phoneId)
}

/**
 * A second phone of the same model and with the same name, its Authenticator empty: Microsoft's lists cannot tell
 * the two apart. One at most; the one there is, when there is one.
 */
export function pickUpSecond(world: World, phoneId: string): Phone {
  const { ownerId, name, label, platform, osVersion } = getPhone(world, phoneId)
  const second = makePhone(ownerId, 'other', { name, label, platform, osVersion })
  const owner = changePerson(world, ownerId, ({ phones }) => {
    if (!phones.some(({ slot }) => slot === 'other')) phones.push(second)
  })
  return owner.phones.find(({ slot }) => slot === 'other') ?? second
}

/** Takes an entry out of the app. The registration at Microsoft stays, as in reality. */
export function removeAccountFromApp(world: World, phoneId: string, accountId: string): void {
  changePhone(world, phoneId, (phone) => {
    phone.accounts = phone.accounts.filter((account) => account.id !== accountId)
  })
}

/** Lost, broken, switched off, or fine again. A lost phone keeps its registration. */
export function setCondition(
  world: World,
  phoneId: string,
  condition: Exclude<Phone['condition'], 'wiped'>,
): void {
  changePhone(world, phoneId, (phone) => {
    phone.condition = condition
  })
}

/** Erases the phone: app and keys are gone; what Microsoft and the clouds keep is not. */
export function wipePhone(world: World, phoneId: string): void {
  changePhone(world, phoneId, (phone) => {
    Object.assign(phone, {
      condition: 'wiped',
      appVersion: null,
      accounts: [],
      passkeyMethodIds: [],
      backupOn: false,
    })
  })
}

export function setFlightMode(world: World, phoneId: string, isOn: boolean): void {
  changePhone(world, phoneId, (phone) => {
    phone.flightMode = isOn
  })
}

/** Samir's story: from now on approvals from this phone do (not) fail. */
export function setApprovalsFail(world: World, phoneId: string, fails: boolean): void {
  changePhone(world, phoneId, (phone) => {
    phone.approvalsFail = fails
  })
}

/** Moves the SIM of one phone into another of the same person. */
export function moveSim(world: World, fromPhoneId: string, toPhoneId: string): void {
  changePhone(world, fromPhoneId, (from, owner) => {
    const to = owner.phones.find(({ id }) => id === toPhoneId)
    if (!to) return
    to.simNumber = from.simNumber
    from.simNumber = null
  })
}
