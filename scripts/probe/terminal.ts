import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

/** The tester pressed Ctrl-C, or there is nobody to answer. */
export class Interrupted extends Error {}

/** A talk with the tester, line by line; a pipe will do as well as a keyboard. */
export type Terminal = {
  say(text: string): void
  /** The next line typed. @throws {Interrupted} @throws the signal's reason */
  line(signal?: AbortSignal): Promise<string>
  /** One of the letters; the first is what an empty line means. Asks again until it is one. */
  choose<Letter extends string>(question: string, choices: Record<Letter, string>): Promise<Letter>
  /** What was typed, trimmed; empty when nothing was. */
  ask(question: string): Promise<string>
  close(): void
}

type Waiter = { resolve(line: string): void; reject(reason: unknown): void }

/** Opens the talk. `interrupted` ends every wait, as the end of the input does. */
export function openTerminal(input: Readable, output: Writable, interrupted: AbortSignal): Terminal {
  const lines: string[] = []
  const waiting: Waiter[] = []
  let isOver = false
  const reader = createInterface({ input, terminal: false })
  const end = () => {
    isOver = true
    for (const { reject } of waiting.splice(0)) reject(new Interrupted())
  }
  reader.on('line', (line) => {
    const waiter = waiting.shift()
    if (waiter) waiter.resolve(line)
    else lines.push(line)
  })
  reader.once('close', end)
  interrupted.addEventListener('abort', end, { once: true })

  const say = (text: string) => {
    output.write(`${text}\n`)
  }
  const line = (signal?: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      const typed = isOver ? undefined : lines.shift()
      if (typed !== undefined) return resolve(typed)
      if (isOver) return reject(new Interrupted())
      const waiter = { resolve, reject }
      waiting.push(waiter)
      signal?.addEventListener('abort', () => {
        const place = waiting.indexOf(waiter)
        if (place >= 0) waiting.splice(place, 1)
        reject(signal.reason)
      })
    })
  const ask = async (question: string) => {
    output.write(`  ${question}\n  > `)
    return (await line()).trim()
  }

  return {
    say,
    line,
    ask,
    async choose(question, choices) {
      const letters = Object.keys(choices) as (keyof typeof choices)[] // its own keys
      const words = letters.map((letter) => `${letter} = ${choices[letter]}`).join(', ')
      for (;;) {
        const typed = (await ask(`${question} [${words}]`)).toLowerCase()
        const chosen = typed === '' ? letters[0] : letters.find((letter) => letter === typed)
        if (chosen !== undefined) return chosen
        say(`  "${typed}" is none of these.`)
      }
    },
    close: () => reader.close(),
  }
}
