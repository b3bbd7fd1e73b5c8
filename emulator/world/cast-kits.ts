import { cast } from './cast-facts'
import type { KitBuilder, Model } from './cast-kit'
import { makeFido2, makeWindowsHello, phoneNumberOf } from './make-method'
import { privateAccounts } from './make-phone'
import { authenticatorAaGuids } from './method'

const iphone = (label: string, osVersion = '26.1'): Model => ({ label, platform: 'ios', osVersion })
const android = (label: string, osVersion = '16'): Model => ({ label, platform: 'android', osVersion })

type Give = (to: KitBuilder) => void

const givePrivateAccounts = ({ context }: KitBuilder) => privateAccounts(context.seed, context.index)

/** iPhone to iPhone, and an iPad that stays: two registrations, current iOS backup. */
const elio: Give = (to) => {
  const old = to.registered('old', { ...iphone('iPhone 12', '18.7'), simNumber: to.number })
  old.accounts.push(...givePrivateAccounts(to))
  to.registered('tablet', { ...iphone('iPad Air'), platform: 'ipados' })
  to.phone('new', iphone('iPhone 16'))
  to.text()
  to.backup(old, 'Elio’s Apple account', 1)
}

/** The last app version with the in-app backup on both phones. */
const lia: Give = (to) => {
  const legacy = { backupModel: 'ios_legacy' as const, appVersion: '6.7.16' }
  const old = to.registered('old', {
    ...iphone('iPhone 8', '16.7'),
    ...legacy,
    backupOn: true,
    simNumber: to.number,
  })
  old.accounts.push(...givePrivateAccounts(to))
  to.phone('new', { ...iphone('iPhone 13', '17.6'), ...legacy })
  to.text()
  to.backup(old, 'Lia’s private Microsoft account', 9)
}

const andrea: Give = (to) => {
  const old = to.registered('old', { ...android('Pixel 6', '15'), backupOn: true, simNumber: to.number })
  old.accounts.push(...givePrivateAccounts(to))
  to.phone('new', android('Pixel 9'))
  to.text()
  to.backup(old, 'Andrea’s private Microsoft account', 3)
}

const petra: Give = (to) => {
  const old = to.registered('old', { ...iphone('iPhone 13', '18.7'), simNumber: to.number })
  old.accounts.push(...givePrivateAccounts(to))
  to.phone('new', android('Galaxy S25'))
  to.text()
}

/** The text message goes to the number that is given up. */
const nora: Give = (to) => {
  const { seed, index, phonePrefix } = to.context
  to.registered('old', { ...iphone('iPhone 11', '18.7'), simNumber: to.number })
  to.phone('new', {
    ...iphone('iPhone 16e'),
    simNumber: phoneNumberOf(seed, index, phonePrefix, 'new number'),
  })
  to.text()
}

/** Nothing but an app on a phone that is gone. */
const lea: Give = (to) => {
  to.registered('old', { ...iphone('iPhone 12', '18.7'), condition: 'lost', simNumber: to.number })
  to.phone('new', iphone('iPhone 16e'))
}

const elena: Give = (to) => {
  to.registered('old', { ...android('Galaxy S21', '15'), simNumber: to.number })
  to.registered('new', android('Galaxy S25'))
  to.text()
}

const piero: Give = (to) => {
  const old = to.registered('old', { ...iphone('iPhone 14', '18.7'), simNumber: to.number })
  const made = {
    displayName: 'Authenticator - iOS',
    model: 'Microsoft Authenticator',
    aaGuid: authenticatorAaGuids.ios,
  }
  const passkey = makeFido2(to.origin, { ...made, phoneId: old.id })
  to.methods.push(passkey)
  old.passkeyMethodIds.push(passkey.id)
  to.key()
  to.methods.push(makeWindowsHello(to.origin, 'AURORA-PIERO'))
  to.phone('new', iphone('iPhone 17'))
  to.text()
}

const samir: Give = (to) => {
  to.registered('old', { ...android('Pixel 5', '14'), simNumber: to.number })
  to.registered('new', { ...android('Pixel 8a'), approvalsFail: true })
  to.text()
}

/** Staff with rights: app, key, Windows Hello, no text messages. */
const operator: Give = (to) => {
  const { givenName } = to.context
  to.registered('old', { ...iphone('iPhone 15'), name: `${givenName}'s iPhone 15`, simNumber: to.number })
  to.key()
  to.methods.push(makeWindowsHello(to.origin, `AURORA-${givenName.toUpperCase()}`))
}

const everybodyElse: Give = (to) => {
  to.registered('old', { ...android('Pixel 7'), simNumber: to.number })
  to.phone('new', android('Pixel 9a'))
  to.text()
}

const kits: Record<number, Give> = {
  [cast.olga]: operator,
  [cast.hana]: operator,
  [cast.ada]: operator,
  [cast.elio]: elio,
  [cast.lia]: lia,
  [cast.andrea]: andrea,
  [cast.petra]: petra,
  [cast.nora]: nora,
  [cast.lea]: lea,
  [cast.elena]: elena,
  [cast.piero]: piero,
  [cast.samir]: samir,
  [cast.breakGlass]: (to) => to.key(),
  [cast.mailbox]: () => undefined,
}

/** Gives one of the cast what their story needs. */
export function giveKit(to: KitBuilder): void {
  const give = kits[to.context.index] ?? everybodyElse
  give(to)
}
