import { createServer } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { freePort } from '@/db/free-port'
import { portSetting, requireFreePort } from '@/scripts/demo/ports'

test.each(['127.0.0.1', '::1', '0.0.0.0', '::'])(
  'a port taken on %s is one sentence with the way out',
  async (host) => {
    const port = await freePort()
    const stranger = createServer()
    await new Promise<void>((resolve) => stranger.listen(port, host, resolve))
    onTestFinished(() => void stranger.close())

    await expect(requireFreePort('EMULATOR_PORT', port)).rejects.toThrow(
      new RegExp(`^Port ${port} is taken .* EMULATOR_PORT=\\d+ npm run demo$`),
    )
  },
)

test('a free port is fine', async () => {
  await expect(requireFreePort('PORT', await freePort())).resolves.toBeUndefined()
})

test('a port setting that is no port is refused by name', () => {
  vi.stubEnv('PORT', '70000')
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(() => portSetting('PORT', 3000)).toThrow(/^PORT=70000 is not a port/)
})
