import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { freePort } from './emulator'

let folder: string
let port: number
const children: ChildProcess[] = []
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-process-'))
  port = await freePort()
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

/** Starts the emulator as `npm run emulator` does; resolves with what it said when it is ready, or has ended. */
function start(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'emulator/main.ts'], {
    env: { ...process.env, EMULATOR_PORT: String(port), EMULATOR_STATE: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let said = ''
  const spoke = new Promise<void>((resolve) => {
    const hear = (piece: Buffer) => {
      said += piece
      if (said.includes('ready')) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
  })
  return { child, ended, ready: Promise.race([spoke, ended]).then(() => said) }
}

const call = async (method: string, path: string, body?: unknown) => {
  const answer = await fetch(`http://localhost:${port}/emulator${path}`, {
    method,
    body: body === undefined ? null : JSON.stringify(body),
  })
  const text = await answer.text()
  return text === '' ? null : JSON.parse(text)
}

test('it says where it is ready, on both loopback addresses', async () => {
  const { ready } = start()
  expect(await ready).toBe(`Emulator ready: http://localhost:${port}\n`)
  expect((await fetch(`http://127.0.0.1:${port}/emulator/about`)).status).toBe(200)
  expect((await fetch(`http://[::1]:${port}/emulator/about`)).status).toBe(200)
})

test('it answers under no name but this computer’s', async () => {
  await start().ready
  // fetch does not let anybody set Host, so the request is made by hand.
  const status = await new Promise((resolve, reject) => {
    const headers = { host: 'rebound.example' }
    get({ host: '127.0.0.1', port, path: '/emulator/about', headers }, (answer) =>
      resolve(answer.statusCode),
    ).on('error', reject)
  })
  expect(status).toBe(421)
})

test('a taken port is one sentence, and exit 1', async () => {
  const other = createServer().listen(port, '127.0.0.1')
  const { ready, ended } = start()
  expect(await ready).toMatch(/^Port \d+ is taken: .*\n$/)
  expect(await ended).toBe(1)
  await new Promise((resolve) => other.close(resolve))
})

test('a setting that cannot be meant is one sentence, and exit 1', async () => {
  const { ready, ended } = start({ EMULATOR_PEOPLE: '7' })
  expect(await ready).toBe('EMULATOR_PEOPLE must be a whole number from 20 to 500000, not "7"\n')
  expect(await ended).toBe(1)
})

describe('what happened', () => {
  test('survives a kill, but for its last instant', async () => {
    const first = start()
    await first.ready
    const { apps } = await call('GET', '/about')
    await call('PATCH', '/person/Elio', { department: 'Sales' })
    await call('POST', '/tokens', { app: 'reader' })
    await new Promise((resolve) => setTimeout(resolve, 150))
    first.child.kill('SIGKILL')
    await first.ended
    await start().ready
    expect((await call('GET', '/person/Elio')).department).toBe('Sales')
    expect((await call('GET', '/about')).apps).toEqual(apps)
  })

  test('is saved to the last change when it is told to stop', async () => {
    const first = start()
    await first.ready
    await call('PATCH', '/person/Elio', { department: 'Sales' })
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    expect(readFileSync(join(folder, 'state.ndjson'), 'utf8')).toContain('"department":"Sales"')
  })
})

test('half a million people are there within ten seconds and 1.5 GB', { timeout: 60_000 }, async () => {
  const { child, ready } = start({ EMULATOR_PEOPLE: '500000' })
  const startedAt = Date.now()
  await ready
  expect(Date.now() - startedAt).toBeLessThan(10_000)
  const { accessToken } = await call('POST', '/tokens', { app: 'reader' })
  await call('PATCH', '/settings', { throttleScale: 0 })
  const headers = { authorization: `Bearer ${accessToken}`, ConsistencyLevel: 'eventual' }
  const graph = (path: string) => fetch(`http://localhost:${port}${path}`, { headers })
  expect(await (await graph('/v1.0/users/$count')).json()).toBe(500_000)
  const page = await (await graph('/v1.0/users?$top=999&$select=id')).json()
  expect(page.value).toHaveLength(999)
  if (!existsSync('/proc')) return // only Linux tells how much memory it took
  const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1])
  expect(kilobytes).toBeLessThan(1.5 * 1024 * 1024)
})
