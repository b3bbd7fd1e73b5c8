import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export type TestProcess = {
  /** What it has said so far. */
  said(): string
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Asks it to stop, and gives its exit code. */
  stop(): Promise<number | null>
  /** Stands it still, as a machine that is out of breath does; and lets it go on. */
  freeze(): void
  thaw(): void
  /** Its exit code, once it came to its own end. */
  ended(): Promise<number | null>
}

/** One of our scripts as a process of its own, with this test file's settings, once it has said that it is ready. */
export async function startProcess(
  script: string,
  { env = {}, ready: word }: { env?: Record<string, string>; ready: string },
): Promise<TestProcess> {
  const child = spawn('node', ['--import', 'tsx', script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ready = new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk
      if (said.includes(word)) resolve()
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}. ${said}`)))
  })
  await ready
  return {
    said: () => said,
    kill: () => end(child, 'SIGKILL').then(() => undefined),
    stop: () => end(child, 'SIGTERM'),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    ended: () => ending(child),
  }
}

function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  const ended = ending(child)
  child.kill(signal)
  return ended
}

async function ending(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const [code] = await once(child, 'exit')
  return code
}
