import { z } from 'zod'
import type { ProbeGround } from '@/lib/domain/probe'
import { clientToken } from '@/lib/graph/client-token'
import { bodyOf, hear, Unseen } from './graph'
import type { Account } from './sign-in'

const User = z.object({ id: z.guid(), userPrincipalName: z.string() })
const Count = z.object({ '@odata.count': z.number() })
const Ids = z.object({ value: z.array(z.object({ id: z.string().optional() })) })

/** Where the probe would begin: the two accounts, and what speaks against them and the tenant. */
export async function lookAround(users: readonly [string, string]) {
  const token = await clientToken('reader')
  const first = await findAccount(token, users[0])
  const second = await findAccount(token, users[1])
  if (first.id === second.id) throw new Unseen('The two users are one and the same.')
  const ground: ProbeGround = {
    people: await countPeople(token),
    privileges: [
      { user: users[0], why: await privilegesOf(token, first) },
      { user: users[1], why: await privilegesOf(token, second) },
    ],
  }
  return { first, second, ground }
}

async function findAccount(token: string, userPrincipalName: string): Promise<Account> {
  const path = `/users/${encodeURIComponent(userPrincipalName)}?$select=id,userPrincipalName`
  const heard = await hear(token, path)
  if (heard.said.status === 404) throw new Unseen(`This tenant has no ${userPrincipalName}.`)
  return bodyOf(heard, User)
}

async function countPeople(token: string): Promise<number | null> {
  const heard = await hear(token, '/users?$count=true&$top=1&$select=id', {
    headers: { ConsistencyLevel: 'eventual' },
  })
  return Count.safeParse(heard.body).data?.['@odata.count'] ?? null
}

const rolesHeld = ['roleAssignments', 'roleAssignmentScheduleInstances', 'roleEligibilityScheduleInstances']

/** What makes an account privileged. Without P2 nobody can be eligible: those lists may be refused. */
async function privilegesOf(token: string, { id }: Account): Promise<string[]> {
  const why = await Promise.all(
    rolesHeld.map(async (kind) => {
      const heard = await hear(token, `/roleManagement/directory/${kind}?$filter=principalId eq '${id}'`)
      if (heard.said.status === 200) return bodyOf(heard, Ids).value.length > 0 ? kind : null
      return kind === 'roleAssignments' ? 'its roles could not be read' : null
    }),
  )
  const groups = await Promise.all(
    ['transitiveMemberOf', 'ownedObjects'].map((kind) => roleGroups(token, id, kind)),
  )
  return [...new Set([...why, ...groups])].filter((reason) => reason !== null)
}

const Groups = z.object({
  '@odata.nextLink': z.string().optional(),
  value: z.array(z.object({ isAssignableToRole: z.boolean().nullish() })),
})

async function roleGroups(token: string, id: string, kind: string): Promise<string | null> {
  // A cast is an advanced query: it needs both.
  const path = `/users/${id}/${kind}/microsoft.graph.group?$select=id,isAssignableToRole&$count=true&$top=999`
  const heard = await hear(token, path, { headers: { ConsistencyLevel: 'eventual' } })
  const found = Groups.safeParse(heard.body).data
  if (heard.said.status !== 200 || !found || found['@odata.nextLink']) return 'its groups could not be read'
  return found.value.some(({ isAssignableToRole }) => isAssignableToRole) ? 'a role-assignable group' : null
}
