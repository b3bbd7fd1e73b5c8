import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { Interrupted, openTerminal } from '@/scripts/probe/terminal'

function talk() {
  const input = new PassThrough()
  const output = new PassThrough().setEncoding('utf8')
  const interrupted = new AbortController()
  return { input, output, interrupted, terminal: openTerminal(input, output, interrupted.signal) }
}

test('an empty line takes the first choice, and a wrong letter is asked again', async () => {
  const { input, terminal } = talk()
  const chosen = terminal.choose('Delete?', { n: 'no', y: 'yes' })
  input.write('\n')
  expect(await chosen).toBe('n')
  const again = terminal.choose('Delete?', { n: 'no', y: 'yes' })
  input.write('maybe\nY\n')
  expect(await again).toBe('y')
})

test('Ctrl-C and the end of the input end a question', async () => {
  const first = talk()
  const asked = first.terminal.ask('Well?')
  first.interrupted.abort()
  await expect(asked).rejects.toBeInstanceOf(Interrupted)
  const second = talk()
  const other = second.terminal.ask('Well?')
  second.input.end()
  await expect(other).rejects.toBeInstanceOf(Interrupted)
  await expect(second.terminal.ask('Well?')).rejects.toBeInstanceOf(Interrupted)
})

test('a wait that is given up takes no later line', async () => {
  const { input, terminal } = talk()
  const given = new AbortController()
  const waiting = terminal.line(given.signal)
  given.abort(new Error('the browser came back'))
  await expect(waiting).rejects.toThrow('came back')
  const asked = terminal.ask('Next?')
  input.write('here\n')
  expect(await asked).toBe('here')
})
