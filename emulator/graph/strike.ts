import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

import { type Fault, hold } from './faults'
import type { GraphRequest } from './request'

/** Strikes before the effect: a delay, a hold, a broken line. Resolves false when there will be no answer. */
export function strikeBefore(request: IncomingMessage, response: ServerResponse) {
  return async (fault: Fault, call: GraphRequest): Promise<boolean> => {
    if (fault.fault === 'slow') await sleep(fault.delayMs)
    if (fault.fault === 'hold') await hold(call, fault, response)
    if (fault.fault === 'reset-before') request.socket.resetAndDestroy()
    // Nothing is carried out, and nothing is said until the caller gives up.
    if (fault.fault === 'timeout') await new Promise((resolve) => response.once('close', resolve))
    return !['reset-before', 'timeout'].includes(fault.fault) && !response.destroyed
  }
}

/** Strikes after the effect. True when it has answered, or made an answer impossible. */
export async function strikeAfter(
  fault: Fault,
  call: GraphRequest,
  response: ServerResponse,
  { text, headers }: { text: string; headers: Record<string, string> },
): Promise<boolean> {
  switch (fault.fault) {
    case 'hold-after':
      await hold(call, fault, response)
      return response.destroyed
    case 'reset-after':
      response.socket?.resetAndDestroy()
      return true
    case 'truncated':
      response.writeHead(200, { ...headers, 'content-length': String(Buffer.byteLength(text) + 10) })
      response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy())
      return true
    case 'wrong-type':
      response.writeHead(200, { ...headers, 'content-type': 'text/html' })
      response.end('<html><body>Service unavailable</body></html>')
      return true
    default:
      return false
  }
}
