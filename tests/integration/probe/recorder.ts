import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Recorder = { url: string; secrets: Set<string>; close(): void }

/** Stands before Graph and keeps every token that goes in and every pass that comes out. */
export async function recordSecrets(graphUrl: string): Promise<Recorder> {
  const secrets = new Set<string>()
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer) // a socket without encoding gives buffers
    const token = request.headers.authorization?.replace('Bearer ', '')
    if (token) secrets.add(token)
    const headers = Object.entries(request.headers).filter(([name]) => !hopByHop.includes(name))
    const answer = await fetch(graphUrl + request.url, {
      method: request.method!,
      headers: headers as [string, string][],
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    })
    const text = await answer.text()
    const pass = /"temporaryAccessPass":"([^"]+)"/.exec(text)?.[1]
    if (pass) secrets.add(pass)
    const kept = [...answer.headers].filter(([name]) => !hopByHop.includes(name))
    response.writeHead(answer.status, Object.fromEntries(kept)).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A TCP server's address is an object.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    secrets,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

const hopByHop = [
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'keep-alive',
  'content-encoding',
]
