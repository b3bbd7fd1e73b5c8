import type { Point } from '../point'
import { Skipped } from '../sign-in'

/** Third-party codes on two Apple devices of one owner: nothing of it can be read at Microsoft. */
export const icloudCodes: Point<'icloud_codes'> = {
  code: 'icloud_codes',
  question: 'Does a third-party code added in Authenticator on one iPhone appear on another by itself?',
  why: 'Whether “others checked” can be answered before the old phone is opened again.',
  byHand:
    'Two iPhones of one Apple account, iCloud Drive and Keychain on, Authenticator 6.8.33 or later on both. Add a code of some test service on one, leave the other lie for ten minutes, then open Authenticator there.',
  async observe({ terminal }) {
    const shows = await terminal.choose('On the other phone the code was there', {
      s: 'not tried',
      l: 'at once, before the app was opened or while it stood open',
      o: 'after the app was opened',
    })
    if (shows === 's') throw new Skipped()
    return { observed: { shows: shows === 'l' ? 'live' : 'whenOpened' }, graphRequestId: null }
  },
}
