import type { Point } from '../point'
import { Skipped } from '../sign-in'

/** A backup of the old kind, after the app was updated. */
export const legacyBackup: Point<'legacy_backup'> = {
  code: 'legacy_backup',
  question: 'What becomes of a legacy iOS backup (personal Microsoft account) when Authenticator is updated?',
  why: 'Whoever relies on it would learn on the new phone that it is gone.',
  byHand:
    'An iPhone with Authenticator before 6.8.33 and its in-app backup on; update the app, then try Begin recovery on another phone with the old app.',
  async observe({ terminal }) {
    const becomes = await terminal.choose('The old backup', {
      s: 'not tried',
      g: 'was gone',
      k: 'could still be restored',
    })
    if (becomes === 's') throw new Skipped()
    return { observed: { becomes: becomes === 'g' ? 'gone' : 'kept' }, graphRequestId: null }
  },
}
