import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { choicesOf, masked } from '@/emulator/pages/signin/choice'
import { getPerson } from '@/emulator/world/people'
import { setCondition, setFlightMode } from '@/emulator/world/phones'
import { answerRing, findRing, listRings, startCall, startPush } from '@/emulator/world/ring'
import { readText, textCode } from '@/emulator/world/text-message'
import { openStage, type Stage } from './pages-browser'

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage.close())

const push = { appName: 'Portal', seconds: 300, isPasswordless: false }
const fresh = (name: string) => getPerson(stage.world, stage.person(name).id)

describe('a sign-in request', () => {
  test('rings on every phone and tablet with a registration, and on no other', () => {
    const elio = stage.person('Elio Esposito')
    const { phoneIds } = startPush(stage.world, elio, push)
    expect(phoneIds).toEqual(elio.phones.filter(({ slot }) => slot !== 'new').map(({ id }) => id))
  })

  test('does not ring on a phone that is off or in flight mode', () => {
    const { phones, id } = stage.person('Elio Esposito')
    setCondition(stage.world, phones.find(({ slot }) => slot === 'old')!.id, 'off')
    setFlightMode(stage.world, phones.find(({ slot }) => slot === 'tablet')!.id, true)
    expect(startPush(stage.world, getPerson(stage.world, id), push).phoneIds).toEqual([])
  })

  test('is approved with the number shown, and names the registration that answered', () => {
    const person = stage.person('Vito VIP')
    const ring = startPush(stage.world, person, push)
    answerRing(stage.world, person, { phone: person.phones[0]!, ringId: ring.id, answer: ring.number })
    expect(findRing(stage.world, ring.id)).toMatchObject({
      state: 'approved',
      methodId: person.defaultMethodId,
    })
  })

  test('another number turns it down, and a second answer changes nothing', () => {
    const person = stage.person('Vito VIP')
    const ring = startPush(stage.world, person, push)
    const other = ring.choices.find((choice) => choice !== ring.number)!
    answerRing(stage.world, person, { phone: person.phones[0]!, ringId: ring.id, answer: other })
    expect(
      answerRing(stage.world, person, { phone: person.phones[0]!, ringId: ring.id, answer: ring.number }),
    ).toBeNull()
    expect(findRing(stage.world, ring.id)?.state).toBe('wrong_number')
  })

  test('never gets through from Samir’s new phone', () => {
    const samir = stage.person('Samir Stuck')
    const ring = startPush(stage.world, samir, push)
    answerRing(stage.world, samir, {
      phone: samir.phones.find(({ slot }) => slot === 'new')!,
      ringId: ring.id,
      answer: ring.number,
    })
    expect(findRing(stage.world, ring.id)?.state).toBe('failed')
  })

  test('ends when its time is over', () => {
    const person = stage.person('Vito VIP')
    const ring = startPush(stage.world, person, { ...push, seconds: -1 })
    expect(listRings(stage.world, person.phones[0]!)).toEqual([])
    expect(findRing(stage.world, ring.id)?.state).toBe('expired')
  })
})

describe('texts and calls', () => {
  test('reach the phone that holds the SIM, and only that', () => {
    const nora = stage.person('Nora Newnumber')
    const [old, next] = nora.phones
    const { code } = textCode(stage.world, old!.simNumber!)
    expect([readText(stage.world, old!), readText(stage.world, next!)]).toEqual([code, null])
    expect(startCall(stage.world, nora, { ...push, phoneNumber: next!.simNumber! }).phoneIds).toEqual([
      next!.id,
    ])
  })

  test('do not reach a phone in flight mode', () => {
    const { phones } = stage.person('Nora Newnumber')
    textCode(stage.world, phones[0]!.simNumber!)
    setFlightMode(stage.world, phones[0]!.id, true)
    expect(readText(stage.world, fresh('Nora Newnumber').phones[0]!)).toBeNull()
  })
})

describe('the choice of methods', () => {
  // amr values: https://learn.microsoft.com/entra/identity-platform/optional-claims-reference
  test('says for each what Entra writes into the token', () => {
    const choices = choicesOf(stage.world, stage.person('Piero Passkey'))
    const amr = Object.fromEntries(
      choices.map(({ name, kind }) => [
        name.split(' +')[0],
        stage.world.settings.amr[kind].toSorted().join(),
      ]),
    )
    expect(amr).toEqual({
      'Passkey in Authenticator': 'fido,mfa',
      'Security key Blue security key': 'fido,mfa',
      'Windows Hello': 'hwk,mfa,ngcmfa',
      'Approve a request on Microsoft Authenticator': 'mfa,ngcmfa,pwd,rsa',
      'Use a code from Microsoft Authenticator': 'mfa,pwd,totp',
      Text: 'mfa,pwd,sms',
      Call: 'mfa,pwd,tel',
    })
  })

  test('leaves only phishing-resistant ones where a policy wants that', () => {
    const names = choicesOf(
      stage.world,
      stage.person('Piero Passkey'),
      '00000000-0000-0000-0000-000000000004',
    ).map(({ name }) => name)
    expect(names).toEqual(['Passkey in Authenticator', 'Security key Blue security key', 'Windows Hello'])
  })

  test('refuses the passkey of a phone that is not there', () => {
    const old = stage.person('Piero Passkey').phones.find(({ slot }) => slot === 'old')!
    setCondition(stage.world, old.id, 'lost')
    const passkey = choicesOf(stage.world, fresh('Piero Passkey')).find(
      ({ name }) => name === 'Passkey in Authenticator',
    )
    expect(passkey).toMatchObject({ step: 'device', refusal: expect.stringContaining('cannot be reached') })
  })

  test('shows two digits of a number', () => {
    expect(masked('+39 3351234512')).toBe('+39 XXXXXXXX12')
  })
})
