import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'

/** What people use instead: a script that asks for one person after the other. It knows nothing of ours. */
export type Script = {
  get(path: string): Promise<unknown>
  post(path: string, body: unknown): Promise<unknown>
}

const People = z.object({
  value: z.array(z.object({ id: z.string() })),
  '@odata.nextLink': z.string().optional(),
})
const Batch = z.object({ responses: z.array(z.object({ status: z.number() })) })
const home = 'https://graph.microsoft.com'

/** A script's plain way to ask: one request at a time, waiting when told to. */
export function makeScript(graphUrl: string, token: string): Script {
  const ask = async (path: string, init: RequestInit): Promise<unknown> => {
    for (;;) {
      const response = await fetch(path.replace(home, graphUrl), {
        ...init,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      })
      if (response.ok) return response.json()
      if (response.status !== 429) throw new Error(`${path}: ${response.status}`)
      await delay(Number(response.headers.get('retry-after') ?? 1) * 1000)
    }
  }
  return {
    get: (path) => ask(`${home}${path}`, {}),
    post: (path, body) => ask(`${home}${path}`, { method: 'POST', body: JSON.stringify(body) }),
  }
}

/** Everybody's id, page by page. */
export async function listIds(script: Script): Promise<string[]> {
  const ids: string[] = []
  let path: string | undefined = '/v1.0/users?$select=id&$top=999'
  while (path) {
    const page: z.infer<typeof People> = People.parse(await script.get(path))
    ids.push(...page.value.map(({ id }) => id))
    path = page['@odata.nextLink']?.replace(home, '')
  }
  return ids
}

/** The methods of these people, one after the other. */
export async function loopOverPeople(script: Script, ids: readonly string[]): Promise<void> {
  for (const id of ids) await script.get(`/v1.0/users/${id}/authentication/methods`)
}

/** The methods of these people, twenty in each request, as many requests as that makes, one after the other. */
export async function loopInBatches(script: Script, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += 20) {
    const requests = ids
      .slice(from, from + 20)
      .map((id, index) => ({ id: String(index), method: 'GET', url: `/users/${id}/authentication/methods` }))
    const { responses } = Batch.parse(await script.post('/v1.0/$batch', { requests }))
    if (responses.some(({ status }) => status !== 200)) throw new Error('an item of a batch failed')
  }
}
