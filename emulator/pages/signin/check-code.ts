import { acceptPass } from '../../world/pass'
import type { Person } from '../../world/person'
import { isTotp } from '../../world/totp'
import type { World } from '../../world/world'
import { type Choice, codeMethods } from './choice'
import type { Flow } from './flow'
import type { PageCode } from './words'

type Attempt = { person: Person; choice: Choice; typed: string }

/** Whether a typed code proves who signs in, and with which registration. A pass is used up by it. */
export function checkCode(
  world: World,
  { progress }: Flow,
  { person, choice, typed }: Attempt,
): { methodId: string } | { said: PageCode } {
  if (choice.step === 'text')
    return typed.replace(/\s/g, '') === progress.textedCode
      ? { methodId: choice.methodId }
      : { said: 'code_wrong' }
  if (choice.kind === 'pass') return checkPass(world, person, typed)
  const method = codeMethods(world, person).find(({ totpSecret }) => isTotp(totpSecret, typed))
  return method ? { methodId: method.id } : { said: 'code_wrong' }
}

function checkPass(world: World, person: Person, typed: string): { methodId: string } | { said: PageCode } {
  const method = person.methods.find(({ kind }) => kind === 'temporaryAccessPass')
  const outcome = acceptPass(world, person, typed)
  if (outcome === 'ok' && method) return { methodId: method.id }
  return { said: `pass_${outcome === 'ok' ? 'wrong' : outcome}` }
}
