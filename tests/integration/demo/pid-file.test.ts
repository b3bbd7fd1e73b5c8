import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { hasEnded, isAlive } from '@/db/embedded-process'
import { claimPidFile, endNoted, runningPid, writePidFile } from '@/scripts/demo/pid-file'

let file = ''

beforeEach(() => {
  const folder = mkdtempSync(path.join(tmpdir(), 'passaggio-pid-'))
  file = path.join(folder, 'run', 'worker.pid')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

test('a process left behind is recognised and ended', async () => {
  const pid = startProcess('setInterval(() => {}, 1000)')
  writePidFile(file, pid)

  expect(runningPid(file)).toBe(pid)
  expect(await endNoted(file)).toBe(pid)
  expect(isAlive(pid)).toBe(false)
  expect(runningPid(file)).toBeNull()
})

test('what a killed process had started itself is ended too', async () => {
  const pid = startProcess(
    `const { spawn } = require('node:child_process')
     const inner = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
     require('node:fs').writeFileSync(process.env.INNER, String(inner.pid))
     setInterval(() => {}, 1000)`,
  )
  writePidFile(file, pid)
  const inner = await pidWritten()
  process.kill(pid, 'SIGKILL')
  await hasEnded(pid, 5_000)

  expect(isAlive(inner)).toBe(true)
  expect(await endNoted(file)).toBe(pid)
  expect(await hasEnded(inner, 5_000)).toBe(true)
})

test('a stranger who got the number of a dead process is let alone', async () => {
  const stranger = startProcess('setInterval(() => {}, 1000)')
  writePidFile(file, stranger)
  const startedAnotherTime = `${stranger} 1`
  writeFileSync(file, startedAnotherTime)

  expect(runningPid(file)).toBeNull()
  expect(await endNoted(file)).toBeNull()
  expect(isAlive(stranger)).toBe(true)
})

test('a claim is refused while another living process holds it, and free after its death', async () => {
  const holder = startProcess('setInterval(() => {}, 1000)')
  writePidFile(file, holder)
  expect(claimPidFile(file)).toBe(false)

  process.kill(holder, 'SIGKILL')
  await hasEnded(holder, 5_000)
  expect(claimPidFile(file)).toBe(true)
  expect(claimPidFile(file), 'to claim again what is one’s own').toBe(true)
  expect(readFileSync(file, 'utf8')).toContain(String(process.pid))
})

function startProcess(program: string): number {
  const child = spawn(process.execPath, ['-e', program], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, INNER: innerFile() },
  })
  if (!child.pid) throw new Error('the process must have started')
  const { pid } = child
  onTestFinished(() => {
    if (isAlive(pid)) process.kill(-pid, 'SIGKILL')
  })
  return pid
}

async function pidWritten(): Promise<number> {
  return expect
    .poll(() => Number(readFileSync(innerFile(), 'utf8')))
    .toBeGreaterThan(0)
    .then(() => Number(readFileSync(innerFile(), 'utf8')))
}

function innerFile(): string {
  return path.join(path.dirname(path.dirname(file)), 'inner')
}
