import { spawn } from 'node:child_process'

/** Something the probe said that wants an answer or a browser, and during which point. */
export type Turn = { code: string; said: string }

export type Script = {
  /** What the tester types. */
  type(turn: Turn): Promise<string> | string
  /** The tester opens an address in a browser. */
  open(turn: Turn & { address: string; isFresh: boolean; who: string }): Promise<void>
  /** Ctrl-C as soon as this is said. */
  interruptAt?: RegExp
}

export type Ended = { exitCode: number | null; said: string; complained: string }

const openLine = /Open (\S+) in (a fresh|the same) private window.* and sign in as (.+)\.$/
const pointLine = /^\[(\w+)\] \d+ of \d+$/

/** Runs the terminal program as a tester does: reads what it says, types answers, opens addresses. */
export function converse(
  argv: readonly string[],
  env: Record<string, string | undefined>,
  script: Script,
): Promise<Ended> {
  const child = spawn('node', ['--import', 'tsx', 'scripts/probe.ts', ...argv], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let [said, complained, pending, code, wanted] = ['', '', '', '', '']
  let failure: unknown = null
  let isCut = false
  const giveUp = (error: unknown) => {
    failure ??= error
    child.kill('SIGKILL')
  }
  const heed = async (line: string, code: string) => {
    const open = openLine.exec(line)
    if (open)
      await script.open({
        code,
        said: line,
        address: open[1]!,
        isFresh: open[2] === 'a fresh',
        who: open[3]!,
      })
  }
  // One window after the other, as the tester has two hands.
  let hands = Promise.resolve()
  const answer = async () => child.stdin.write(`${await script.type({ code, said: wanted })}\n`)

  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk
    pending += chunk
    if (!isCut && script.interruptAt?.test(said)) {
      isCut = true
      child.kill('SIGINT')
    }
    const lines = pending.split('\n')
    pending = lines.pop() ?? ''
    for (const line of lines) {
      wanted = line.trim()
      code = pointLine.exec(line)?.[1] ?? code
      const at = code
      const heedNow = () => heed(line, at)
      hands = hands.then(heedNow)
      hands.catch(giveUp)
    }
    if (pending === '  > ') {
      pending = ''
      if (!isCut) answer().catch(giveUp) // who pressed Ctrl-C types no more
    }
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complained += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (exitCode) => {
      if (failure) reject(new Error(`${failure}\nThe probe had said:\n${said}`, { cause: failure }))
      else resolve({ exitCode, said, complained })
    })
  })
}
