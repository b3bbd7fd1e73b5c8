import { z } from 'zod'
import type { Heard } from './graph'
import type { Right, Visit } from './point'
import type { Account } from './sign-in'

/** A pass that was made, without its value: nobody is to use it, so it is dropped before anything else is done. */
export type MadePass = { heard: Heard; id: string | null; isUsableOnce: boolean | null }

const Pass = z.object({ id: z.string(), isUsableOnce: z.boolean().nullish() })

const path = ({ id }: Account) => `/users/${id}/authentication/temporaryAccessPassMethods`

/** Makes a pass for somebody, to see what Microsoft says, and forgets its value. */
export async function makePass(
  { hear }: Visit,
  { right, account, wish = {} }: { right: Right; account: Account; wish?: { isUsableOnce?: boolean } },
): Promise<MadePass> {
  const heard = await hear(right, path(account), { method: 'POST', body: wish })
  const made = Pass.safeParse(heard.body).data
  return {
    heard: { ...heard, body: null },
    id: made?.id ?? null,
    isUsableOnce: made?.isUsableOnce ?? null,
  }
}

/** Takes a pass away again; gone already is fine. */
export function deletePass({ hear }: Visit, right: Right, account: Account, id: string): Promise<Heard> {
  return hear(right, `${path(account)}/${id}`, { method: 'DELETE' })
}
