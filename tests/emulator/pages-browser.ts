import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { handlePage } from '@/emulator/pages/router'
import { listCast } from '@/emulator/world/people'
import type { Person } from '@/emulator/world/person'
import { openWorld, type World } from '@/emulator/world/world'

export type Shown = { status: number; address: string; text: string }

/** A browser without script: keeps cookies, follows redirects. */
export type Browser = {
  open(path: string): Promise<Shown>
  submit(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Shown>
}

export type Stage = { world: World; browse(): Browser; person(name: string): Person; close(): Promise<void> }

/** The emulator's pages over a fresh world of 30 people, on a port of their own. */
export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-pages-'))
  const world = openWorld({ folder, seed: 7, people: 30 })
  const server = createServer((request, response) => {
    handlePage(request, response, world).then(
      (isAnswered) => isAnswered || response.writeHead(404).end('not a page'),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    world,
    browse: () => makeBrowser(origin),
    person(name) {
      const found = listCast(world).find(({ displayName }) => displayName === name)
      if (!found) throw new Error(`the cast has no ${name}`)
      return found
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      world.store.close()
      rmSync(folder, { recursive: true })
    },
  }
}

function makeBrowser(origin: string): Browser {
  const jar = new Map<string, string>()
  const go = async (path: string, init: RequestInit): Promise<Shown> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(origin + path, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie },
    })
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=')
      jar.set(name, value)
    }
    const location = response.headers.get('location')
    if (location) return go(location.split('#')[0] ?? '/', { method: 'GET' })
    return { status: response.status, address: path, text: plain(await response.text()) }
  }
  return {
    open: (path) => go(path, { method: 'GET' }),
    submit: (path, fields = {}, headers = {}) =>
      go(path, { method: 'POST', body: new URLSearchParams(fields), headers }),
  }
}

/** What a reader sees: markup gone, entities read, white space folded. */
function plain(page: string): string {
  return page
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
}
